/** From which day the address looks at the programme, and how the tabs keep it. */
import type { LoyaltyQuery } from '../../bindings/LoyaltyQuery';
import { router } from '../../lib/router.svelte';
import { session } from '../../shell/session.svelte';

export type Tab = 'programme' | 'members' | 'ledger' | 'referrals';

const TABS: readonly Tab[] = ['programme', 'members', 'ledger', 'referrals'];

export function askOf(): LoyaltyQuery {
  return { day: router.params.get('day'), width: session.width };
}

export function tabOf(): Tab {
  return TABS.find((tab) => tab === router.path[1]) ?? 'programme';
}

/** Another tab, seen from the same day. */
export function goTab(tab: string): void {
  router.go(tab === 'programme' ? '/loyalty' : `/loyalty/${tab}`, {
    day: router.params.get('day'),
  });
}
