/** Which rows of a long list are in sight. */

export interface Sight {
  from: number;
  to: number;
}

/** Rows drawn beyond each edge, so that a quick turn of the wheel shows rows and not a gap. */
const SPARE = 12;

export function inSight(scrolled: number, height: number, row: number, count: number): Sight {
  const from = Math.max(0, Math.floor(scrolled / row) - SPARE);
  const to = Math.min(count, Math.ceil((scrolled + height) / row) + SPARE);
  return { from: Math.min(from, Math.max(count - 1, 0)), to: Math.max(to, 0) };
}

/** Shares of the width by what the columns hold, so that they stand still while rows come and go. */
export function shares(heads: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const weights = heads.map((head, column) => {
    const lengths = rows.map((row) => row[column]?.length ?? 0).sort((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
    return Math.min(Math.max(usual, head.length, 4), 30) + 3;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight / all) * 100);
}
