/** Typing answers in by keys: what each digit means, and what is saved when. */
import { mockIPC } from '@tauri-apps/api/mocks';
import { beforeEach, expect, test, vi } from 'vitest';
import type { AnswerEntry } from '../src/bindings/AnswerEntry';
import type { EnterView } from '../src/bindings/EnterView';
import { Entering } from '../src/views/surveys/entering.svelte';
import known from '../../tests/golden/surveys-enter.json';

const nps = known as unknown as EnterView;
const withItems: EnterView = {
  ...nps,
  items: ['Quality', 'Service'].map((label) => ({ label, low: 1, high: 10, mean: '8.0' })),
};
let saved: AnswerEntry[] = [];
let refuse = false;

beforeEach(() => {
  saved = [];
  refuse = false;
  mockIPC((command, args) => {
    if (command !== 'answer_save') return null;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the program's failures cross
    if (refuse) throw { code: 'disk_full', message: 'The disk is full.' };
    saved.push((args as { entry: AnswerEntry }).entry);
    return { answer: saved.length, change: saved.length };
  });
});

function begun(view: EnterView): Entering {
  const typed = new Entering();
  typed.start(view);
  typed.who = 'anonymous';
  return typed;
}

test('one and soon after nought are ten', () => {
  const typed = begun(nps);
  typed.digit(nps, 1, 1000);
  typed.digit(nps, 0, 1500);
  expect(typed.score).toBe(10);
});

test('one and later nought are nought', () => {
  const typed = begun(nps);
  typed.digit(nps, 1, 1000);
  typed.digit(nps, 0, 1700);
  expect(typed.score).toBe(0);
});

test('another digit takes the place of the one before', () => {
  const typed = begun(nps);
  typed.digit(nps, 7, 1000);
  typed.digit(nps, 0, 1100);
  expect(typed.score).toBe(0);
});

test('after the score the digits answer the items, nought for ten', () => {
  const typed = begun(withItems);
  typed.digit(withItems, 9, 0);
  typed.digit(withItems, 7, 1);
  typed.digit(withItems, 0, 2);
  expect([typed.score, ...typed.items]).toEqual([9, 7, 10]);
});

test('a one before another digit stays a one', () => {
  const typed = begun(withItems);
  typed.digit(withItems, 1, 0);
  typed.digit(withItems, 8, 100);
  expect([typed.score, ...typed.items]).toEqual([1, 8, null]);
});

test('answers are saved in the order they were typed, each with whom it is of', async () => {
  const typed = begun(nps);
  typed.who = 'queue';
  const [first, second] = nps.queue;
  typed.digit(nps, 9, 0);
  expect(typed.save(nps, 0)).toBe(true);
  expect(typed.person(nps)).toEqual(second);
  typed.digit(nps, 3, 1);
  typed.save(nps, 1);
  await vi.waitFor(() => {
    expect(typed.waiting).toBe(0);
  });
  expect(saved.map((one) => [one.score, one.customer])).toEqual([
    [9, first?.customer],
    [3, second?.customer],
  ]);
});

test('nothing typed is nothing saved', () => {
  const typed = begun(nps);
  expect(typed.save(nps, 0)).toBe(false);
});

test('what cannot be saved stands in the form again', async () => {
  refuse = true;
  const typed = begun(nps);
  typed.digit(nps, 4, 0);
  typed.comment = 'Slow';
  typed.save(nps, 0);
  await vi.waitFor(() => {
    expect(typed.score).toBe(4);
  });
  expect(typed.comment).toBe('Slow');
});

test('a correction keeps its customer, its wave and its day', async () => {
  const typed = begun(nps);
  const answer = nps.recent[0];
  if (!answer) throw new Error('the sample has answers');
  typed.correct(nps, answer);
  typed.digit(nps, 2, 0);
  typed.save(nps, 0);
  await vi.waitFor(() => {
    expect(saved).toHaveLength(1);
  });
  const { id, customer, wave, day } = answer.entry;
  expect(saved[0]).toMatchObject({ id, customer, wave, day, score: 2 });
});
