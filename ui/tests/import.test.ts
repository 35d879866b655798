import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ImportPreview } from '../src/bindings/ImportPreview';
import type { MappingRequest } from '../src/bindings/MappingRequest';
import type { PreviewColumn } from '../src/bindings/PreviewColumn';
import App from '../src/App.svelte';
import * as files from '../dev/imports';
import { answers } from '../dev/program';
import { session } from '../src/shell/session.svelte';
import * as said from '../src/views/import/said';

const column = (header: string, more: Partial<PreviewColumn> = {}): PreviewColumn => ({
  header,
  samples: [],
  field: null,
  attribute: false,
  label: header,
  meaning: '',
  confidence: 0,
  sure: true,
  verdict: '',
  ...more,
});

test('a field has one column: another one lets go of it', () => {
  const once = said.column(said.nothing, column('A'), 'name');
  const twice = said.column(once, column('B'), 'name');
  expect(twice.map).toEqual([['name', 'B']]);
});

test('a column that is left out means nothing, and can mean something again', () => {
  const named = said.column(said.nothing, column('A'), 'name');
  const out = said.column(named, column('A'), said.LEAVE_OUT);
  expect([out.map, out.leave_out]).toEqual([[], ['A']]);
  const kept = said.column(out, column('A', { label: 'a' }), said.KEEP);
  expect([kept.map, kept.leave_out]).toEqual([[['attribute.a', 'A']], []]);
});

test('another kind of rows forgets its columns and keeps how dates and keys are read', () => {
  const before: MappingRequest = {
    ...said.column(said.nothing, column('A'), 'name'),
    date_order: 'month_first',
    source: 'stripe',
  };
  expect(said.kind(before, 'customers')).toEqual({
    ...said.nothing,
    kind: 'customers',
    date_order: 'month_first',
    source: 'stripe',
  });
});

const preview: ImportPreview = {
  ...files.preview,
  kind: 'customers',
  exporter: '',
  columns: [
    column('who', { field: 'id', meaning: 'Key' }),
    column('region', { attribute: true, meaning: 'Keep as label “region”' }),
    column('note'),
  ],
  date_order: {
    chosen: '',
    choices: [
      { code: '', label: 'decided by the values' },
      { code: 'month_first', label: 'month first: 03/04/2025 is 4 Mar 2025' },
    ],
    hint: null,
  },
  source: {
    chosen: '',
    choices: [
      { code: '', label: 'keys of this file’s own' },
      { code: 'stripe', label: 'Stripe' },
    ],
    hint: 'The keys look like those of Stripe.',
  },
};
let asked: MappingRequest[] = [];

beforeEach(() => {
  HTMLElement.prototype.showPopover = vi.fn();
  asked = [];
});
afterEach(() => {
  cleanup();
  session.app = undefined;
});

async function open(): Promise<void> {
  window.location.hash = '#/import/0';
  const answer = answers(false);
  mockIPC(
    (command, args) => {
      if (command !== 'import_preview') return answer(command, args);
      asked.push((args as { request: MappingRequest }).request);
      return preview;
    },
    { shouldMockEvents: true },
  );
  render(App);
  await screen.findByRole('combobox', { name: /region/ });
}

async function choose(name: RegExp, value: string): Promise<MappingRequest> {
  const before = asked.length;
  await fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
  await waitFor(() => {
    expect(asked.length).toBe(before + 1);
  });
  return asked.at(-1) ?? said.nothing;
}

test('every choice of the mapping asks for another preview', async () => {
  await open();
  expect(screen.getByText('The keys look like those of Stripe.')).toBeTruthy();
  const region = screen.getByRole<HTMLSelectElement>('combobox', { name: /region/ });
  expect(region.selectedOptions[0]?.textContent).toBe('Keep as label “region”');
  const note = screen.getByRole<HTMLSelectElement>('combobox', { name: /note/ });
  expect(note.selectedOptions[0]?.textContent).toBe('Do not import');

  expect((await choose(/region/, 'country')).map).toEqual([['country', 'region']]);
  expect((await choose(/who/, said.LEAVE_OUT)).leave_out).toEqual(['who']);
  expect((await choose(/Order of dates/, 'month_first')).date_order).toBe('month_first');
  expect((await choose(/Keys are those of/, 'stripe')).source).toBe('stripe');
  const last = asked.at(-1);
  expect([last?.map, last?.leave_out]).toEqual([[['country', 'region']], ['who']]);
});
