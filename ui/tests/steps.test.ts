import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Turned } from '../src/bindings/Turned';
import { answers } from '../dev/program';
import { redo, undo, undoing } from '../src/shell/steps';
import { toasts } from '../src/lib/toasts.svelte';

const asked = vi.fn<(command: string, change: number | null) => void>();
let answer: Turned | null;

beforeEach(() => {
  answer = { change: 7, kind: 'import', label: 'a.csv' };
  asked.mockClear();
  toasts.clear();
  const program = answers(false);
  mockIPC((command, args) => {
    if (command !== 'undo' && command !== 'redo') return program(command, args);
    asked(command, (args as { change: number | null }).change);
    return answer;
  });
});
afterEach(() => {
  clearMocks();
});

const last = () => toasts.list.at(-1);

test('what was taken back is said, and the way back does exactly that again', async () => {
  await undo();
  expect(last()?.text).toBe('a.csv was taken back.');
  last()?.offer?.run();
  await vi.waitFor(() => {
    expect(last()?.text).toBe('a.csv is in again.');
  });
  expect(asked.mock.calls).toEqual([
    ['undo', null],
    ['redo', 7],
  ]);
});

test('nothing to take back is said, with nothing to do about it', async () => {
  answer = null;
  await undo();
  expect([last()?.text, last()?.offer]).toEqual(['There is nothing to undo.', undefined]);
  await redo();
  expect(last()?.text).toBe('There is nothing to redo.');
});

test('only the newest toast offers to take back', () => {
  toasts.show('one', { offer: undoing(1) });
  toasts.show('two', { offer: undoing(2) });
  toasts.show('three');
  expect(toasts.list.map((toast) => toast.offer !== undefined)).toEqual([false, true, false]);
});
