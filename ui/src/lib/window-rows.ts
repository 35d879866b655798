/** Which rows of a long list are in sight. */

export interface Sight {
  from: number;
  to: number;
}

/** Rows drawn beyond each edge, so that a quick turn of the wheel shows rows and not a gap. */
const SPARE = 12;

/** Least width of a character, so that a narrow place scrolls sideways instead of cutting words. */
const CHARACTER = 7;
const PADDING = 27;
/** Characters after which words may be cut. */
const LONGEST = 28;

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
  let used = shown.reduce((sum, at) => sum + (weights[at] ?? 0), 0);
  for (let at = 2; at < last; at += 1) {
    used += weights[at] ?? 0;
    if (used > room) break;
    shown.push(at);
  }
  return shown.sort((a, b) => a - b);
}
