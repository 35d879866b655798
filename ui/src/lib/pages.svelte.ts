/** A long list of which only the rows in sight are fetched. */
import type { Failure } from '../bindings/Failure';
import type { Row } from '../bindings/Row';
import type { Table } from '../bindings/Table';
import { failureOf } from './api';

/** Rows asked for at once. */
export const PAGE = 100;

export class Pages<A extends { table: Table }> {
  /** The first answer of this list: its words, columns and sum. */
  head = $state.raw<A>();
  failure = $state.raw<Failure>();
  pending = $state(false);
  #rows = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map());
  #asked = new Set<number>();
  #turn = 0;
  #load: ((offset: number, limit: number) => Promise<A>) | undefined;

  /** Another list, order or search: what is shown stays until the first new rows are there. */
  open(load: (offset: number, limit: number) => Promise<A>): void {
    this.#load = load;
    this.#turn += 1;
    this.#asked.clear();
    void this.#fetch(0);
  }

  rowAt(index: number): Row | undefined {
    return this.#rows.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Rows from here to there come into sight. */
  need(from: number, to: number): void {
    const last = Math.min(to, (this.head?.table.count ?? 0) - 1);
    for (let page = Math.floor(from / PAGE); page * PAGE <= last; page += 1) void this.#fetch(page);
  }

  async #fetch(page: number): Promise<void> {
    if (!this.#load || this.#asked.has(page)) return;
    this.#asked.add(page);
    const turn = this.#turn;
    const first = this.#asked.size === 1;
    if (first) this.pending = true;
    try {
      const answer = await this.#load(page * PAGE, PAGE);
      if (turn !== this.#turn) return;
      if (first) this.head = answer;
      const rows = new Map(first ? [] : this.#rows);
      this.#rows = rows.set(page, answer.table.rows);
      this.failure = undefined;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#asked.delete(page);
      this.failure = failureOf(thrown);
    }
    if (first) this.pending = false;
  }
}
