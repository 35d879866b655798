/** Records by hand, made up: what the program would answer of one customer. */
import type { HistoryView } from '../src/bindings/HistoryView';
import type { RecordDraft } from '../src/bindings/RecordDraft';
import type { RecordField } from '../src/bindings/RecordField';
import type { RecordForm } from '../src/bindings/RecordForm';
import type { RecordRef } from '../src/bindings/RecordRef';
import type { RecordSaved } from '../src/bindings/RecordSaved';
import type { RecordsView } from '../src/bindings/RecordsView';
import { imports } from './imports';

const cell = (text: string) => ({ text, role: null, list: null, raw: null });
const column = (key: string, label: string) => ({
  ...{ key, label, align: 'start' as const },
  sortable: false,
});

export const records: RecordsView = {
  revision: 1,
  kinds: [
    { kind: 'invoices', label: 'Invoices', one: 'invoice', count: '23', any: true },
    { kind: 'tickets', label: 'Tickets', one: 'support ticket', count: '', any: false },
  ],
  kind: 'invoices',
  table: {
    columns: [column('date', 'Date'), column('status', 'Status'), column('amount', 'Amount')],
    rows: [
      {
        key: '7',
        cells: [cell('19 Nov 2026'), cell('paid'), cell('€204.00')],
        open: null,
      },
    ],
    total: null,
    count: 23,
  },
  more: 'Show all 23',
};

function field(name: string, label: string, more: Partial<RecordField> = {}): RecordField {
  return { name, label, value: '', input: 'line', choices: [], hint: null, more: false, ...more };
}

export function form(record: RecordRef): RecordForm {
  return {
    record,
    title: record.id === null ? 'Add: invoice' : 'Correct: invoice',
    about: 'Nieuwland Architects',
    fields: [
      field('date', 'Date', { value: '19 Nov 2026' }),
      field('amount', 'Amount', { value: record.id === null ? '' : '204.00' }),
      field('status', 'Status', {
        ...{ value: 'paid', input: 'choice' },
        choices: [
          { key: 'paid', label: 'paid' },
          { key: 'open', label: 'open' },
        ],
      }),
      field('comment', 'Comment', { input: 'text' }),
      field('id', 'Key', { more: true, hint: 'Leave empty, unless files will name it so.' }),
    ],
    today: '20 Nov 2026',
  };
}

/** Only an amount without letters is one. */
export function save({ record, values }: RecordDraft): RecordSaved {
  const good = /^[\d.]+$/.test(values['amount'] ?? form(record).fields[1]?.value ?? '');
  const message = 'The amount is empty. Expected a number such as 29.00.';
  return {
    change: good ? 12 : null,
    customer: 4,
    wrong: good ? [] : [{ name: 'amount', message }],
    said: 'Added: invoice.',
  };
}

export const history: HistoryView = {
  revision: 1,
  steps: [
    {
      ...{ change: 9, at: '2026-11-20T09:31:00Z', text: 'Added: invoice' },
      ...{ about: 'Nieuwland Architects', open: '/customers/4' },
      ...{ undone: false, import: null },
    },
    ...imports.map((one) => ({
      ...{ change: one.import ?? 0, at: one.at, text: `Import of ${one.file}` },
      ...{ about: '', open: null, undone: one.undone, import: one },
    })),
  ],
  more: null,
};
