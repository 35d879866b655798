/** Which figure's sum is open, and where it hangs. */
import type { ExplainRef } from '../bindings/ExplainRef';

class Explaining {
  key = $state<string | null>(null);
  of = $state.raw<ExplainRef>();
  anchor = $state.raw<HTMLElement>();

  toggle(key: string, of: ExplainRef | null, anchor: HTMLElement): void {
    const open = this.key !== key && of !== null;
    this.key = open ? key : null;
    this.of = open ? of : undefined;
    this.anchor = open ? anchor : undefined;
  }

  close(): void {
    this.key = null;
    this.of = undefined;
  }
}

export const explaining = new Explaining();
