/** Moving in a menu: arrows and ends, from the last item on to the first. */

function items(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)')];
}

export function focusFirst(menu: HTMLElement): void {
  items(menu)[0]?.focus();
}

export function moveIn(event: KeyboardEvent & { currentTarget: Element }): void {
  const all = items(event.currentTarget);
  const at = all.findIndex((one) => one === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  all.at(to === all.length ? 0 : to)?.focus();
}
