/** Tables on their way in, one after another: each becomes an import of its own. */
import type { QueuedTable } from '../../bindings/QueuedTable';
import * as api from '../../lib/api';
import { router } from '../../lib/router.svelte';
import { toasts } from '../../lib/toasts.svelte';
import { say } from '../../lib/words.svelte';
import { session } from '../../shell/session.svelte';
import { Importing } from './importing.svelte';

export type QueueState = 'waiting' | 'mapped' | 'running' | 'done' | 'refused';

/** One table of the queue. */
export class Queued {
  readonly table: QueuedTable;
  readonly importing: Importing;

  constructor(table: QueuedTable) {
    this.table = table;
    this.importing = new Importing(table.token);
  }

  get state(): QueueState {
    const { summary, doing, failure, preview } = this.importing;
    if (summary) return 'done';
    if (doing === 'reading') return 'running';
    if (this.table.trouble || failure) return 'refused';
    return preview && this.importing.ready && !this.importing.asks ? 'mapped' : 'waiting';
  }

  /** Still to be imported. */
  get open(): boolean {
    return this.state === 'waiting' || this.state === 'mapped';
  }

  /** Nothing about it has to be looked at any more. */
  get sure(): boolean {
    if (this.importing.asks) return false;
    return this.state === 'mapped' || (this.state === 'waiting' && this.table.recognised);
  }
}

class Queue {
  #entries = $state.raw<Queued[]>([]);
  /** The workspace they go into. */
  #into = $state<string>();
  /** The files are being opened. */
  opening = $state(false);
  /** The rest is imported without anybody looking at it. */
  resting = $state(false);

  /** The tables that go into the workspace that is open. */
  get entries(): readonly Queued[] {
    return session.app?.workspace?.file === this.#into ? this.#entries : [];
  }

  find(token: string): Queued | undefined {
    return this.entries.find((one) => one.table.token === token);
  }

  /** All that is left can be imported as it was understood. */
  get sure(): boolean {
    const open = this.entries.filter((one) => one.open);
    return open.length > 0 && open.every((one) => one.sure);
  }

  /** Takes what was chosen or dropped: behind what is still to do, or instead of what is done. */
  async take(tokens: readonly string[]): Promise<void> {
    if (tokens.length === 0) return;
    this.opening = true;
    await session.attempt(async () => {
      const made = (await api.importTables(tokens)).map((table) => new Queued(table));
      const before = this.entries.some((one) => one.open || one.state === 'running')
        ? this.entries
        : [];
      this.#into = session.app?.workspace?.file;
      this.#entries = [...before, ...made];
      if (!this.entries.some((one) => one.state === 'running')) this.#show(this.#next() ?? made[0]);
    });
    this.opening = false;
  }

  /** Lets a table go that is not to be imported. */
  drop(token: string): void {
    this.#entries = this.#entries.filter((one) => one.table.token !== token);
    if (router.path[1] === token) this.#show(this.#next() ?? this.#entries[0]);
  }

  /** After an import: on to the next table, unless somebody went elsewhere meanwhile. */
  advance(from: string): void {
    const next = this.#next();
    if (next && router.view === 'import' && router.path[1] === from) this.#show(next);
  }

  /** Imports all that is left as it was understood. One that is refused stops no other. */
  async rest(): Promise<void> {
    this.resting = true;
    let done = 0;
    await Promise.all(this.#entries.map((one) => one.importing.leave()));
    for (let next = this.#next(); next && this.sure; next = this.#next()) {
      if (router.view === 'import') this.#show(next);
      await next.importing.run(true);
      if (next.importing.summary) done += 1;
      else if (!next.importing.failure) break;
    }
    this.resting = false;
    toasts.show(say('ui-queue-all-in', { n: done, count: `${done}` }));
  }

  #next(): Queued | undefined {
    return this.entries.find((one) => one.open);
  }

  #show(one: Queued | undefined): void {
    router.go(one ? `/import/${one.table.token}` : '/import');
  }
}

export const queue = new Queue();
