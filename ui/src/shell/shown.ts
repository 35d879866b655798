import type { Bar } from '../bindings/Bar';
import type { Notice } from '../bindings/Notice';

/** What every view brings along. */
export interface Shown {
  revision?: number;
  bar?: Bar;
  notices?: readonly Notice[];
}
