import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Chart } from '../src/bindings/Chart';
import ChartView from '../src/components/ChartView.svelte';

const MONTHS = ['2026-05', '2026-06', '2026-07'];
const chart: Chart = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="9" height="9"/></svg>',
  width: 300,
  height: 100,
  marks: MONTHS.map((key, at) => ({
    key,
    x: at * 100,
    y: 10,
    width: 100,
    height: 70,
    title: key,
    lines: [
      { role: 'mv-churn', label: 'Lost', text: `${at}`, raw: null, list: `churned:${key}` },
      { role: 'mv-new', label: 'New', text: '7', raw: '7.25', list: `moved:${key}:new` },
    ],
    spoken: `${key}, ${at} customers lost`,
    list: `churned:${key}`,
  })),
  summary: 'Customers lost',
  table: {
    columns: [{ key: 'period', label: 'Period', align: 'start', sortable: false }],
    rows: MONTHS.map((key) => ({
      key,
      cells: [{ text: key, role: null, list: null, raw: null }],
      open: null,
    })),
    total: null,
    count: 3,
  },
};
const onopen = vi.fn<(key: string) => void>();

beforeEach(() => {
  onopen.mockClear();
});

test('the drawing is silent, the marks speak', () => {
  const { container } = render(ChartView, { chart, onopen });
  expect(container.querySelector('svg')?.closest('[aria-hidden]')).toBeTruthy();
  expect(screen.getByRole('button', { name: '2026-06, 1 customers lost' })).toBeTruthy();
});

test('one tab stop, arrows inside', async () => {
  render(ChartView, { chart, selected: '2026-06', onopen });
  const stops = () => screen.getAllByRole('button').filter((button) => button.tabIndex === 0);
  expect(stops().length).toBe(1);
  const stop = screen.getByRole('button', { name: /2026-06/ });
  stop.focus();
  await fireEvent.keyDown(stop, { key: 'ArrowRight' });
  expect(document.activeElement?.getAttribute('aria-label')).toMatch('2026-07');
  await fireEvent.keyDown(document.activeElement ?? stop, { key: 'Home' });
  expect(document.activeElement?.getAttribute('aria-label')).toMatch('2026-05');
  expect(stops().length).toBe(1);
});

test('a mark shows its figures when it has the pointer or the focus', async () => {
  render(ChartView, { chart, onopen });
  const mark = screen.getByRole('button', { name: /2026-07/ });
  expect(screen.queryByText('Lost')).toBeNull();
  await fireEvent.focus(mark);
  expect(screen.getByText('Lost')).toBeTruthy();
});

test('a mark opens its month, also from the table behind', async () => {
  const { rerender } = render(ChartView, { chart, onopen });
  await fireEvent.click(screen.getByRole('button', { name: /2026-07/ }));
  await rerender({ asTable: true });
  await fireEvent.click(screen.getByRole('button', { name: '2026-05' }));
  expect(onopen.mock.calls.flat()).toEqual(['2026-07', '2026-05']);
});

test('up and down go through the figures of a point, Enter opens the customers of one', async () => {
  const { container } = render(ChartView, { chart, onopen });
  const mark = screen.getByRole('button', { name: /2026-06/ });
  const chosen = () => container.querySelector('.chosen')?.textContent.trim();
  mark.focus();
  await fireEvent.keyDown(mark, { key: 'ArrowDown' });
  expect(chosen()).toMatch(/^Lost/);
  await fireEvent.keyDown(mark, { key: 'ArrowDown' });
  await fireEvent.keyDown(mark, { key: 'ArrowDown' });
  expect(chosen()).toMatch(/^New/);
  expect([mark.dataset['number'], mark.dataset['raw']]).toEqual(['moved:2026-06:new', '7.25']);
  await fireEvent.keyDown(mark, { key: 'ArrowRight' });
  expect(chosen()).toMatch(/^New/);
  await fireEvent.click(screen.getByRole('button', { name: /2026-07/ }), { detail: 0 });
  expect(window.location.hash).toContain('list=moved%3A2026-07%3Anew');
  expect(onopen).not.toHaveBeenCalled();
});

test('the pointer opens the point itself, whatever the keys had chosen', async () => {
  render(ChartView, { chart, onopen });
  const mark = screen.getByRole('button', { name: /2026-06/ });
  mark.focus();
  await fireEvent.keyDown(mark, { key: 'ArrowUp' });
  await fireEvent.click(mark, { detail: 1 });
  expect(onopen.mock.calls).toEqual([['2026-06']]);
  expect(mark.dataset['number']).toBe('moved:2026-06:new');
});
