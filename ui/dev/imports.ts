/** Made-up files and what came of them. */
import type { Cell } from '../src/bindings/Cell';
import type { ImportCause } from '../src/bindings/ImportCause';
import type { ImportPreview } from '../src/bindings/ImportPreview';
import type { ImportProblem } from '../src/bindings/ImportProblem';
import type { ImportRows } from '../src/bindings/ImportRows';
import type { ImportSummary } from '../src/bindings/ImportSummary';
import type { PreviewColumn } from '../src/bindings/PreviewColumn';
import type { QueuedTable } from '../src/bindings/QueuedTable';
import type { RememberedMapping } from '../src/bindings/RememberedMapping';
import type { UndoLook } from '../src/bindings/UndoLook';

function cells(...texts: string[]): Cell[] {
  return texts.map((text) => ({ text, role: null, list: null, raw: null }));
}

function column(
  header: string,
  sample: string,
  field: string | null,
  meaning: string,
  confidence = 1,
): PreviewColumn {
  const verdict = field === null ? '' : confidence < 0.8 ? 'please look' : 'sure';
  const sure = field === null || confidence > 0.8;
  return {
    ...{ header, samples: [sample], field, meaning, confidence, sure, verdict },
    ...{ attribute: false, label: null },
  };
}

const problems: ImportProblem[] = [
  ['Amount', '“7O,00” is not an amount (Price). Expected a number such as 29.00.', 'error'],
  ['', 'The same row as line 700. It is counted once.', 'warning'],
].map(([head = '', message = '', severity], at) => ({
  line: 412 + at * 289,
  column: head,
  value: '',
  code: 'bad_amount',
  severity: severity === 'error' ? 'error' : 'warning',
  message,
}));

const causes: ImportCause[] = problems.map((problem) => ({
  ...{ code: problem.code, severity: problem.severity, column: problem.column },
  ...{ title: problem.message, count: 1, lines: [problem.line], values: [] },
  message: problem.message,
}));

export const preview: ImportPreview = {
  file: 'stripe_subscriptions_2026-11-20.csv',
  dress: '1,284 rows, 312 kB, UTF-8, comma, dates in UTC',
  kind: 'subscriptions',
  exporter: 'stripe',
  kinds: [
    { code: 'customers', label: 'customers' },
    { code: 'subscriptions', label: 'subscriptions' },
    { code: 'plan-changes', label: 'plan changes' },
  ],
  fields: [
    { code: 'id', label: 'Key' },
    { code: 'customer', label: 'Customer key' },
    { code: 'plan', label: 'Plan' },
    { code: 'amount', label: 'Price' },
    { code: 'start', label: 'Start date' },
    { code: 'country', label: 'Country' },
  ],
  columns: [
    column('id', 'sub_1Pq8Zt', 'id', 'Key'),
    column('Customer ID', 'cus_Qm4tVx81', 'customer', 'Customer key'),
    column('Plan', 'Team monthly', 'plan', 'Plan'),
    column('Amount', '79,00', 'amount', 'Price, read as €79.00'),
    column('Start (UTC)', '2026-03-10 09:12', 'start', 'Start date, read as 10 Mar 2026'),
    column('region', 'Noord', 'country', 'Country', 0.5),
    column('Customer Description', '', null, 'Not read'),
  ],
  sure: 5,
  look: 1,
  date_order: null,
  source: null,
  written: {
    encoding: {
      chosen: '',
      choices: [
        { code: '', label: 'as found: UTF-8' },
        { code: 'windows-1252', label: 'windows-1252' },
      ],
      hint: null,
    },
    delimiter: {
      chosen: '',
      choices: [
        { code: '', label: 'as found: comma' },
        { code: ';', label: 'semicolon' },
      ],
      hint: null,
    },
    headless: false,
  },
  constants: [
    { code: 'currency', label: 'Currency', value: 'EUR', choices: [] },
    {
      code: 'interval',
      label: 'Billing period',
      value: null,
      choices: [
        { code: 'month', label: 'month' },
        { code: 'year', label: 'year' },
      ],
    },
  ],
  request: {
    ...{ kind: null, map: [], set: [], map_only: false, leave_out: [], date_order: null },
    ...{ source: null, dress: { encoding: null, delimiter: null, headless: false }, fresh: true },
  },
  remembered: 'Read as you mapped it on 3 Nov 2026 (list.csv).',
  missing: [],
  first: {
    columns: ['Key', 'Customer', 'Plan', 'Price', 'Start'].map((label) => ({
      key: label,
      label,
      align: 'start',
      sortable: false,
    })),
    rows: [1, 2, 3].map((at) => ({
      key: `${at}`,
      cells: cells(`sub_${at}`, 'cus_Qm4tVx81', 'Team', '€79.00', '10 Mar 2026'),
      open: null,
    })),
    total: null,
    count: 3,
  },
  problems,
  causes,
  notices: [
    {
      code: 'no_ended',
      tone: 'warn',
      text: 'Nothing in this list has ended: it leaves out cancelled subscriptions. Retention from it would be 100% and untrue.',
      link: null,
    },
  ],
};

export const summary: ImportSummary = {
  import: 4,
  file: preview.file,
  kind: 'subscriptions',
  exporter: 'stripe',
  at: '2026-11-20T09:31:00Z',
  rows: 1284,
  new: 14,
  changed: 37,
  unchanged: 1221,
  skipped: 12,
  undone: false,
  mapping: {},
  problems,
  causes,
  errors: 12,
  warnings: 3,
  guesses: 0,
  notices: [],
};

export const imports: ImportSummary[] = [
  summary,
  { ...summary, import: 3, file: 'customers_old_crm.csv', new: 0, changed: 0, undone: true },
];

/** Three files chosen at once. */
export const tables: QueuedTable[] = [
  { ...table('0', 'customers.csv'), kind: 'customers', kind_label: 'customers' },
  table('1', preview.file),
  {
    ...table('2', 'photo.csv'),
    kind: null,
    kind_label: '',
    recognised: false,
    trouble: { code: 'not_csv', message: '“photo.csv” is not a CSV.' },
  },
];

function table(token: string, file: string): QueuedTable {
  return {
    ...{ token, file, dress: preview.dress, kind: 'subscriptions', trouble: null },
    ...{ kind_label: 'subscriptions', recognised: true },
  };
}

export const look: UndoLook = {
  removes: [{ label: 'subscriptions', count: '14' }],
  restores: [{ label: 'subscriptions', count: '35' }],
  stays: [{ label: 'customers', count: '2' }],
  redo: true,
};

export const rows: ImportRows = {
  table: {
    columns: preview.first.columns.slice(0, 3),
    rows: [
      { key: '0', cells: cells('Ann', 'subscriptions', 'Price €29.00'), open: '/customers/4' },
    ],
    total: null,
    count: 600,
  },
  more: '1 to 500 of 600',
  before: null,
  after: 500,
  kept: true,
};

export const mappings: RememberedMapping[] = [
  { key: 'mapping 1', file: 'list.csv', about: 'subscriptions, 12 columns, 3 Nov 2026' },
];
