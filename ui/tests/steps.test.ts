import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Turned } from '../src/bindings/Turned';
import { answers } from '../dev/program';
import { toasts } from '../src/lib/toasts.svelte';
import { trail } from '../src/lib/trail';
import { session } from '../src/shell/session.svelte';
import { choose, redo, undo, undoing } from '../src/shell/steps';

const asked = vi.fn<(command: string, change: number | null) => void>();
let answer: Turned | null;

beforeEach(() => {
  answer = { change: 7, kind: 'import', label: 'a.csv' };
  asked.mockClear();
  toasts.clear();
  trail.clear();
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

test('a choice of the program is taken back and made again, in its order among the changes', async () => {
  await session.start();
  await choose({ theme: 'dark' });
  await session.savePreferences({ language: 'nl' });
  undoing(7);
  const now = () => [session.app?.preferences.theme, session.app?.preferences.language];
  expect(now()).toEqual(['dark', 'nl']);
  await undo();
  expect(asked.mock.calls).toEqual([['undo', null]]);
  await undo();
  expect(now()).toEqual(['dark', 'en']);
  await undo();
  expect(now()).toEqual(['system', 'en']);
  expect(asked).toHaveBeenCalledOnce();
  await redo();
  await redo();
  expect(now()).toEqual(['dark', 'nl']);
  await redo();
  expect(asked.mock.lastCall).toEqual(['redo', null]);
});

test('in another workspace only the choices of the program are left to take back', async () => {
  await session.start();
  await session.savePreferences({ density: 'tall' });
  undoing(3);
  trail.leave();
  await undo();
  expect(session.app?.preferences.density).toBe('standard');
  expect(asked).not.toHaveBeenCalled();
});

test('what is as it was already leaves nothing to take back', async () => {
  await session.start();
  await choose({ theme: session.app?.preferences.theme ?? 'system' });
  expect([trail.last, toasts.list.length]).toEqual([undefined, 0]);
});
