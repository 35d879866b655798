import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen, shortcuts, type Action } from '../src/lib/shortcuts.svelte';

const run = vi.fn<(id: string) => void>();
const actions = (
  [
    ['palette', 'Ctrl+K'],
    ['table', 'T'],
    ['overview', 'G O'],
    ['redo', 'Ctrl+Shift+Z'],
    ['help', '?'],
    ['before', '['],
  ] as const
).map(([id, keys]): Action => ({
  id,
  keys,
  label: id,
  group: '',
  run: () => {
    run(id);
  },
}));
let ends: (() => void)[] = [];

beforeEach(() => {
  run.mockClear();
  shortcuts.singleKeys = true;
  ends = [listen(), shortcuts.add(() => actions)];
});
afterEach(() => {
  for (const end of ends) end();
  document.body.replaceChildren();
});

function press(
  key: string,
  more: KeyboardEventInit = {},
  on: EventTarget = document.body,
): boolean {
  return on.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
}

function inside(name: string): HTMLElement {
  const element = document.createElement(name);
  document.body.append(element);
  return element;
}

test('a key runs what it stands for, and the browser does nothing with it', () => {
  expect(press('k', { ctrlKey: true })).toBe(false);
  press('t');
  press('?', { shiftKey: true });
  press('[');
  press('Z', { ctrlKey: true, shiftKey: true });
  expect(run.mock.calls.flat()).toEqual(['palette', 'table', 'help', 'before', 'redo']);
});

test('two keys one after another go to a page', () => {
  press('g');
  press('o');
  expect(run.mock.calls.flat()).toEqual(['overview']);
});

test('single keys are off inside fields, keys with Ctrl are not', () => {
  for (const name of ['input', 'textarea', 'select']) press('t', {}, inside(name));
  expect(run).not.toHaveBeenCalled();
  press('k', { ctrlKey: true }, inside('input'));
  expect(run).toHaveBeenCalledWith('palette');
});

test('single keys can be switched off', () => {
  shortcuts.singleKeys = false;
  press('t');
  press('g');
  press('o');
  expect(run).not.toHaveBeenCalled();
});

test('nothing behind a dialog hears its keys', () => {
  const field = document.createElement('button');
  inside('dialog').append(field);
  press('t', {}, field);
  expect(run).not.toHaveBeenCalled();
});

test('keys that mean something else where text is typed are left to the text', () => {
  ends.push(
    shortcuts.add(() => [
      {
        id: 'undo',
        keys: 'Ctrl+Z',
        label: '',
        group: '',
        notInText: true,
        run: () => {
          run('undo');
        },
      },
    ]),
  );
  press('z', { ctrlKey: true }, inside('input'));
  expect(run).not.toHaveBeenCalled();
  press('z', { ctrlKey: true }, inside('select'));
  press('z', { ctrlKey: true });
  expect(run.mock.calls).toEqual([['undo'], ['undo']]);
});
