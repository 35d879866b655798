/** Which survey, wave and view the address names, and how the tabs keep them. */
import type { SurveyQuery } from '../../bindings/SurveyQuery';
import { router } from '../../lib/router.svelte';

export type Tab = 'waves' | 'enter' | 'follow';

const NAMES = ['survey', 'wave', 'view'] as const;

export function askOf(): SurveyQuery {
  const { params } = router;
  return {
    survey: params.get('survey'),
    wave: params.get('wave'),
    view: params.get('view') === 'latest' ? 'latest' : 'all',
  };
}

export function tabOf(): Tab {
  const tab = router.path[1];
  return tab === 'enter' || tab === 'follow' ? tab : 'waves';
}

/** Another tab about the same survey and wave. */
export function goTab(tab: string): void {
  const kept = Object.fromEntries(NAMES.map((name) => [name, router.params.get(name)]));
  router.go(tab === 'waves' ? '/surveys' : `/surveys/${tab}`, kept);
}
