/**
 * What was done in this window, in its order: the program's own choices are kept whole, of a change
 * to the workspace only its number, because the workspace itself knows how to take it back.
 */
import type { Preferences } from '../bindings/Preferences';

export type Step =
  | { kind: 'book'; change: number }
  | { kind: 'choice'; before: Partial<Preferences>; after: Partial<Preferences> };

class Trail {
  #done: Step[] = [];
  #undone: Step[] = [];

  /** What would be taken back next; undefined where only the workspace can tell. */
  get last(): Step | undefined {
    return this.#done.at(-1);
  }

  /** What would be done again next. */
  get next(): Step | undefined {
    return this.#undone.at(-1);
  }

  /** Something new was done: what had been taken back cannot come again. */
  did(step: Step): void {
    if (step.kind === 'book' && this.#done.some((one) => is(one, step.change))) return;
    this.#done.push(step);
    this.#undone = [];
  }

  /** A choice was taken back, or the change of the workspace with this number. */
  undid(change: number | null): void {
    move(this.#done, this.#undone, change);
  }

  /** Likewise done again. */
  redid(change: number | null): void {
    move(this.#undone, this.#done, change);
  }

  /** Another workspace is open: its changes are others. */
  leave(): void {
    this.#done = this.#done.filter((one) => one.kind === 'choice');
    this.#undone = this.#undone.filter((one) => one.kind === 'choice');
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }
}

function is(step: Step, change: number): boolean {
  return step.kind === 'book' && step.change === change;
}

/** The last step, or the one of this change, goes from here to there. */
function move(from: Step[], to: Step[], change: number | null): void {
  const at = change === null ? from.length - 1 : from.findIndex((one) => is(one, change));
  const [step] = at < 0 ? [] : from.splice(at, 1);
  if (step) to.push(step);
  // Done in an earlier session: it stands at the end of what is known now.
  else if (change !== null) to.push({ kind: 'book', change });
}

export const trail = new Trail();
