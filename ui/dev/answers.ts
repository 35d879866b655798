/** Made-up answers of the program, in the shape of the real ones. */
import type { AppState } from '../src/bindings/AppState';
import type { Bar } from '../src/bindings/Bar';
import type { ChurnView } from '../src/bindings/ChurnView';
import type { CohortRow } from '../src/bindings/CohortRow';
import type { Column } from '../src/bindings/Column';
import type { CustomerView } from '../src/bindings/CustomerView';
import type { ExplainView } from '../src/bindings/ExplainView';
import type { Fraction } from '../src/bindings/Fraction';
import type { ListView } from '../src/bindings/ListView';
import type { OverviewView } from '../src/bindings/OverviewView';
import type { PageRequest } from '../src/bindings/PageRequest';
import type { RetentionView } from '../src/bindings/RetentionView';
import type { RevenueView } from '../src/bindings/RevenueView';
import type { SumLine } from '../src/bindings/SumLine';
import type { WorkspaceSettings } from '../src/bindings/WorkspaceSettings';
import { bars, lines, type Series } from './charts';
import { cells, figure, MONTHS, noise, part } from './pieces';

export const app: AppState = {
  version: '0.1.0',
  preferences: { language: 'en', region: 'GB', theme: 'system', singleKeys: true },
  workspace: {
    name: 'Fjordlight',
    file: 'fjordlight.holdfast',
    sample: true,
    empty: false,
    customers: '641',
    asOf: 'On this computer only, figures as of 20 Nov 2026',
    revision: 1,
  },
  recent: [
    { id: 1, name: 'Harbour Books', file: 'harbour-books.holdfast', missing: false },
    { id: 2, name: 'Old trial', file: 'old-trial.holdfast', missing: true },
  ],
  place: null,
};

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const bar: Bar = {
  periods: 'Nov 2025 – Oct 2026',
  focus: { key: '2026-10', label: 'October 2026' },
  compare: 'previous month',
  segment: 'All customers',
  choices: [...MONTHS].reverse().map((key) => ({
    key,
    label: `${names[Number(key.slice(5)) - 1] ?? ''} ${key.slice(0, 4)}`,
  })),
  plans: ['Starter', 'Team', 'Business'].map((key) => ({ key, label: key })),
  countries: ['NL', 'SE', 'DE', 'GB'].map((key) => ({ key, label: key })),
  customers: '631',
};

const sum: SumLine = {
  start: part('start', 'Sep end', '€46,700'),
  parts: [
    part('new', 'New', '+1,208', 'mv-new'),
    part('expansion', 'Expansion', '+275', 'mv-expansion'),
    part('reactivation', 'Reactivation', '+174', 'mv-reactivation'),
    part('contraction', 'Contraction', '−10', 'mv-contraction'),
    part('churn', 'Churn', '−437', 'mv-churn'),
  ],
  end: part('end', 'Oct end', '€47,910'),
};

const fraction: Fraction = {
  label: 'Monthly retention, October',
  numerator: [
    { sign: '', text: '631', label: 'at the end', list: 'input:retention_rate:2026-10:E' },
    { sign: '−', text: '19', label: 'gained', list: 'input:retention_rate:2026-10:N' },
  ],
  denominator: [
    { sign: '', text: '619', label: 'at the start', list: 'input:retention_rate:2026-10:B' },
  ],
  times: '× 100 =',
  result: '98.87%',
  sentence: '631 at the end, 19 of them gained (18 new, 1 returned), 619 at the start. 7 left.',
  goal: { text: 'target above 90%', verdict: 'Met', met: true },
  explain: { metric: 'retention_rate', period: '2026-10' },
};
const yearly: Fraction = {
  ...fraction,
  label: 'Retention, 12 months',
  result: '84.33%',
  goal: { text: 'target above 85%', verdict: 'Below', met: false },
};

const movements = (width: number, height: number) => {
  const series: Series[] = [
    { role: 'mv-new', label: 'New', values: noise(5, 12, 800, 1700) },
    { role: 'mv-expansion', label: 'Expansion', values: noise(9, 12, 100, 300) },
    { role: 'mv-reactivation', label: 'Reactivation', values: noise(12, 12, 0, 180) },
    { role: 'mv-contraction', label: 'Contraction', values: noise(17, 12, -80, -10) },
    { role: 'mv-churn', label: 'Churn', values: noise(23, 12, -800, -100) },
  ];
  return bars(width, height, MONTHS, series, 'MRR movements by month');
};
const rates = (width: number, height: number) =>
  lines(
    width,
    height,
    MONTHS,
    [{ role: 'c1', label: 'Retention', values: noise(31, 12, 96, 100) }],
    'Retention by month',
  );

const goal = { text: 'target above 90%', verdict: 'Met', met: true };

