/** The open period of a view: the second part of its address. */
import type { Bar } from '../bindings/Bar';
import { router } from '../lib/router.svelte';
import { session } from './session.svelte';

export function monthOf(): string | null {
  return router.path[1] ?? null;
}

/** The period, where it is one of the choices; while they are on their way it may be. */
export function choiceOf(bar: Bar | undefined, month: string | null): string | null {
  const there = bar?.choices.some((choice) => choice.key === month) ?? true;
  return there ? month : null;
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
