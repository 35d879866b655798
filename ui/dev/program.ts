/** Answers the window's commands with the sample's views and what is made up around them. */
import type { AppState } from '../src/bindings/AppState';
import type { PageRequest } from '../src/bindings/PageRequest';
import type { Preferences } from '../src/bindings/Preferences';
import type { RecordDraft } from '../src/bindings/RecordDraft';
import type { RecordRef } from '../src/bindings/RecordRef';
import type { SurveyQuery } from '../src/bindings/SurveyQuery';
import * as made from './answers';
import * as hand from './hand';
import * as files from './imports';

interface Args {
  ask: SurveyQuery;
  list: string;
  page: PageRequest;
  preferences: Preferences;
  text: string;
  tokens: string[];
  record: RecordRef;
  draft: RecordDraft;
}

/** Everything the window can ask; `first` starts without a workspace, `endless` never ends an import. */
export function answers(
  first: boolean,
  preferences: Partial<Preferences> = {},
  endless = false,
): (command: string, args: unknown) => unknown {
  let app: AppState = {
    ...made.app,
    preferences: { ...made.app.preferences, ...preferences },
    workspace: first ? null : made.app.workspace,
  };
  const open = () => (app = { ...app, workspace: made.app.workspace });
  const known: Record<string, (args: Args) => unknown> = {
    state: () => app,
    save_preferences: (args) => (app = { ...app, preferences: args.preferences }),
    remember_place: () => null,
    sample_open: open,
    workspace_new: open,
    workspace_open: () => null,
    workspace_open_recent: open,
    workspace_close: () => (app = { ...app, workspace: null }),
    settings: () => made.settings,
    rates: () => made.rates,
    save_rate: () => null,
    remove_rate: () => null,
    save_settings: () => made.settings,
    overview: () => made.view('overview'),
    revenue: () => made.view('revenue'),
    retention: () => made.view('retention'),
    churn: () => made.view('churn'),
    customer: () => made.view('customer'),
    records: () => hand.records,
    record_form: ({ record }) => hand.form(record),
    record_save: ({ draft }) => hand.save(draft),
    record_delete: () => ({ change: 13, customer: 4, wrong: [], said: 'Deleted: invoice.' }),
    history: () => hand.history,
    health: () => made.view('health'),
    surveys: ({ ask }) => made.view(ask.survey === 'Loyalty index' ? 'surveys-index' : 'surveys'),
    survey_enter: () => made.view('surveys-enter'),
    survey_follow: () => made.view('surveys-follow'),
    survey_person: () => ({ customer: 1, name: 'Nieuwland Physio', detail: 'Team' }),
    answer_save: () => ({ answer: 1, change: null }),
    answer_remove: () => ({ answer: 1, change: null }),
    answer_history: () => [{ at: '20 Nov 2026, 09:41', text: 'entered' }],
    answers_look: () => ({ good: 0, text: '', lines: [] }),
    answers_paste: () => ({ saved: 0, change: null }),
    survey_new: () => null,
    survey_delete: () => null,
    survey_reword: () => null,
    wave_set: () => null,
    remark: () => null,
    loyalty: () => made.view('loyalty-programme'),
    loyalty_preview: () => made.view('loyalty-preview'),
    loyalty_simulate: () => made.view('loyalty-simulation'),
    loyalty_members: () => made.view('loyalty-members'),
    loyalty_ledger: () => made.view('loyalty-ledger'),
    loyalty_referrals: () => made.view('loyalty-referrals'),
    loyalty_person: () => made.view('loyalty-person'),
    programme_save: () => 21,
    points_redeem: () => 22,
    points_adjust: () => 23,
    reward_save: () => 24,
    member_join: () => 25,
    member_leave: () => 26,
    member_opening: () => 27,
    together: () => ({ revision: 1, members: [], mrr: '' }),
    decide_join: () => ({ change: null, customer: 0 }),
    decide_apart: () => ({ change: null, customer: 0 }),
    decide_split: () => ({ change: null, customer: 0 }),
    list: ({ list, page }) => made.list(list, page),
    explain: () => made.view('explain'),
    import_pick: () => ['0'],
    import_tables: ({ tokens }) => files.tables.filter((one) => tokens.includes(one.token)),
    import_rows: () => files.rows,
    import_problems: () => ({ causes: files.preview.causes, problems: files.preview.problems }),
    mappings: () => files.mappings,
    forget_mapping: () => 5,
    undo_look: () => files.look,
    import_preview: () => files.preview,
    import_count: () => ({ ...files.summary, import: null }),
    import_run: () => (endless ? new Promise(() => undefined) : files.summary),
    import_cancel: () => null,
    import_rejects: () => 'skipped.csv',
    imports: () => files.imports,
    undo: () => null,
    redo: () => null,
    search: ({ text }) =>
      ['Nieuwland Architects', 'Nieuwland Physio']
        .filter((name) => name.toLowerCase().includes(text))
        .map((label, at) => ({ key: `/customers/${at}`, label })),
  };
  return (command, args) => {
    const answer = known[command];
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the program's failures cross
    if (!answer) throw { code: 'unexpected', message: `No answer to ${command}.` };
    return answer(args as Args);
  };
}
