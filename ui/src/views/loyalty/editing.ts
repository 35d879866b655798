/** What every part of the rule editor is given. */
import type { Programme } from '../../bindings/Programme';

export interface Editing {
  programme: Programme;
  /** The one amounts are in: `EUR`. */
  currency: string;
  /** The rules seldom changed, too. */
  all: boolean;
  onchange: (programme: Programme) => void;
}