export const overview = (width: number): OverviewView => ({
  revision: 1,
  bar,
  notices: [
    {
      code: 'no_rate',
      tone: 'warn',
      text: '12 subscriptions in NOK stay out of all totals: there is no exchange rate for them.',
      link: ['/settings', 'Set a rate'],
    },
  ],
  figures: [
    figure('mrr_end', 'MRR, end of October', '€47,910', { note: '€48,929 today, 20 Nov' }),
    figure('customers_end', 'Customers', '631', { note: '641 today' }),
    figure('retention_rate', 'Retention', '98.9%', {
      goal,
      change: { text: '0.3 pts', direction: 'down', good: false, spoken: 'down 0.3 points' },
    }),
    figure('churn_rate', 'Customer churn', '1.1%', { goal }),
    figure('nrr', 'NRR', '99.6%', { note: null }),
    figure('arpa', 'ARPA', '€75.93', { note: '47,910 ÷ 631' }),
  ],
  sum,
  movements: movements(Math.round(((width - 16) * 2) / 3) - 34, 300),
  retention: rates(Math.round(((width - 16) * 2) / 3) - 34, 170),
  targets: [fraction, yearly],
});

export const revenue = (width: number): RevenueView => ({
  revision: 1,
  bar,
  notices: [],
  figures: [
    figure('arpa', 'ARPA', '€75.93', { note: '47,910 ÷ 631' }),
    figure('asp', 'ASP', '€67.11', { note: '1,208 ÷ 18 new' }),
    figure('quick_ratio', 'Quick ratio', '3.7', { note: '1,657 ÷ 447' }),
    figure('arr', 'ARR', '€574,920', { note: 'MRR × 12' }),
    figure('committed_mrr', 'Committed MRR', '€47,816', { note: '4 leaving' }),
  ],
  mrr: lines(
    width - 34,
    220,
    MONTHS,
    [
      { role: 'c1', label: 'Business', values: noise(3, 12, 140, 170) },
      { role: 'c3', label: 'Team', values: noise(4, 12, 170, 190) },
      { role: 'c2', label: 'Starter', values: noise(8, 12, 100, 125) },
    ],
    'MRR by plan',
  ),
  sum,
  movements: movements(width - 34, 260),
});

function cohort(at: number): CohortRow {
  const left = 12 - at;
  const values = noise(at + 2, left, 80, 100).sort((a, b) => b - a);
  return {
    key: MONTHS[at] ?? '',
    label: bar.choices[11 - at]?.label ?? '',
    size: `${15 + (at % 5)}`,
    list: `cohort:${MONTHS[at] ?? ''}:0`,
    cells: [100, ...values].map((value, k) => ({
      text: `${value}`,
      heat: Math.min(5, Math.max(0, Math.floor((value - 76) / 4))),
      finished: k < left,
      spoken: `${MONTHS[at] ?? ''}, month ${k}: ${value}%`,
      list: `cohort:${MONTHS[at] ?? ''}:${k}`,
    })),
  };
}

export const retention = (width: number): RetentionView => ({
  revision: 1,
  bar,
  notices: [],
  figures: [
    figure('churn_rate', 'Customer churn', '1.13%'),
    figure('gross_mrr_churn', 'Gross MRR churn', '0.96%'),
    figure('net_mrr_churn', 'Net MRR churn', '0.00%', {
      change: null,
      note: 'Nothing to compare with',
    }),
    figure('nrr', 'NRR', '99.63%'),
    figure('grr', 'GRR', '99.04%'),
  ],
  rate: rates(Math.round(((width - 16) * 2) / 3) - 34, 240),
  axisNote: 'axis starts at 88%',
  fractions: [fraction, yearly],
  cohorts: {
    caption: '% still customers, by months since start',
    heads: ['Started in', 'Customers', ...Array.from({ length: 13 }, (_, k) => `${k}`)],
    mean: { ...cohort(0), key: '', label: 'Weighted mean', size: '213', list: null },
    rows: MONTHS.map((_, at) => cohort(at)),
    scale: ['under 80', 'all kept'],
  },
});

export const churn = (width: number): ChurnView => ({
  revision: 1,
  bar,
  notices: [],
  figures: [
    figure('customers_churned', 'Customers lost', '14', { note: '11 voluntary, 3 involuntary' }),
    figure('churn_rate', 'Customer churn', '2.4%', { goal: { ...goal, text: 'target below 10%' } }),
    figure('churn', 'MRR lost', '€876', { note: '1.96% of €44,725' }),
    figure('involuntary', 'Payment failed', '3 of 14'),
  ],
  customers: bars(
    Math.round((width - 16) / 2) - 34,
    200,
    MONTHS,
    [
      { role: 'mv-churn', label: 'Voluntary', values: noise(2, 12, 2, 11) },
      { role: 'mv-contraction', label: 'Involuntary', values: noise(6, 12, 0, 3) },
    ],
    'Customers lost',
  ),
  mrr: bars(
    Math.round((width - 16) / 2) - 34,
    200,
    MONTHS,
    [{ role: 'mv-churn', label: 'MRR lost', values: noise(6, 12, 100, 900) }],
    'MRR lost',
  ),
  reasons: {
    columns: [
      column('reason', 'Reason'),
      column('customers', 'Customers', true),
      column('lost', 'MRR lost', true),
    ],
    rows: ['Price went up', 'Payment failed', 'Too expensive', 'Switched tool', 'Not given'].map(
      (reason, at) => ({
        key: reason,
        cells: cells(reason, `${4 - Math.min(at, 3)}`, `€${444 - at * 80}`),
        open: null,
      }),
    ),
    total: { key: 'total', cells: cells('All', '14', '€876'), open: null },
    count: 5,
  },
  list: 'churned:2026-10',
});

