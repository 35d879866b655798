/** What lies over the window: one thing at a time. */

export type Overlay = 'palette' | 'keys' | 'new-workspace';

class Overlays {
  shown = $state<Overlay | null>(null);

  open(overlay: Overlay): void {
    this.shown = overlay;
  }

  close(): void {
    this.shown = null;
  }
}

export const overlays = new Overlays();
