import { fireEvent } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bare, watchNumbers } from '../src/lib/numbers';

test.each([
  ['−€1,284.50', 'GB', '-1284.50'],
  ['€ 47.910', 'NL', '47910'],
  ['1\u00a0284,50 kr', 'SE', '1284.50'],
  ['+98.9%', 'US', '98.9'],
  ['–', 'GB', '–'],
] as const)('%s in %s is %s', (text, region, plain) => {
  expect(bare(text, region)).toBe(plain);
});

const filter = vi.fn<(list: string) => void>();
const copy = vi.fn<(text: string) => void>();
const opened = vi.fn<() => void>();
let end: () => void;

beforeEach(() => {
  document.body.innerHTML = `<a href="#/x" data-number="moved:1">12</a><b data-number="">7</b><i data-number="" data-raw="47910.34">€47,910</i><u data-number="" data-text="€1,208"></u>`;
  document.body.querySelector('a')?.addEventListener('click', opened);
  end = watchNumbers({ filter, copy, region: () => 'GB' });
});
afterEach(() => {
  end();
  vi.clearAllMocks();
  document.body.replaceChildren();
});

test('Shift filters by the customers behind a number, Alt copies it, a click alone opens it', async () => {
  const [number, figure] = ['a', 'b'].map((name) => document.querySelector(name) ?? document.body);
  if (!number || !figure) throw new Error('nothing to click on');
  await fireEvent.click(number, { shiftKey: true });
  await fireEvent.click(figure, { shiftKey: true });
  expect(filter.mock.calls).toEqual([['moved:1']]);
  await fireEvent.click(number, { altKey: true });
  await fireEvent.click(figure, { altKey: true });
  expect(copy.mock.calls).toEqual([['12'], ['7']]);
  expect(opened).not.toHaveBeenCalled();
  await fireEvent.click(number);
  expect(opened).toHaveBeenCalledOnce();
});

test('what is copied is the number in full, where the text rounds it', async () => {
  for (const name of ['i', 'u'])
    await fireEvent.click(document.querySelector(name) ?? document.body, { altKey: true });
  expect(copy.mock.calls).toEqual([['47910.34'], ['1208']]);
});
