/** Short news that goes by itself: saved, undone, failed. */

export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad';
  /** Takes back what the toast tells of. */
  undo?: () => void;
}

class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  #next = 1;

  show(text: string, more: { tone?: Toast['tone']; undo?: () => void } = {}): void {
    const toast: Toast = { id: this.#next++, text, tone: more.tone ?? 'good' };
    if (more.undo) toast.undo = more.undo;
    this.list = [...this.list.slice(-2), toast];
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
