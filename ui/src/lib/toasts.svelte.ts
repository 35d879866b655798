/** Short news that goes by itself: saved, undone, failed. */

/** What a toast offers to do about what it tells. */
export interface Offer {
  label: string;
  /** The keys that do the same. */
  keys?: string;
  run: () => void;
}

export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad';
  offer?: Offer | undefined;
}

class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  #next = 1;

  show(text: string, more: { tone?: Toast['tone']; offer?: Offer | undefined } = {}): void {
    const { tone = 'good', offer } = more;
    const toast: Toast = { id: this.#next++, text, tone, offer };
    // What an earlier one offers is about a state that is over.
    const earlier = this.list.slice(-2).map((one) => ({ ...one, offer: undefined }));
    this.list = [...(offer ? earlier : this.list.slice(-2)), toast];
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** Nothing of it holds any more: another workspace is open. */
  clear(): void {
    this.list = [];
  }
}

export const toasts = new Toasts();
