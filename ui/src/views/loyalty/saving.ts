/** Writes of the loyalty pages: everything computed from them anew, the way back offered. */
import * as api from '../../lib/api';
import { toasts } from '../../lib/toasts.svelte';
import { session } from '../../shell/session.svelte';
import { undoing } from '../../shell/steps';

/** Writes something that can be undone; what kept it from being written, in words. */
export async function save(
  write: () => Promise<number | null>,
  said: string,
): Promise<string | null> {
  try {
    const change = await write();
    await session.refresh();
    if (change !== null) toasts.show(said, { offer: undoing(change) });
    return null;
  } catch (thrown) {
    return api.failureOf(thrown).message;
  }
}
