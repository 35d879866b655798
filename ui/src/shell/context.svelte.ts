/** What can be done with what lies under the pointer, as a menu: the same as its clicks and keys. */
import type { IconName } from '../components/icons';
import { numberAt } from '../lib/numbers';
import { router } from '../lib/router.svelte';
import { inText } from '../lib/shortcuts.svelte';
import { say } from '../lib/words.svelte';
import { copyNumber, filterBy } from './numbers';
import { peeking } from './peeking.svelte';
import { session } from './session.svelte';

export interface MenuLine {
  id: string;
  label: string;
  icon?: IconName;
  /** What does the same without the menu. */
  keys?: string;
  run: () => void;
}

interface Open {
  x: number;
  y: number;
  lines: readonly MenuLine[];
  /** Where the focus goes back to. */
  from: HTMLElement | null;
}

class Context {
  open = $state.raw<Open | null>(null);

  close(): void {
    this.open = null;
  }

  /** Opens the menu of what lies here; false where it has none. */
  at(target: Element, x: number, y: number): boolean {
    const lines = linesOf(target);
    const from = target.closest<HTMLElement>('a, button') ?? target.querySelector('a.name');
    this.open = lines.length === 0 ? null : { x, y, lines, from };
    return lines.length > 0;
  }
}

export const context = new Context();

function linesOf(target: Element): MenuLine[] {
  return [...ofRow(target), ...ofMark(target), ...ofNumber(target), ...ofChart(target)];
}

function ofRow(target: Element): MenuLine[] {
  const row = target.closest('tr')?.querySelector<HTMLAnchorElement>('a.name');
  if (!row) return [];
  const address = row.hash.slice(1).split('?', 1)[0] ?? '';
  return [
    {
      id: 'open',
      label: say('ui-open-customer'),
      icon: 'customers',
      keys: 'Enter',
      run: () => {
        row.click();
      },
    },
    {
      id: 'peek',
      label: say('ui-peek'),
      keys: 'Space',
      run: () => {
        if (peeking.id === null) peeking.toggle(address);
        else peeking.follow(address);
      },
    },
  ];
}

function ofMark(target: Element): MenuLine[] {
  const mark = target.closest<HTMLElement>('[data-mark]');
  const title = mark?.dataset['mark'];
  if (!mark || title === undefined || mark.dataset['opens'] === undefined) return [];
  const run = () => {
    mark.click();
  };
  return [{ id: 'open', label: say('ui-open-this', { title }), icon: 'chart', keys: 'Enter', run }];
}

function ofNumber(target: Element): MenuLine[] {
  const number = numberAt(target, session.app?.preferences.region ?? 'GB');
  if (!number) return [];
  const { list, plain } = number;
  const sum = target.closest('[data-explains]')?.querySelector<HTMLElement>('[data-sum]');
  const click = say('ui-click');
  const lines: MenuLine[] = [];
  if (list !== null)
    lines.push(
      {
        id: 'behind',
        label: say('ui-show-behind'),
        icon: 'customers',
        run: () => {
          router.goHere({ list });
        },
      },
      {
        id: 'filter',
        label: say('ui-click-filter'),
        icon: 'filter',
        keys: `Shift+${click}`,
        run: () => {
          filterBy(list);
        },
      },
    );
  if (sum)
    lines.push({
      id: 'sum',
      label: say('ui-show-sum'),
      keys: '=',
      run: () => {
        sum.click();
      },
    });
  if (/\d/.test(plain))
    lines.push({
      id: 'copy',
      label: say('ui-copy-number', { number: plain }),
      icon: 'copy',
      keys: `Alt+${click}`,
      run: () => {
        copyNumber(plain);
      },
    });
  return lines;
}

function ofChart(target: Element): MenuLine[] {
  const turn = target.closest('[data-chart]')?.querySelector<HTMLElement>('[data-turn]');
  if (!turn) return [];
  const run = () => {
    turn.click();
  };
  return [{ id: 'table', label: say('ui-chart-table'), icon: 'table', run }];
}

/** Listens for the right button and the menu key; gives what ends it. */
export function watchMenus(): () => void {
  const onMenu = (event: MouseEvent) => {
    // Text that is typed or chosen has the system's own menu: copy, paste.
    if (!(event.target instanceof Element) || inText(event.target) || chosenText()) return;
    event.preventDefault();
    const at = event.target.closest('[role=menu]') ? null : event.target;
    if (at) context.at(at, event.clientX, event.clientY);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    const target = document.activeElement;
    if (!target || inText(target)) return;
    const { left, width, bottom } = target.getBoundingClientRect();
    if (context.at(target, left + Math.min(width / 2, 24), bottom)) event.preventDefault();
  };
  window.addEventListener('contextmenu', onMenu);
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('contextmenu', onMenu);
    window.removeEventListener('keydown', onKey);
  };
}

function chosenText(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