function column(key: string, label: string, number = false): Column {
  return { key, label, align: number ? 'end' : 'start', sortable: true };
}

const first = 'Tern Solvang Duinrand Polder Quayside Juniper Oakmere Lantern Ostrava Umbra'.split(
  ' ',
);
const second = 'Cycles Analytics Legal Fitness Consulting Architects Physio Travel'.split(' ');

export function list(name: string, page: PageRequest): ListView {
  const all = name.startsWith('customers');
  const count = all ? 100_000 : 14;
  const rows = Array.from({ length: Math.min(page.limit, count - page.offset) }, (_, at) => {
    const index = page.offset + at;
    const who = `${first[index % 10] ?? ''} ${second[(index * 7) % 8] ?? ''}`;
    return {
      key: `${index}`,
      cells: cells(
        who,
        'Business',
        '€348',
        'Jun 2024',
        'Pays',
        `billing@${first[index % 10] ?? ''}.example`,
      ),
      open: `/customers/${index}`,
    };
  });
  const tabs = [name, 'moved:2026-10:gained', 'moved:2026-10:lost'];
  return {
    revision: 1,
    title: all ? 'Customers' : 'Who moved in October 2026',
    subtitle: all ? '100,000 customers, €48,929 MRR' : '41 movements of 41 customers',
    tabs: tabs.map((one, at) => ({
      list: one,
      label: ['All', 'Gained', 'Lost'][at] ?? '',
      count: `${[41, 33, 8][at] ?? 0}`,
      current: at === 0,
    })),
    table: {
      columns: [
        column('name', 'Customer'),
        column('plan', 'Plan'),
        column('mrr', 'MRR', true),
        column('since', 'Since'),
        column('status', 'Status'),
        column('email', 'E-mail'),
      ],
      rows,
      total: {
        key: 'total',
        cells: cells(`${count} customers`, '', '€48,929', '', '', ''),
        open: null,
      },
      count,
    },
  };
}

export const explain = (): ExplainView => ({
  revision: 1,
  title: 'Monthly retention, October 2026',
  formula: '(at the end − gained) ÷ at the start × 100',
  fraction,
  inputs: [
    part('E', 'At the end, 31 Oct 2026', '631'),
    part('N', 'Gained: new and returned', '19'),
    part('B', 'At the start', '619'),
  ],
  rules: ['A failed payment counts as paying for 30 days.', 'A paused customer stays one.'],
});

export const customer = (): CustomerView => ({
  revision: 1,
  name: 'Nieuwland Architects',
  subtitle: 'Customer since 19 January 2025 · NL',
  status: 'Pays',
  figures: [
    figure('mrr', 'MRR', '€204', { explain: null, note: '+€15 since September' }),
    figure('paid', 'Paid so far', '€4,392', { explain: null, change: null }),
    figure('tenure', 'With us', '22 months', { explain: null, change: null }),
  ],
  mrr: lines(
    560,
    160,
    MONTHS,
    [{ role: 'c1', label: 'MRR', values: noise(3, 12, 180, 204) }],
    'MRR',
  ),
  facts: [
    ['E-mail', 'office@nieuwland.example'],
    ['Country', 'NL'],
    ['Keys', 'cus_Qm4tVx81'],
  ],
  subscriptions: [
    {
      key: 'sub_1Pq8Zt',
      title: 'Business, monthly',
      status: 'Active',
      phases: {
        columns: [column('from', 'From'), column('plan', 'Plan'), column('mrr', 'MRR', true)],
        rows: [
          { key: '1', cells: cells('12 Sep 2026', 'Business × 15', '€204'), open: null },
          { key: '0', cells: cells('19 Jan 2025', 'Business × 14', '€189'), open: null },
        ],
        total: null,
        count: 2,
      },
    },
  ],
  movements: {
    columns: [
      column('period', 'Month'),
      column('kind', 'Movement'),
      column('change', 'Change', true),
    ],
    rows: [
      { key: 'b', cells: cells('September 2026', 'Expansion', '+€15'), open: null },
      { key: 'a', cells: cells('January 2025', 'New', '+€189'), open: null },
    ],
    total: null,
    count: 2,
  },
});

export const settings: WorkspaceSettings = {
  name: 'Fjordlight',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  targets: { monthly_retention: 9000, yearly_retention: 8500, monthly_churn: 1000, mrr: null },
  policy: { grace_days: 30 },
  rates: [
    { currency: 'SEK', rate: '0.0875', subscriptions: 41 },
    { currency: 'NOK', rate: '', subscriptions: 12 },
  ],
};
