import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Column } from '../src/bindings/Column';
import type { Row } from '../src/bindings/Row';
import DataTable from '../src/components/DataTable.svelte';
import { fitting, inSight, weight, widths } from '../src/lib/window-rows';

const COUNT = 100_000;
const columns: Column[] = [
  { key: 'name', label: 'Customer', align: 'start', sortable: true },
  { key: 'mrr', label: 'MRR', align: 'end', sortable: true },
];

function cells(...texts: string[]): Row['cells'] {
  return texts.map((text) => ({ text, role: null, list: null, raw: null }));
}

function row(index: number): Row {
  return { key: `${index}`, cells: cells(`Customer ${index}`, '€9'), open: `/customers/${index}` };
}

const need = vi.fn<(from: number, to: number) => void>();
const onsort = vi.fn<(key: string, descending: boolean) => void>();

beforeEach(() => {
  need.mockClear();
  onsort.mockClear();
  render(DataTable, {
    label: 'Customers',
    columns,
    count: COUNT,
    total: { key: 'total', cells: cells('100,000 customers', '€900,000'), open: null },
    rowAt: row,
    need,
    sort: 'mrr',
    descending: true,
    onsort,
  });
});

test('of 100,000 rows only those in sight are in the page, and only they are asked for', () => {
  expect(screen.getAllByRole('link').length).toBeLessThan(80);
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('100001');
  const [from, to] = need.mock.calls.at(-1) ?? [];
  expect(from).toBe(0);
  expect(to).toBeLessThan(80);
});

test('further down other rows stand in the page', async () => {
  const box = screen.getByRole('table').parentElement;
  if (!box) throw new Error('no box');
  box.scrollTop = 50_000 * 29;
  await fireEvent.scroll(box);
  expect(screen.getByText('Customer 50000')).toBeTruthy();
  expect(screen.queryByText('Customer 0')).toBeNull();
  expect(need.mock.calls.at(-1)?.[0]).toBeGreaterThan(49_900);
});

test('the sum row stays in the page', () => {
  expect(screen.getByText('€900,000').closest('tfoot')).toBeTruthy();
});

test('a head turns the order round, another one sorts by it', async () => {
  expect(screen.getByRole('columnheader', { name: /MRR/ }).getAttribute('aria-sort')).toBe(
    'descending',
  );
  await fireEvent.click(screen.getByRole('button', { name: /MRR/ }));
  await fireEvent.click(screen.getByRole('button', { name: /Customer/ }));
  expect(onsort.mock.calls).toEqual([
    ['mrr', false],
    ['name', false],
  ]);
});

test('one row is the tab stop, and the arrows move it', async () => {
  const stops = () => screen.getAllByRole('link').filter((link) => link.tabIndex === 0);
  expect(stops().map((link) => link.textContent)).toEqual(['Customer 0']);
  await fireEvent.keyDown(screen.getByText('Customer 0'), { key: 'ArrowDown' });
  expect(stops().map((link) => link.textContent)).toEqual(['Customer 1']);
});

test('what is in sight never leaves the list', () => {
  expect(inSight(0, 400, 29, 3)).toEqual({ from: 0, to: 3 });
  expect(inSight(0, 400, 29, 0)).toEqual({ from: 0, to: 0 });
  expect(inSight(29 * 99_990, 400, 29, 100_000).to).toBe(100_000);
});

test('a column is as wide as what it holds wants', () => {
  expect(weight('Customer', ['A rather long name'])).toBeGreaterThan(weight('MRR', ['€9']));
  expect(weight('Note', ['x'.repeat(500)])).toBeLessThan(300);
});

test('where room is scarce long words give way and figures stay whole', () => {
  const [words, day, amount] = [223, 111, 111];
  const ends = [false, false, true];
  const total = (all: number[]) => all.reduce((sum, one) => sum + one, 0);
  expect(widths([words, day, amount], ends, 890)).toEqual([446, 222, 222]);
  const scarce = widths([words, day, amount], ends, 400);
  expect(total(scarce)).toBeCloseTo(400);
  expect(scarce.slice(1)).toEqual([day, amount]);
  // The name in front is the last to give way.
  expect(widths([200, 300, 100], ends, 500)).toEqual([200, 200, 100]);
  expect(widths([200, 300, 100], ends, 400)).toEqual([161, 139, 100]);
  // Not below what a word needs: from here on it scrolls sideways.
  expect(widths([words, day, amount], ends, 100)).toEqual([139, day, amount]);
});

test('in a narrow place the columns before the last one go first', () => {
  expect(fitting([100, 80, 80, 80, 60], 400)).toEqual([0, 1, 2, 3, 4]);
  expect(fitting([100, 80, 80, 80, 60], 330)).toEqual([0, 1, 2, 4]);
  expect(fitting([100, 80, 80, 80, 60], 100)).toEqual([0, 1, 4]);
  expect(fitting([100], 50)).toEqual([0]);
});
