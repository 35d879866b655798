import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resource, touch, type Resource } from '../src/lib/resource.svelte';

interface Asked {
  settle: (answer: string) => void;
  fail: (thrown: unknown) => void;
}

let asked: Asked[] = [];
let end: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
});
afterEach(() => {
  end?.();
  vi.useRealTimers();
});

function ask(): Promise<string> {
  return new Promise((settle, fail) => asked.push({ settle, fail }));
}

function made(from: () => Promise<string> | null, ...tags: string[]): Resource<string> {
  let held: Resource<string> | undefined;
  end = $effect.root(() => {
    held = resource(from, ...tags);
  });
  flushSync();
  if (!held) throw new Error('no resource');
  return held;
}

async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

test('old content stays while new is asked for', async () => {
  const held = made(ask, 'book');
  asked[0]?.settle('first');
  await settled();
  touch('book');
  flushSync();
  expect(asked.length).toBe(2);
  expect(held.data).toBe('first');
  expect(held.pending).toBe(true);
  asked[1]?.settle('second');
  await settled();
  expect(held.data).toBe('second');
  expect(held.pending).toBe(false);
});

test('waiting shows only after a while', async () => {
  const held = made(ask);
  await vi.advanceTimersByTimeAsync(150);
  expect(held.slow).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(held.slow).toBe(true);
  asked[0]?.settle('done');
  await settled();
  expect(held.slow).toBe(false);
});

test('an answer to an older question is dropped', async () => {
  let page = $state('a');
  const held = made(() => (page === '' ? null : ask()));
  page = 'b';
  flushSync();
  asked[1]?.settle('for b');
  asked[0]?.settle('for a');
  await settled();
  expect(held.data).toBe('for b');
});

test('a failure keeps what was there and can be tried again', async () => {
  const held = made(ask);
  asked[0]?.settle('good');
  await settled();
  held.reload();
  flushSync();
  asked[1]?.fail({ code: 'disk_full', message: 'The disk is full.' });
  await settled();
  expect(held.failure).toEqual({ code: 'disk_full', message: 'The disk is full.' });
  expect(held.data).toBe('good');
  held.reload();
  flushSync();
  asked[2]?.settle('better');
  await settled();
  expect(held.failure).toBeUndefined();
  expect(held.data).toBe('better');
});

test('only what holds a tag is asked for again', () => {
  made(ask, 'book');
  touch('settings');
  flushSync();
  expect(asked.length).toBe(1);
});
