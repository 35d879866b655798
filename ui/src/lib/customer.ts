/** Customers as the search finds them. */
import type { Choice } from '../bindings/Choice';

/** The number of one that was found: 12 of `/customers/12`. */
export function customerOf(choice: Choice): number {
  return Number(choice.key.split('/').at(-1));
}
