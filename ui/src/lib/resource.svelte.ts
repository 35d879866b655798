/** What a view asks for: old content stays while new is computed, and a failure can be tried again. */
import { untrack } from 'svelte';
import type { Failure } from '../bindings/Failure';
import { failureOf } from './api';

/** After how long work is worth showing. */
const NOTICED_AFTER = 200;

let made = 0;
class Tag {
  turn = $state(0);
}
const tags = new Map<string, Tag>();

function tag(name: string): Tag {
  const known = tags.get(name) ?? new Tag();
  tags.set(name, known);
  return known;
}

/** Loads every resource again that holds one of these. */
export function touch(...names: string[]): void {
  untrack(() => {
    for (const name of names) tag(name).turn += 1;
  });
}

/** Gives what to read so that one runs again when one of the tags is touched. */
export function tagged(...names: readonly string[]): () => number {
  const held = names.map(tag);
  return () => held.reduce((sum, one) => sum + one.turn, 0);
}

export class Resource<T> {
  /** The last good answer. */
  data = $state.raw<T>();
  failure = $state.raw<Failure>();
  /** Being asked for. */
  pending = $state(false);
  /** Being asked for long enough to be noticed. */
  slow = $state(false);
  /** Touched to ask again for this one alone. */
  readonly #own = `resource ${++made}`;
  #latest = 0;

  constructor(ask: () => Promise<T> | null, tags: readonly string[]) {
    const touches = tagged(...tags, this.#own);
    $effect(() => {
      touches();
      const answer = ask();
      const turn = ++this.#latest;
      if (answer === null) {
        this.pending = false;
        this.data = undefined;
        this.failure = undefined;
        return;
      }
      this.pending = true;
      const timer = setTimeout(() => {
        this.slow = true;
      }, NOTICED_AFTER);
      void this.#settle(answer, turn).finally(() => {
        clearTimeout(timer);
      });
      return () => {
        clearTimeout(timer);
      };
    });
  }

  reload(): void {
    touch(this.#own);
  }

  /** Only the latest question's answer counts. */
  async #settle(answer: Promise<T>, turn: number): Promise<void> {
    try {
      const data = await answer;
      if (turn !== this.#latest) return;
      this.data = data;
      this.failure = undefined;
    } catch (thrown) {
      if (turn !== this.#latest) return;
      this.failure = failureOf(thrown);
    }
    this.pending = false;
    this.slow = false;
  }
}

/**
 * A resource of this component. `ask` is called again when anything reactive it reads at once
 * changes, or when one of its tags is touched; null asks for nothing.
 */
export function resource<T>(ask: () => Promise<T> | null, ...tags: string[]): Resource<T> {
  return new Resource(ask, tags);
}
