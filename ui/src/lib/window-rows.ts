/** Which rows of a long list are in sight. */

export interface Sight {
  from: number;
  to: number;
}

/** Rows drawn beyond each edge, so that a quick turn of the wheel shows rows and not a gap. */
const SPARE = 12;

/** Width of a character. */
const CHARACTER = 7;
const PADDING = 27;
/** Characters after which words may be cut. */
const LONGEST = 36;
/** Width down to which a column of words gives way, so that the amounts at the end stay in sight. */
const NARROWEST = 16 * CHARACTER + PADDING;

export function inSight(scrolled: number, height: number, row: number, count: number): Sight {
  const from = Math.max(0, Math.floor(scrolled / row) - SPARE);
  const to = Math.min(count, Math.ceil((scrolled + height) / row) + SPARE);
  return { from: Math.min(from, Math.max(count - 1, 0)), to: Math.max(to, 0) };
}

/** Width a column wants by what it holds, so that columns stand still while rows come and go. */
export function weight(head: string, cells: readonly string[]): number {
  const longest = Math.max(7, head.length, ...cells.map((cell) => cell.length));
  return Math.min(longest, LONGEST) * CHARACTER + PADDING;
}

/** Which columns fit: the first two and the last always, the ones between while there is room. */
export function fitting(weights: readonly number[], room: number): number[] {
  const last = weights.length - 1;
  const shown = [0, 1, last].filter((at, index, all) => at <= last && all.indexOf(at) === index);
  let used = sum(shown.map((at) => weights[at] ?? 0));
  for (let at = 2; at < last; at += 1) {
    used += weights[at] ?? 0;
    if (used > room) break;
    shown.push(at);
  }
  return shown.sort((a, b) => a - b);
}

/**
 * The widths of columns in a place of this width: what is over goes to all of them; what is missing
 * is taken from long words, from the name in front only when nothing else gives way, and never from
 * figures (`ends`). Together they are wider than the place only where even that is not enough: then
 * it scrolls sideways.
 */
export function widths(
  weights: readonly number[],
  ends: readonly boolean[],
  room: number,
): number[] {
  const whole = sum(weights);
  if (whole === 0 || whole <= room) return weights.map((width) => (width * room) / (whole || 1));
  const gives = weights.map((width, at) => (ends[at] ? 0 : Math.max(width - NARROWEST, 0)));
  const name = gives[0] ?? 0;
  const others = sum(gives) - name;
  const missing = whole - room;
  const share = others === 0 ? 0 : Math.min(missing / others, 1);
  const ofName = Math.min(Math.max(missing - others, 0), name);
  return weights.map((width, at) => width - (at === 0 ? ofName : (gives[at] ?? 0) * share));
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0);
}
