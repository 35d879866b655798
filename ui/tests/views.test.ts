import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ListView } from '../src/bindings/ListView';
import type { OverviewView } from '../src/bindings/OverviewView';
import type { RetentionView } from '../src/bindings/RetentionView';
import App from '../src/App.svelte';
import { answers } from '../dev/program';
import * as made from '../dev/answers';
import { session } from '../src/shell/session.svelte';
import { router } from '../src/lib/router.svelte';

/** What the core's tests wrote of the sample: a field renamed there breaks here, without a window. */
const overview = made.view('overview') as OverviewView;
const retention = made.view('retention') as RetentionView;
const moved = made.view('list-moved') as ListView;

beforeEach(() => {
  // Not in the test's document; the window has them.
  // No style sheet is in force here, and to work that out for every element takes minutes.
  const plain = window.getComputedStyle(document.body);
  vi.spyOn(window, 'getComputedStyle').mockReturnValue(plain);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  session.app = undefined;
});

async function open(place: string, more: { first?: boolean } = {}): Promise<void> {
  window.location.hash = place;
  const answer = answers(more.first ?? false);
  mockIPC((command, args) => answer(command, args), { shouldMockEvents: true });
  render(App);
  await waitFor(() => {
    expect(session.app).toBeDefined();
  });
  if (router.view !== '') await waitFor(() => document.querySelector('.content') ?? fail(place));
}

function fail(place: string): never {
  throw new Error(`nothing to see at ${place}`);
}

async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, {
    // Colours are measured with the tokens; the test's document has no layout to measure.
    rules: { 'color-contrast': { enabled: false } },
  });
  return found.violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

test.each([
  '#/overview',
  '#/revenue',
  '#/revenue/2026-10?list=moved%3A2026-10',
  '#/retention',
  '#/churn/2026-10',
  '#/customers',
  '#/customers/4',
  '#/surveys',
  '#/surveys?survey=Loyalty%20index',
  '#/surveys/enter',
  '#/surveys/follow',
  '#/loyalty',
  '#/loyalty/members',
  '#/loyalty/ledger',
  '#/loyalty/referrals',
  '#/import',
  '#/import/0',
  '#/import/history',
  '#/import/records',
  '#/settings',
])('%s shows what the program answers, without a hurdle', async (place) => {
  await open(place);
  await waitFor(() => {
    expect(document.querySelectorAll('main .card').length).toBeGreaterThan(0);
  });
  expect(await violations()).toEqual([]);
});

test('the first page offers the sample and the import', async () => {
  await open('#/', { first: true });
  expect(await screen.findByRole('button', { name: /Explore the sample business/ })).toBeTruthy();
  expect(await screen.findByRole('button', { name: /Import your CSV/ })).toBeTruthy();
  expect(await violations()).toEqual([]);
});

test('the overview shows every figure in the words of the core', async () => {
  await open('#/overview');
  for (const figure of overview.figures) {
    const shown = document.querySelector(`[data-figure="${figure.key}"]`);
    expect(shown?.textContent).toContain(figure.label);
    expect(shown?.textContent).toContain(figure.text);
  }
  for (const part of [overview.sum.start, ...overview.sum.parts, overview.sum.end])
    expect(document.querySelector(`[data-part="${part.key}"]`)?.textContent).toContain(part.text);
});

test('every mark of a chart is a button that says what stands there', async () => {
  await open('#/overview');
  for (const mark of overview.movements.marks)
    expect(screen.getAllByRole('button', { name: mark.spoken }).length).toBe(1);
});

test('a number opens the list behind it', async () => {
  await open('#/overview');
  const part = overview.sum.parts[0];
  const link = document.querySelector(`[data-part="${part?.key ?? ''}"] a`);
  expect(new URLSearchParams(link?.getAttribute('href')?.split('?')[1]).get('list')).toBe(
    part?.list,
  );
});

test('the list beside the page has the title, the sum and as many rows as the core says', async () => {
  await open('#/revenue/2026-10?list=moved%3A2026-10');
  const drawer = await screen.findByRole('complementary', { name: moved.title });
  expect(drawer.textContent).toContain(moved.subtitle);
  expect(drawer.querySelector('table')?.getAttribute('aria-rowcount')).toBe(
    `${moved.table.count + 1}`,
  );
  expect(drawer.querySelector('tfoot')?.textContent).toContain(moved.table.total?.cells[0]?.text);
});

test('the triangle is a table with every cohort and every cell', async () => {
  await open('#/retention');
  const table = await screen.findByRole('table', { name: retention.cohorts.caption });
  expect(table.querySelectorAll('tbody tr').length).toBe(retention.cohorts.rows.length);
  const cells = retention.cohorts.rows.flatMap((row) => row.cells).filter((cell) => cell.list);
  expect(table.querySelectorAll('tbody a.cell').length).toBe(cells.length);
});

test('the number of a figure and the key = open how it is computed', async () => {
  await open('#/overview');
  const figure = overview.figures[0];
  const number = await screen.findByRole('button', {
    name: `${figure?.label ?? ''}: ${figure?.text ?? ''}`,
  });
  await fireEvent.click(number);
  const sum = () => screen.queryByRole('dialog', { hidden: true });
  expect(sum()).toBeTruthy();
  await fireEvent.keyDown(document.body, { key: '=' });
  expect(sum()).toBeNull();
  await fireEvent.keyDown(document.body, { key: '=' });
  expect(sum()).toBeTruthy();
  await fireEvent.keyDown(document.body, { key: '=' });
});

test('rows are stepped through, looked at and sorted by keys and address', async () => {
  await open('#/customers?sort=-mrr');
  const names = () => [...document.querySelectorAll<HTMLElement>('tbody a.name')];
  await waitFor(() => {
    expect(names().length).toBeGreaterThan(2);
  });
  expect(document.querySelector('th[aria-sort=descending]')?.textContent).toContain('MRR');
  // The first key goes to the first row, the next one on from it.
  for (const row of [0, 1]) {
    await fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => {
      expect(document.activeElement).toBe(names()[row]);
    });
  }
  await fireEvent.keyDown(document.activeElement ?? document.body, { key: ' ' });
  expect(await screen.findByRole('complementary', { name: 'The customer in short' })).toBeTruthy();
  expect(await violations()).toEqual([]);
  await fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.queryByRole('complementary', { name: 'The customer in short' })).toBeNull();
});

test('the height of rows changes with a key and is asked to be remembered', async () => {
  await open('#/customers');
  const height = () => document.querySelector<HTMLElement>('tbody tr[data-index]')?.style.height;
  await waitFor(() => {
    expect(height()).toBe('29px');
  });
  await fireEvent.keyDown(document.body, { key: 'd' });
  await waitFor(() => {
    expect(height()).toBe('26px');
  });
  expect(session.app?.preferences.density).toBe('compact');
});

test('the key map says what works here, each thing once', async () => {
  await open('#/customers');
  await waitFor(() => document.querySelector('tbody a.name') ?? fail('no rows'));
  await fireEvent.keyDown(document.body, { key: '?' });
  const map = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  const lines = [...map.querySelectorAll('dl > div')].map((line) => line.textContent.trim());
  expect(new Set(lines).size).toBe(lines.length);
  for (const keys of ['Ctrl+Z', 'Ctrl+Shift+Z', 'J', 'K', 'Space', '=', 'D', 'Shift+Click'])
    expect([...map.querySelectorAll('dd .spoken')].some((one) => one.textContent === keys)).toBe(
      true,
    );
});
