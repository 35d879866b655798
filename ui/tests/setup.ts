import { cleanup } from '@testing-library/svelte';
import { afterEach, vi } from 'vitest';

// What jsdom does not have: nothing is above anything else there.
HTMLElement.prototype.showPopover = vi.fn();
HTMLElement.prototype.hidePopover = vi.fn();
Element.prototype.scrollIntoView = vi.fn();

afterEach(() => {
  cleanup();
});
