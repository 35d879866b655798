/** What is done with a number besides opening it. */
import { router } from '../lib/router.svelte';
import { toasts } from '../lib/toasts.svelte';
import { say } from '../lib/words.svelte';

/** Shows only these customers: in the list the page has, or else among all customers. */
export function filterBy(list: string): void {
  const here = router.view === 'churn' && list.startsWith('churned:');
  if (here) router.goHere({ show: list, list: null });
  else router.go('/customers', { show: list });
}

export function copyNumber(plain: string): void {
  void navigator.clipboard.writeText(plain).then(() => {
    toasts.show(say('ui-copied-number', { number: plain }));
  });
}
