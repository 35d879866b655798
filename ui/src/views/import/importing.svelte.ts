/** One file on its way in: chosen, looked at, read, done. */
import type { ImportKind } from '../../bindings/ImportKind';
import type { ImportPreview } from '../../bindings/ImportPreview';
import type { ImportSummary } from '../../bindings/ImportSummary';
import type { Failure } from '../../bindings/Failure';
import type { Progress } from '../../bindings/Progress';
import * as api from '../../lib/api';
import { session } from '../../shell/session.svelte';

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
  #counting: Promise<void> | null = null;
  #options: api.ImportOptions = { kind: null, map: {}, set: {} };
  #turn = 0;

  constructor(token: string) {
    this.token = token;
  }

  /** Reads the head of the file with what has been said about it. */
  async look(): Promise<void> {
    const turn = ++this.#turn;
    this.doing = 'looking';
    try {
      const preview = await api.importPreview(this.token, this.#options);
      if (turn !== this.#turn) return;
      this.preview = preview;
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

  /** Leaves the file: nothing goes on behind its back. */
  async leave(): Promise<void> {
    this.#turn += 1;
    await this.#stopCounting();
  }

  async #count(turn: number): Promise<void> {
    try {
      const expected = await api.importCount(this.token, this.#options, () => undefined);
      if (turn === this.#turn) this.expected = expected;
    } catch (thrown) {
      const failure = api.failureOf(thrown);
      if (turn === this.#turn && failure.code !== 'cancelled') this.failure = failure;
    }
    if (turn === this.#turn) this.#counting = null;
  }

  async #stopCounting(): Promise<void> {
    const counting = this.#counting;
    if (!counting) return;
    this.#counting = null;
    await api.importCancel();
    await counting;
  }

  /** Its rows are something else: what was said about its columns no longer holds. */
  async say(kind: ImportKind): Promise<void> {
    this.#options = { kind, map: {}, set: {} };
    await this.look();
  }

  /** A column stands for a field. A field has one column, so another one lets go of it. */
  async map(header: string, field: string): Promise<void> {
    const rest = Object.entries(this.#options.map).filter(([, column]) => column !== header);
    const kind = this.#options.kind ?? this.preview?.kind ?? null;
    this.#options = {
      ...this.#options,
      kind,
      map: { ...Object.fromEntries(rest), [field]: header },
    };
    await this.look();
  }

  async run(): Promise<void> {
    const begun = performance.now();
    this.doing = 'reading';
    this.progress = { done: 0, total: null };
    this.failure = undefined;
    this.#turn += 1;
    await this.#stopCounting();
    try {
      this.summary = await api.importRun(this.token, this.#options, (progress) => {
        this.progress = progress;
        const seconds = (performance.now() - begun) / 1000;
        this.rate = seconds > 0.5 ? Math.round(progress.done / seconds) : null;
      });
      await session.refresh();
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
