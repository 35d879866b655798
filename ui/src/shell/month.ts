/** The open period of a view: the second part of its address. */
import { router } from '../lib/router.svelte';
import { session } from './session.svelte';

export function monthOf(): string | null {
  return router.path[1] ?? null;
}

/** How a period is called, as far as the choices at the top know it. */
function nameOf(month: string): string {
  return session.bar?.choices.find((choice) => choice.key === month)?.label ?? month;
}

export function titleOf(view: string, month: string | null): string {
  return month === null ? view : nameOf(month);
}

export function crumbOf(
  view: string,
  month: string | null,
  path: string,
): { label: string; href: string } | undefined {
  return month === null ? undefined : { label: view, href: router.href(path) };
}
