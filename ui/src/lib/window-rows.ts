/** Which rows of a long list are in sight. */

export interface Sight {
  from: number;
  to: number;
}

/** Rows drawn beyond each edge, so that a quick turn of the wheel shows rows and not a gap. */
const SPARE = 12;

/** Least width of a character, so that a narrow place scrolls sideways instead of cutting words. */
const CHARACTER = 7;

export function inSight(scrolled: number, height: number, row: number, count: number): Sight {
  const from = Math.max(0, Math.floor(scrolled / row) - SPARE);
  const to = Math.min(count, Math.ceil((scrolled + height) / row) + SPARE);
  return { from: Math.min(from, Math.max(count - 1, 0)), to: Math.max(to, 0) };
}

/** Shares of the width by what the columns hold, so that they stand still while rows come and go. */
export function shares(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): { parts: number[]; least: number } {
  const weights = heads.map((head, column) => {
    const longest = Math.max(0, ...rows.map((row) => row[column]?.length ?? 0));
    return Math.min(Math.max(longest, head.length, 4), 28) + 4;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return { parts: weights.map((weight) => (weight / all) * 100), least: all * CHARACTER };
}
