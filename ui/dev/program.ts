/** Answers the window's commands with what is made up. `?first` starts without a workspace. */
import { mockIPC } from '@tauri-apps/api/mocks';
import type { AppState } from '../src/bindings/AppState';
import type { PageRequest } from '../src/bindings/PageRequest';
import type { Preferences } from '../src/bindings/Preferences';
import type { Query } from '../src/bindings/Query';
import * as answers from './answers';
import * as files from './imports';

interface Args {
  query: Query;
  list: string;
  page: PageRequest;
  preferences: Preferences;
  text: string;
}

export function install(): void {
  const address = new URLSearchParams(window.location.search);
  let app: AppState = answers.app;
  if (address.has('first')) app = { ...app, workspace: null };
  const theme = address.get('theme');
  if (theme === 'dark' || theme === 'light')
    app = { ...app, preferences: { ...app.preferences, theme } };
  const language = address.get('language');
  if (language === 'nl' || language === 'sv')
    app = { ...app, preferences: { ...app.preferences, language } };

  const width = (args: Args) => args.query.width ?? 1024;
  const known: Record<string, (args: Args) => unknown> = {
    state: () => app,
    save_preferences: ({ preferences }) => (app = { ...app, preferences }),
    remember_place: () => null,
    sample_open: () => (app = answers.app),
    workspace_new: () => (app = answers.app),
    workspace_open: () => null,
    workspace_open_recent: () => (app = answers.app),
    workspace_close: () => (app = { ...app, workspace: null }),
    settings: () => answers.settings,
    save_settings: () => answers.settings,
    overview: (args) => answers.overview(width(args)),
    revenue: (args) => answers.revenue(width(args)),
    retention: (args) => answers.retention(width(args)),
    churn: (args) => answers.churn(width(args)),
    customer: answers.customer,
    list: ({ list, page }) => answers.list(list, page),
    explain: answers.explain,
    import_pick: () => '0',
    import_preview: () => files.preview,
    import_run: () => (address.has('running') ? new Promise(() => undefined) : files.summary),
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
  mockIPC(
    (command, args) => {
      const answer = known[command];
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the program's failures cross
      if (!answer) throw { code: 'unexpected', message: `No answer to ${command}.` };
      return answer(args as unknown as Args);
    },
    { shouldMockEvents: true },
  );
}
