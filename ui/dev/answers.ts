/** What the program answers: the views of the sample as the core's tests wrote them, and a made-up frame. */
import type { AppState } from '../src/bindings/AppState';
import type { ListView } from '../src/bindings/ListView';
import type { PageRequest } from '../src/bindings/PageRequest';
import type { RatesView } from '../src/bindings/RatesView';
import type { WorkspaceSettings } from '../src/bindings/WorkspaceSettings';

const files = import.meta.glob<unknown>('../../tests/golden/*.json', {
  import: 'default',
  eager: true,
});

/** A view as it stands in `tests/golden`. */
export function view(name: string): unknown {
  return files[`../../tests/golden/${name}.json`];
}

export const app: AppState = {
  version: '0.1.0',
  preferences: {
    language: 'en',
    region: 'GB',
    theme: 'system',
    singleKeys: true,
    density: 'standard',
  },
  workspace: {
    name: 'Fjordlight',
    file: 'fjordlight.holdfast',
    sample: true,
    empty: false,
    customers: '655',
    asOf: '20 Nov 2026',
    revision: 1,
  },
  recent: [
    { id: 1, name: 'Harbour Books', file: 'harbour-books.holdfast', missing: false },
    { id: 2, name: 'Old trial', file: 'old-trial.holdfast', missing: true },
  ],
  place: null,
};

/** Which of the lists written is of this kind. */
function nearest(name: string): string {
  if (name.startsWith('customers')) return 'list-customers';
  if (name.startsWith('loyalty')) return 'list-loyalty';
  return name.startsWith('moved') ? 'list-moved' : 'list-answers';
}

/** The list that fits best, its rows again and again for as many as it has. */
export function list(name: string, page: PageRequest): ListView {
  const known = view(nearest(name)) as ListView;
  const { rows, count } = known.table;
  const wanted = Math.max(Math.min(page.limit, count - page.offset), 0);
  const sight = Array.from({ length: wanted }, (_, at) => {
    const row = rows[(page.offset + at) % rows.length];
    return row ? { ...row, key: `${page.offset + at}` } : undefined;
  });
  return { ...known, table: { ...known.table, rows: sight.filter((row) => row !== undefined) } };
}

export const settings: WorkspaceSettings = {
  name: 'Fjordlight',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  targets: { monthly_retention: 9000, yearly_retention: 8500, monthly_churn: 1000, mrr: null },
  policy: { grace_days: 30 },
};

export const rates: RatesView = {
  currency: 'EUR',
  currencies: [
    { currency: 'NOK', subscriptions: 12, rates: [], more: null },
    {
      currency: 'SEK',
      subscriptions: 41,
      rates: [
        { day: '2026-10-01', from: '1 Oct 2026', rate: '0.0912', text: '0.0912' },
        { day: '2026-07-01', from: '1 Jul 2026', rate: '0.089', text: '0.089' },
        { day: '', from: 'from the beginning', rate: '0.0875', text: '0.0875' },
      ],
      more: 'And 6,912 earlier days.',
    },
  ],
};
