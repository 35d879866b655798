/** Writes of the survey pages: the answers anew, the way back offered. */
import * as api from '../../lib/api';
import { touch } from '../../lib/resource.svelte';
import { toasts } from '../../lib/toasts.svelte';
import { trail } from '../../lib/trail';
import { say } from '../../lib/words.svelte';
import { undoing } from '../../shell/steps';

/** Writes something that can be undone, and says so; whether it went well. */
export async function saveAnswers(
  write: () => Promise<number | null>,
  said = say('ui-saved'),
): Promise<boolean> {
  try {
    const change = await write();
    touch('answers');
    if (change !== null) toasts.show(said, { offer: undoing(change) });
    return true;
  } catch (thrown) {
    toasts.show(api.failureOf(thrown).message, { tone: 'bad' });
    return false;
  }
}

/** Notes a change that was made without a word about it, for Ctrl+Z. */
export function noted(change: number | null): void {
  if (change !== null) trail.did({ kind: 'book', change });
}
