import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '../src/bindings/ImportPreview';
import type { MappingRequest } from '../src/bindings/MappingRequest';
import type { PreviewColumn } from '../src/bindings/PreviewColumn';
import App from '../src/App.svelte';
import * as files from '../dev/imports';
import { answers } from '../dev/program';
import { session } from '../src/shell/session.svelte';
import { grouped, linesOf } from '../src/views/import/causes';
import { queue } from '../src/views/import/queue.svelte';
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
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
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
      const { request } = args as { request: MappingRequest };
      asked.push(request);
      return { ...preview, request: { ...request, fresh: true } };
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

test('a value for every row is set and taken back', () => {
  const set = said.constant(said.nothing, 'currency', 'EUR');
  expect(said.constant(set, 'currency', 'SEK').set).toEqual([['currency', 'SEK']]);
  expect(said.constant(set, 'currency', null).set).toEqual([]);
});

test('causes are told by how grave they are, each with its own lines', () => {
  const [error, warning] = files.preview.causes;
  if (!error || !warning) throw new Error('no causes');
  const groups = grouped([warning, error, { ...warning, code: 'same_row', count: 4 }]);
  expect(groups.map(({ severity, count }) => [severity, count])).toEqual([
    ['error', 1],
    ['warning', 5],
  ]);
  expect(linesOf(error, files.preview.problems).map((one) => one.line)).toEqual([412]);
});

test('an undo says what it removes and what stays before it is done', async () => {
  await open();
  await fireEvent.click(
    screen.getAllByRole('button', { name: /Undo the import of/ })[0] as Element,
  );
  const dialog = await screen.findByRole('dialog', { name: /Undo the import of/ });
  await waitFor(() => {
    expect(dialog.querySelectorAll('[data-undo]').length).toBe(3);
  });
  expect(dialog.querySelector('[data-undo=stays]')?.textContent).toContain('customers');
});

describe('a queue', () => {
  let order: string[] = [];
  beforeEach(() => {
    order = [];
    window.location.hash = '#/import';
    const answer = answers(false);
    mockIPC(
      (command, args) => {
        if (command === 'import_run') order.push((args as { token: string }).token);
        return answer(command, args);
      },
      { shouldMockEvents: true },
    );
    render(App);
  });

  test('imports what is recognised in its order, and leaves what is refused', async () => {
    await waitFor(() => {
      expect(session.app).toBeDefined();
    });
    await queue.take(['0', '1', '2']);
    await screen.findByRole('heading', { name: 'Files' });
    expect(queue.entries.map((one) => one.state).slice(1)).toEqual(['waiting', 'refused']);
    await fireEvent.click(screen.getByRole('button', { name: 'Import the rest as recognised' }));
    await waitFor(() => {
      expect(queue.entries.map((one) => one.state)).toEqual(['done', 'done', 'refused']);
    });
    expect(order).toEqual(['0', '1']);
    await screen.findByText('2 of 3 are in');
  });
});
