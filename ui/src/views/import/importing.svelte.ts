/** One file on its way in: chosen, looked at, read, done. */
import type { DateOrder } from '../../bindings/DateOrder';
import type { Dress } from '../../bindings/Dress';
import type { Failure } from '../../bindings/Failure';
import type { ImportKind } from '../../bindings/ImportKind';
import type { ImportPreview } from '../../bindings/ImportPreview';
import type { ImportSummary } from '../../bindings/ImportSummary';
import type { MappingRequest } from '../../bindings/MappingRequest';
import type { PreviewColumn } from '../../bindings/PreviewColumn';
import type { Progress } from '../../bindings/Progress';
import * as api from '../../lib/api';
import { toasts } from '../../lib/toasts.svelte';
import { say } from '../../lib/words.svelte';
import { session } from '../../shell/session.svelte';
import { undoing } from '../../shell/steps';
import * as said from './said';

/** Milliseconds until it is tried again to count a file beside an import. */
const AGAIN_AFTER = 500;

export class Importing {
  readonly token: string;
  preview = $state.raw<ImportPreview>();
  summary = $state.raw<ImportSummary>();
  failure = $state.raw<Failure>();
  progress = $state.raw<Progress>();
  /** What goes on. */
  doing = $state<'looking' | 'reading' | null>(null);
  /** Rows a second, once there are enough to tell. */
  rate = $state<number | null>(null);
  /** What importing the whole file would do, once it has been counted. */
  expected = $state.raw<ImportSummary>();
  /** How far counting it is. */
  counted = $state.raw<Progress>();
  /** Where its mapping comes from, if it was remembered. */
  remembered = $state.raw<string | null>(null);
  #counting: Promise<void> | null = null;
  #request: MappingRequest = said.nothing;
  #turn = 0;

  constructor(token: string) {
    this.token = token;
  }

  /** Reads the head of the file with what has been said about it. */
  async look(): Promise<void> {
    const turn = ++this.#turn;
    this.doing = 'looking';
    try {
      await this.#stopCounting();
      const preview = await api.importPreview(this.token, this.#request);
      if (turn !== this.#turn) return;
      this.preview = preview;
      if (!this.#request.fresh) this.remembered = preview.remembered;
      this.#request = preview.request;
      this.expected = undefined;
      this.counted = undefined;
      this.failure = undefined;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.failure = api.failureOf(thrown);
    }
    this.doing = null;
    if (this.ready && !this.failure) this.#counting = this.#count(turn);
  }

  /** Whether nothing stands between this file and its import. */
  get ready(): boolean {
    return (
      this.preview !== undefined && this.preview.kind !== null && this.preview.missing.length === 0
    );
  }

  /** No date of the file decides how its dates are read, and nobody has said it. */
  get asks(): boolean {
    const notices = (this.expected ?? this.preview)?.notices ?? [];
    return this.#request.date_order === null && notices.some(({ code }) => code === 'date_order');
  }

  /** Whether it can still be cancelled: what is saved already can only be undone. */
  get stoppable(): boolean {
    return this.progress?.stage !== 'figures';
  }

  /** Leaves the file: nothing goes on behind its back. */
  async leave(): Promise<void> {
    this.#turn += 1;
    await this.#stopCounting();
  }

  async #count(turn: number): Promise<void> {
    try {
      const expected = await api.importCount(this.token, this.#request, (progress) => {
        if (turn === this.#turn) this.counted = progress;
      });
      if (turn === this.#turn) this.expected = expected;
    } catch (thrown) {
      const failure = api.failureOf(thrown);
      // Beside an import that writes nothing can be counted: it has its turn afterwards.
      if (turn === this.#turn && failure.code === 'write_busy') await this.#later(turn);
      else if (turn === this.#turn && failure.code !== 'cancelled') this.failure = failure;
    }
    if (turn === this.#turn) this.#counting = null;
  }

  async #later(turn: number): Promise<void> {
    await new Promise((done) => setTimeout(done, AGAIN_AFTER));
    if (turn === this.#turn) await this.#count(turn);
  }

  async #stopCounting(): Promise<void> {
    const counting = this.#counting;
    if (!counting) return;
    this.#counting = null;
    await api.importCancel();
    await counting;
  }

  /** Its rows are something else. */
  async kind(kind: ImportKind): Promise<void> {
    await this.#say(said.kind(this.#request, kind));
  }

  /** A column means something: see `said.column`. */
  async column(column: PreviewColumn, meaning: string): Promise<void> {
    const kind = this.#request.kind ?? this.preview?.kind ?? null;
    await this.#say(said.column({ ...this.#request, kind }, column, meaning));
  }

  /** How its dates are read; empty leaves it to them. */
  async dateOrder(order: string): Promise<void> {
    await this.#say({ ...this.#request, date_order: order === '' ? null : (order as DateOrder) });
  }

  /** Whose keys it holds; empty for its own. */
  async source(source: string): Promise<void> {
    await this.#say({ ...this.#request, source });
  }

  /** A field has this value in every row; null takes that back. */
  async constant(field: string, value: string | null): Promise<void> {
    await this.#say(said.constant(this.#request, field, value));
  }

  /** How it is written. */
  async dress(change: Partial<Dress>): Promise<void> {
    await this.#say(said.dress(this.#request, change));
  }

  /** Forgets for this file what was remembered or said, and guesses anew. */
  async afresh(): Promise<void> {
    this.remembered = null;
    await this.#say({ ...said.nothing, fresh: true });
  }

  async #say(request: MappingRequest): Promise<void> {
    this.#request = request;
    await this.look();
  }

  /** Imports it; `quiet` where many come in and are told of together. */
  async run(quiet = false): Promise<void> {
    const begun = performance.now();
    this.doing = 'reading';
    this.progress = { done: 0, total: null, stage: 'rows' };
    this.failure = undefined;
    this.#turn += 1;
    await this.#stopCounting();
    try {
      this.summary = await api.importRun(this.token, this.#request, (progress) => {
        this.progress = progress;
        const seconds = (performance.now() - begun) / 1000;
        if (progress.stage === 'rows')
          this.rate = seconds > 0.5 ? Math.round(progress.done / seconds) : null;
      });
      await session.refresh();
      const { import: change, file } = this.summary;
      const offer = change === null ? undefined : undoing(change);
      if (!quiet) toasts.show(say('ui-import-in', { file }), { offer });
    } catch (thrown) {
      const failure = api.failureOf(thrown);
      if (failure.code !== 'cancelled') this.failure = failure;
    }
    this.doing = null;
    this.progress = undefined;
  }

  async cancel(): Promise<void> {
    await api.importCancel();
  }
}
