/** A list of customers of this component, page by page, sorted and searched in the core. */
import { untrack } from 'svelte';
import type { ListView } from '../bindings/ListView';
import * as api from '../lib/api';
import { Pages } from '../lib/pages.svelte';
import { tagged, touch } from '../lib/resource.svelte';
import { router } from '../lib/router.svelte';
import { session } from './session.svelte';

let made = 0;

/** By which column a list is sorted; by its own order where that is null. */
export interface Order {
  sort: string | null;
  descending: boolean;
}

const OWN: Order = { sort: null, descending: false };

interface More {
  search?: () => string;
  /** Keeps the order in the address: `sort=-mrr` is the largest first. */
  inAddress?: boolean;
}

export class CustomerList {
  readonly pages = new Pages<ListView>();
  #order = $state.raw<Order>(OWN);
  readonly #inAddress: boolean;
  readonly #own = `list ${++made}`;

  constructor(
    name: () => string | null,
    revision: () => number | undefined,
    { search = () => '', inAddress = false }: More = {},
  ) {
    this.#inAddress = inAddress;
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

  get sort(): string | null {
    return (this.#inAddress ? written(router.params.get('sort')) : this.#order).sort;
  }

  get descending(): boolean {
    return (this.#inAddress ? written(router.params.get('sort')) : this.#order).descending;
  }

  order(sort: string, descending: boolean): void {
    if (this.#inAddress) router.goHere({ sort: descending ? `-${sort}` : sort });
    else this.#order = { sort, descending };
  }

  reload(): void {
    touch(this.#own);
  }
}

/** An order as it stands in the address. */
function written(sort: string | null): Order {
  if (sort === null) return OWN;
  return { sort: sort.replace(/^-/, ''), descending: sort.startsWith('-') };
}

export function listOf(
  name: () => string | null,
  revision: () => number | undefined,
  more?: More,
): CustomerList {
  return new CustomerList(name, revision, more);
}
