/** A list of customers of this component, page by page, sorted and searched in the core. */
import { untrack } from 'svelte';
import type { ListView } from '../bindings/ListView';
import * as api from '../lib/api';
import { Pages } from '../lib/pages.svelte';
import { tagged, touch } from '../lib/resource.svelte';
import { session } from './session.svelte';

let made = 0;

export class CustomerList {
  readonly pages = new Pages<ListView>();
  sort = $state<string | null>(null);
  descending = $state(false);
  readonly #own = `list ${++made}`;

  constructor(
    name: () => string | null,
    revision: () => number | undefined,
    search: () => string = () => '',
  ) {
    const touches = tagged('book', this.#own);
    $effect(() => {
      touches();
      const list = name();
      const query = { ...session.query, width: null };
      const { sort, descending } = this;
      const text = search();
      if (list === null) return;
      untrack(() => {
        this.pages.open((offset, limit) =>
          api.list(query, list, { offset, limit, sort, descending, search: text }),
        );
      });
    });
    // Figure and list are of one book: where they are not, both are asked for again.
    $effect(() => {
      const [figure, own] = [revision(), this.pages.head?.revision];
      if (figure !== undefined && own !== undefined && own > figure) touch('book');
    });
  }

  order(key: string, descending: boolean): void {
    this.sort = key;
    this.descending = descending;
  }

  reload(): void {
    touch(this.#own);
  }
}

export function listOf(
  name: () => string | null,
  revision: () => number | undefined,
  search?: () => string,
): CustomerList {
  return new CustomerList(name, revision, search);
}
