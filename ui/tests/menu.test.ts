import { mockIPC } from '@tauri-apps/api/mocks';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answers } from '../dev/program';
import App from '../src/App.svelte';
import { context } from '../src/shell/context.svelte';

beforeEach(async () => {
  // The test's own document draws nothing on top.
  mockIPC(answers(false), { shouldMockEvents: true });
  window.location.hash = '#/overview';
  render(App);
  await vi.waitFor(() => screen.getByRole('heading', { name: 'MRR movements' }));
});
afterEach(() => {
  context.close();
});

const names = () =>
  screen.queryAllByRole('menuitem').map((item) => item.querySelector('.text')?.textContent ?? '');
const figure = () => document.querySelector('[data-figure=mrr_end] [data-number]') ?? document.body;

test('a figure offers its customers, its sum and the number in full', async () => {
  await fireEvent.contextMenu(figure(), { clientX: 40, clientY: 60 });
  expect(names()).toEqual([
    'Show the customers behind it',
    'Show only these customers',
    'Show how it is computed',
    expect.stringMatching(/^Copy \d+\.\d+/),
  ]);
  await fireEvent.click(screen.getByRole('menuitem', { name: /Show only these/ }));
  expect(window.location.hash).toMatch('#/customers?show=input%3Amrr_end');
  expect(names()).toEqual([]);
});

test('a point of a chart can be opened and turned into a table', async () => {
  const mark = document.querySelector('[data-mark]') ?? document.body;
  await fireEvent.contextMenu(mark);
  expect(names()[0]).toMatch(/^Open November 2025/);
  expect(names().at(-1)).toMatch(/^Chart or table/);
});

test('the menu key opens it at the focus, arrows go round in it, letters stay in it', async () => {
  const number = figure();
  if (number instanceof HTMLElement) number.focus();
  await fireEvent.keyDown(number, { key: 'F10', shiftKey: true });
  const items = screen.getAllByRole('menuitem');
  const menu = screen.getByRole('menu');
  expect(document.activeElement).toBe(items[0]);
  await fireEvent.keyDown(menu, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(items.at(-1));
  await fireEvent.keyDown(menu, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(items[0]);
  await fireEvent.keyDown(menu, { key: 't' });
  expect(document.querySelector('[data-turn][aria-pressed=true]')).toBeNull();
});

test('where there is nothing to do there is no menu', async () => {
  await fireEvent.contextMenu(screen.getByRole('heading', { name: 'MRR movements' }));
  expect(names().map((name) => name.split(' ')[0])).toEqual(['Chart']);
  await fireEvent.contextMenu(screen.getByRole('heading', { level: 1 }));
  expect(names()).toEqual([]);
});
