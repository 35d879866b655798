/** Everything that can be done from anywhere: the palette, the key map and the sidebar read it. */
import type { Density } from '../bindings/Density';
import type { IconName } from '../components/icons';
import * as api from '../lib/api';
import { router } from '../lib/router.svelte';
import type { Action } from '../lib/shortcuts.svelte';
import { say } from '../lib/words.svelte';
import { explaining } from './explaining.svelte';
import { overlays } from './overlays.svelte';
import { add } from './recording.svelte';
import { session } from './session.svelte';
import { choose, REDO, redo, UNDO, undo } from './steps';

export interface Place {
  key: string;
  label: string;
  icon: IconName;
  keys: string;
}

/** The views there are, in their order. */
export function places(): Place[] {
  return [
    { key: 'overview', label: say('ui-nav-overview'), icon: 'overview', keys: 'G O' },
    { key: 'revenue', label: say('ui-nav-revenue'), icon: 'revenue', keys: 'G R' },
    { key: 'retention', label: say('ui-nav-retention'), icon: 'retention', keys: 'G T' },
    { key: 'churn', label: say('ui-nav-churn'), icon: 'churn', keys: 'G C' },
    { key: 'customers', label: say('ui-nav-customers'), icon: 'customers', keys: 'G U' },
    { key: 'surveys', label: say('ui-nav-surveys'), icon: 'surveys', keys: 'G S' },
    { key: 'loyalty', label: say('ui-nav-loyalty'), icon: 'loyalty', keys: 'G L' },
    { key: 'import', label: say('ui-nav-import'), icon: 'import', keys: 'Ctrl+O' },
    { key: 'settings', label: say('ui-nav-settings'), icon: 'settings', keys: 'Ctrl+,' },
  ];
}

/** What needs a workspace and no customers: files are imported into it, anybody may answer. */
const WITHOUT_CUSTOMERS: ReadonlySet<string> = new Set(['import', 'surveys']);

/** Whether a view can be gone to: figures need data. */
export function reachable(key: string): boolean {
  const workspace = session.app?.workspace;
  if (key === 'settings') return true;
  if (WITHOUT_CUSTOMERS.has(key)) return workspace !== null && workspace !== undefined;
  return workspace ? !workspace.empty : false;
}

function views(): Action[] {
  return places()
    .filter((place) => reachable(place.key))
    .map(({ key, label, icon, keys }) => ({
      id: `go-${key}`,
      label,
      icon,
      keys,
      group: say('ui-group-views'),
      run: () => {
        router.go(`/${key}`);
      },
    }));
}

function health(): Action[] {
  if (!session.app?.workspace) return [];
  const group = say('ui-group-views');
  const to = (id: string, label: string, icon: IconName): Action => ({
    ...{ id: `go-${id}`, label, icon, group },
    run: () => {
      router.go(`/import/${id}`);
    },
  });
  return [
    to('health', say('ui-health'), 'check'),
    to('history', say('ui-history'), 'clock'),
    to('records', say('ui-price-list'), 'table'),
    {
      ...{ id: 'add-customer', label: say('ui-add-customer'), icon: 'plus' },
      group: say('ui-group-actions'),
      run: () => {
        add('customers');
      },
    },
  ];
}

function files(): Action[] {
  const group = say('ui-group-workspaces');
  const recent = (session.app?.recent ?? []).filter((one) => !one.missing);
  return [
    {
      id: 'sample',
      label: say('ui-explore-sample'),
      icon: 'chart',
      group,
      run: () => void session.enter(api.sampleOpen),
    },
    {
      id: 'new',
      label: say('ui-new-workspace'),
      icon: 'plus',
      keys: 'Ctrl+N',
      group,
      run: () => {
        overlays.open('new-workspace');
      },
    },
    {
      id: 'open',
      label: say('ui-open-workspace'),
      icon: 'file',
      keys: 'Ctrl+Shift+O',
      group,
      run: () => void session.enter(api.workspaceOpen),
    },
    ...recent.map((one): Action => ({
      id: `recent-${one.id}`,
      label: say('ui-switch-to', { name: one.name }),
      icon: 'clock',
      group,
      run: () => void session.enter(() => api.workspaceOpenRecent(one.id)),
    })),
  ];
}

/** Taking back and doing again; inside a text field these keys belong to the text. */
function steps(): Action[] {
  const group = say('ui-group-actions');
  return [
    {
      id: 'undo',
      label: say('ui-undo-last'),
      icon: 'undo',
      keys: UNDO,
      notInText: true,
      group,
      run: () => void undo(),
    },
    {
      id: 'redo',
      label: say('ui-redo-last'),
      icon: 'redo',
      keys: REDO,
      notInText: true,
      group,
      run: () => void redo(),
    },
  ];
}

const DENSITIES: readonly Density[] = ['standard', 'compact', 'tall'];

/** Shows how the figure in focus is computed, or the first one of the page; closes it again. */
function showSum(): void {
  if (explaining.key !== null) {
    explaining.close();
    return;
  }
  const focused = document.activeElement?.closest('[data-explains]');
  const of = focused ?? document.querySelector('main [data-explains]');
  of?.querySelector<HTMLElement>('[data-sum]')?.click();
}

function looks(): Action[] {
  const group = say('ui-group-actions');
  return [
    {
      id: 'theme-light',
      label: say('ui-action-light'),
      icon: 'settings',
      group,
      run: () => void choose({ theme: 'light' }),
    },
    {
      id: 'theme-dark',
      label: say('ui-action-dark'),
      icon: 'settings',
      group,
      run: () => void choose({ theme: 'dark' }),
    },
    {
      id: 'theme-system',
      label: say('ui-action-system'),
      icon: 'settings',
      group,
      run: () => void choose({ theme: 'system' }),
    },
    {
      id: 'density',
      label: say('ui-density'),
      icon: 'table',
      keys: 'D',
      group,
      run: () => {
        const at = DENSITIES.indexOf(session.app?.preferences.density ?? 'standard');
        const density = DENSITIES[(at + 1) % DENSITIES.length];
        if (density) void session.savePreferences({ density });
      },
    },
    {
      id: 'sum',
      label: say('ui-sum-in-focus'),
      keys: '=',
      keysOnly: true,
      group,
      run: showSum,
    },
    {
      id: 'keys',
      label: say('ui-key-map'),
      icon: 'book',
      keys: '?',
      group,
      run: () => {
        overlays.open('keys');
      },
    },
    {
      id: 'palette',
      label: say('ui-search'),
      icon: 'search',
      keys: 'Ctrl+K',
      keysOnly: true,
      group,
      run: () => {
        overlays.open('palette');
      },
    },
    {
      id: 'escape',
      label: say('ui-close'),
      keys: 'Escape',
      keysOnly: true,
      group,
      run: () => {
        if (router.params.has('list')) router.goHere({ list: null });
      },
    },
  ];
}

export function actions(): Action[] {
  return [...views(), ...health(), ...steps(), ...looks(), ...files()];
}
