/** What a draft would come to, asked for with every key: one question at a time, the newest next. */
import type { PreviewView } from '../../bindings/PreviewView';
import type { Programme } from '../../bindings/Programme';
import * as api from '../../lib/api';
import { failureOf } from '../../lib/api';

interface Question {
  programme: Programme;
  /** The day a first programme begins; null where there is one. */
  from: string | null;
}

export class Live {
  view = $state.raw<PreviewView>();
  failure = $state.raw<string>();
  #wanted: Question | null = null;
  #asking = false;

  /** Asks for these rules; those asked for meanwhile and overtaken are left out. */
  ask(programme: Programme, from: string | null = null): void {
    this.#wanted = { programme, from };
    if (!this.#asking) void this.#follow();
  }

  async #follow(): Promise<void> {
    this.#asking = true;
    while (this.#wanted) {
      const { programme, from } = this.#wanted;
      this.#wanted = null;
      try {
        const view = await api.loyaltyPreview(programme, from);
        // A newer question is waiting: its answer comes at once.
        if (!this.#isOvertaken()) this.view = view;
        this.failure = undefined;
      } catch (thrown) {
        this.failure = failureOf(thrown).message;
      }
    }
    this.#asking = false;
  }

  #isOvertaken(): boolean {
    return this.#wanted !== null;
  }
}
