/** Taking back and doing again, from anywhere: what it was is said, with the way back. */
import type { Preferences } from '../bindings/Preferences';
import type { Turned } from '../bindings/Turned';
import * as api from '../lib/api';
import { type Offer, toasts } from '../lib/toasts.svelte';
import { trail } from '../lib/trail';
import { say } from '../lib/words.svelte';
import { session } from './session.svelte';

export const UNDO = 'Ctrl+Z';
export const REDO = 'Ctrl+Shift+Z';

/** What changes of surveys and answers are called. */
const ANSWERS: ReadonlySet<string> = new Set([
  'answer',
  'answers',
  'answer-removed',
  'correct',
  'question',
  'remark',
  'survey',
  'survey-deleted',
  'wave',
  'wave-deleted',
]);

/** What changes of the loyalty programme are called. */
const LOYALTY: ReadonlySet<string> = new Set([
  'adjust',
  'join-programme',
  'leave-programme',
  'opening',
  'programme',
  'redeem',
  'reward',
]);

/** What a toast offers after a change of the workspace. */
export function undoing(change: number): Offer {
  trail.did({ kind: 'book', change });
  return { label: say('ui-undo'), keys: UNDO, run: () => void undo(change) };
}

/** Keeps what the user chose for the program, and offers the way back. */
export async function choose(change: Partial<Preferences>): Promise<void> {
  const before = trail.last;
  await session.savePreferences(change);
  if (trail.last === before) return;
  const offer = { label: say('ui-undo'), keys: UNDO, run: () => void undo() };
  toasts.show(say('ui-saved'), { offer });
}

function undone({ kind, label }: Turned): string {
  if (kind === 'import') return say('ui-import-undone', { file: label });
  if (label === 'join') return say('ui-join-undone');
  if (label === 'split') return say('ui-split-undone');
  if (label === 'apart') return say('ui-apart-undone');
  if (label.startsWith('add:')) return say('ui-record-gone');
  if (label.startsWith('correct:')) return say('ui-record-before');
  if (label.startsWith('delete:')) return say('ui-record-back');
  if (ANSWERS.has(label)) return say('ui-answers-undone');
  if (LOYALTY.has(label)) return say('ui-loyalty-undone');
  return say('ui-settings-undone');
}

function again({ kind, label }: Turned): string {
  if (kind === 'import') return say('ui-import-again', { file: label });
  if (label === 'join') return say('ui-join-again');
  if (label === 'split') return say('ui-split-again');
  if (label === 'apart') return say('ui-apart-again');
  if (/^(add|correct|delete):/.test(label)) return say('ui-record-again');
  if (ANSWERS.has(label)) return say('ui-answers-again');
  if (LOYALTY.has(label)) return say('ui-loyalty-again');
  return say('ui-settings-again');
}

/** Takes back a change of the workspace, or whatever was done last. */
export async function undo(change: number | null = null): Promise<void> {
  const last = trail.last;
  if (change === null && last?.kind === 'choice') {
    trail.undid(null);
    await session.choose(last.before);
    const offer = { label: say('ui-redo'), keys: REDO, run: () => void redo() };
    toasts.show(say('ui-settings-undone'), { offer });
    return;
  }
  await turn(
    () => api.undo(change),
    'ui-nothing-to-undo',
    (turned) => {
      trail.undid(turned.change);
      const said = undone(turned);
      const offer = { label: say('ui-redo'), keys: REDO, run: () => void redo(turned.change) };
      toasts.show(said, { offer });
    },
  );
}

/** Does a change again, or the next one of those taken back. */
export async function redo(change: number | null = null): Promise<void> {
  const next = trail.next;
  if (change === null && next?.kind === 'choice') {
    trail.redid(null);
    await session.choose(next.after);
    const offer = { label: say('ui-undo'), keys: UNDO, run: () => void undo() };
    toasts.show(say('ui-settings-again'), { offer });
    return;
  }
  await turn(
    () => api.redo(change),
    'ui-nothing-to-redo',
    (turned) => {
      trail.redid(turned.change);
      const said = again(turned);
      toasts.show(said, { offer: undoing(turned.change) });
    },
  );
}

/** Without a workspace there is nothing but the program's own choices. */
async function turn(
  ask: () => Promise<Turned | null>,
  nothing: string,
  tell: (turned: Turned) => void,
): Promise<void> {
  await session.attempt(async () => {
    const turned = session.app?.workspace === null ? null : await ask();
    if (turned === null) {
      toasts.show(say(nothing));
      return;
    }
    await session.refresh();
    tell(turned);
  });
}
