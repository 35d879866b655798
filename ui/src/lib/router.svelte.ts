/** Addresses behind the hash: `#/churn/2026-07?to=2026-10&plan=Pro`. Back and forward are the browser's. */

/** What is chosen once at the top and goes along from view to view. */
const KEPT = ['grain', 'to', 'span', 'compare', 'plan', 'country'] as const;

/** Values to set in the query of an address; null takes one away. */
export type Change = Record<string, string | readonly string[] | null>;

export interface Address {
  path: readonly string[];
  params: URLSearchParams;
}

export function parse(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const parts = path.split('/').filter((part) => part !== '');
  return { path: parts.map(decode), params: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function changed(params: URLSearchParams, change: Change): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    const values = value === null ? [] : typeof value === 'string' ? [value] : value;
    for (const one of values) next.append(name, one);
  }
  return next;
}

function written(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return `#${path}${query === '' ? '' : `?${query}`}`;
}

class Router {
  #address = $state.raw<Address>(parse(''));
  /** Where the user is. */
  get path(): readonly string[] {
    return this.#address.path;
  }
  get params(): URLSearchParams {
    return this.#address.params;
  }
  /** First part of the path: which view. */
  get view(): string {
    return this.path[0] ?? '';
  }
  /** Path and query, as it is remembered. */
  get place(): string {
    return written(this.#here(), this.params).slice(1);
  }

  /** Follows the window's address; gives what ends it. */
  start(): () => void {
    const follow = () => {
      this.#address = parse(window.location.hash);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
    };
  }

  /** Another view with the same period, comparison and segment. A path may bring its own query. */
  href(path: string, change: Change = {}): string {
    const [bare = '', query = ''] = path.split('?', 2);
    const params = new URLSearchParams();
    for (const name of KEPT)
      for (const value of this.params.getAll(name)) params.append(name, value);
    const own: Change = {};
    for (const [name, value] of new URLSearchParams(query)) own[name] = value;
    return written(bare, changed(params, { ...own, ...change }));
  }

  /** This view with some of its query changed. */
  hrefHere(change: Change): string {
    return written(this.#here(), changed(this.params, change));
  }

  go(path: string, change: Change = {}): void {
    window.location.hash = this.href(path, change);
  }

  goHere(change: Change): void {
    window.location.hash = this.hrefHere(change);
  }

  /** As `goHere`, without a step in the history: for what is being typed. */
  replaceHere(change: Change): void {
    const href = this.hrefHere(change);
    window.history.replaceState(window.history.state, '', href);
    this.#address = parse(href);
  }

  #here(): string {
    return `/${this.path.map(encodeURIComponent).join('/')}`;
  }
}

export const router = new Router();
