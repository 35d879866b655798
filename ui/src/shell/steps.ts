/** Taking back and doing again, from anywhere: what it was is said, with the way back. */
import type { Turned } from '../bindings/Turned';
import * as api from '../lib/api';
import { type Offer, toasts } from '../lib/toasts.svelte';
import { say } from '../lib/words.svelte';
import { session } from './session.svelte';

export const UNDO = 'Ctrl+Z';
export const REDO = 'Ctrl+Shift+Z';

/** What a toast offers after a change. */
export function undoing(change: number): Offer {
  return { label: say('ui-undo'), keys: UNDO, run: () => void undo(change) };
}

/** Takes back a change, or the last one that stands. */
export function undo(change: number | null = null): Promise<void> {
  return turn(api.undo(change), 'ui-nothing-to-undo', (turned) => {
    const said =
      turned.kind === 'import'
        ? say('ui-import-undone', { file: turned.label })
        : say('ui-settings-undone');
    const offer = { label: say('ui-redo'), keys: REDO, run: () => void redo(turned.change) };
    toasts.show(said, { offer });
  });
}

/** Does a change again, or the next one of those taken back. */
export function redo(change: number | null = null): Promise<void> {
  return turn(api.redo(change), 'ui-nothing-to-redo', (turned) => {
    const said =
      turned.kind === 'import'
        ? say('ui-import-again', { file: turned.label })
        : say('ui-settings-again');
    toasts.show(said, { offer: undoing(turned.change) });
  });
}

async function turn(
  asked: Promise<Turned | null>,
  nothing: string,
  tell: (turned: Turned) => void,
): Promise<void> {
  await session.attempt(async () => {
    const turned = await asked;
    if (turned === null) {
      toasts.show(say(nothing));
      return;
    }
    await session.refresh();
    tell(turned);
  });
}
