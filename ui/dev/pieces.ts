/** Small made-up pieces of views. */
import type { Cell } from '../src/bindings/Cell';
import type { Figure } from '../src/bindings/Figure';
import type { Part } from '../src/bindings/Part';
import { spark } from './charts';

export const MONTHS =
  '2025-11 2025-12 2026-01 2026-02 2026-03 2026-04 2026-05 2026-06 2026-07 2026-08 2026-09 2026-10'.split(
    ' ',
  );

export function cells(...texts: string[]): Cell[] {
  return texts.map((text) => ({ text, role: null, list: null }));
}

/** Numbers that look alive and are the same each time. */
export function noise(seed: number, length: number, from: number, to: number): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.round(from + (state / 2_147_483_648) * (to - from));
  });
}

export function figure(
  key: string,
  label: string,
  text: string,
  more: Partial<Figure> = {},
): Figure {
  return {
    key,
    label,
    value: 1,
    text,
    change: { text: '2.6%', direction: 'up', good: true, spoken: 'up 2.6% from September 2026' },
    note: null,
    goal: null,
    spark: spark(noise(key.length * 7 + 3, 12, 10, 40)),
    explain: { metric: key, period: '2026-10' },
    ...more,
  };
}

export function part(key: string, label: string, text: string, role: string | null = null): Part {
  return { key, label, text, role, list: `moved:2026-10:${key}` };
}
