import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import type { LoyaltyView } from '../src/bindings/LoyaltyView';
import type { PreviewView } from '../src/bindings/PreviewView';
import type { Programme } from '../src/bindings/Programme';
import App from '../src/App.svelte';
import * as made from '../dev/answers';
import { answers } from '../dev/program';
import { session } from '../src/shell/session.svelte';
import { draft } from '../src/views/loyalty/draft.svelte';
import { Live } from '../src/views/loyalty/live.svelte';
import Preview from '../src/views/loyalty/Preview.svelte';

const view = made.view('loyalty-programme') as LoyaltyView;
const programme = view.rules?.programme ?? fail('the sample has a programme');
const preview = made.view('loyalty-preview') as PreviewView;

afterEach(() => {
  cleanup();
  draft.discard();
  session.app = undefined;
});

function fail(why: string): never {
  throw new Error(why);
}

/** Opens the page; gives what was asked and written since. */
async function open(): Promise<[string, unknown][]> {
  window.location.hash = '#/loyalty';
  const asked: [string, unknown][] = [];
  const answer = answers(false);
  mockIPC(
    (command, args) => {
      asked.push([command, args]);
      return answer(command, args);
    },
    { shouldMockEvents: true },
  );
  render(App);
  await screen.findByText(view.top.name);
  await waitFor(() => document.querySelector('[data-rules]') ?? fail('no rules'));
  return asked;
}

function field(name: string): HTMLInputElement {
  return document.querySelector<HTMLInputElement>(`[data-field="${name}"]`) ?? fail(name);
}

function tiersOf(asked: readonly [string, unknown][]): number[] {
  const last = asked.findLast(([command]) => command === 'loyalty_preview')?.[1];
  return (last as { programme: Programme }).programme.tiers.map((tier) => tier.threshold);
}

test('a threshold that is typed is asked about at once and kept as a draft', async () => {
  const asked = await open();
  await fireEvent.input(field('threshold-2'), { target: { value: '1,250' } });
  await waitFor(() => {
    expect(tiersOf(asked)[2]).toBe(1250);
  });
  expect(draft.programme?.tiers[2]?.threshold).toBe(1250);
  const kept = Object.keys(localStorage).find((key) => key.startsWith('loyalty-draft'));
  expect(kept).toBeDefined();
  await fireEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(draft.programme).toBeNull();
  expect(localStorage.getItem(kept ?? '')).toBeNull();
});

test('later rules that applying would drop are named before it is done', async () => {
  const drops = 'The rules from 1 Mar 2027 go.';
  const { rerender } = render(Preview, { preview, labelled: 'head' });
  expect(document.querySelector('[data-drops]')).toBeNull();
  await rerender({ preview: { ...preview, drops } });
  expect(screen.getByText(drops)).toBeDefined();
});

test('what is no number is marked and changes nothing', async () => {
  await open();
  await fireEvent.input(field('threshold-2'), { target: { value: '12x' } });
  expect(field('threshold-2').getAttribute('aria-invalid')).toBe('true');
  expect(draft.programme).toBeNull();
});

test('applying writes the draft from its day and leaves none', async () => {
  const asked = await open();
  await fireEvent.input(field('threshold-1'), { target: { value: '400' } });
  await fireEvent.click(await screen.findByRole('button', { name: /^Apply from/ }));
  await waitFor(() => {
    expect(draft.programme).toBeNull();
  });
  const entry = asked.find(([command]) => command === 'programme_save')?.[1];
  expect(entry).toMatchObject({
    entry: { from: view.rules?.next, programme: { tiers: { 1: { threshold: 400 } } } },
  });
});

test('of questions that overtake each other only the newest is answered', async () => {
  const answered: (() => void)[] = [];
  mockIPC(
    (_, args) =>
      new Promise((resolve) => {
        const { name } = (args as { programme: Programme }).programme;
        answered.push(() => {
          resolve({ ...preview, of: name });
        });
      }),
  );
  const live = new Live();
  for (const name of ['first', 'second', 'third']) live.ask({ ...programme, name });
  expect(answered.length).toBe(1);
  answered[0]?.();
  await waitFor(() => {
    expect(answered.length).toBe(2);
  });
  expect(live.view).toBeUndefined();
  answered[1]?.();
  await waitFor(() => {
    expect(live.view?.of).toBe('third');
  });
});

test('every figure of a tier opens its customers', async () => {
  await open();
  for (const tier of view.tiers) {
    const link = document.querySelector(`[data-tier="${tier.mark.name}"] .fig a`);
    const list = new URLSearchParams(link?.getAttribute('href')?.split('?')[1]).get('list');
    expect(list).toBe(tier.members.list);
  }
});

test('a day that is none, or has not come, is marked and goes nowhere', async () => {
  await open();
  const day = screen.getByLabelText<HTMLInputElement>('As of');
  for (const typed of ['2026-13-45', 'yesterday', '2999-01-01']) {
    await fireEvent.input(day, { target: { value: typed } });
    await fireEvent.change(day);
    expect(day.getAttribute('aria-invalid')).toBe('true');
    expect(window.location.hash).toBe('#/loyalty');
  }
  await fireEvent.input(day, { target: { value: '2026-06-30' } });
  await fireEvent.change(day);
  expect(day.getAttribute('aria-invalid')).toBeNull();
  expect(window.location.hash).toContain('day=2026-06-30');
});
