/** One list of what can be done: the palette, the key map and the buttons all read it. */
import { untrack } from 'svelte';
import type { IconName } from '../components/icons';

export interface Action {
  id: string;
  label: string;
  /** Which heading it stands under in the palette and the key map. */
  group: string;
  /** `Ctrl+K`, `T`, or one key after another: `G O`. */
  keys?: string;
  icon?: IconName;
  /** Kept out of the palette: keys that only make sense where the focus is. */
  keysOnly?: boolean;
  /** Where text is typed, its keys mean something else. */
  notInText?: boolean;
  run: () => void;
}

/** How long the second key of two may take. */
const SECOND_KEY_WITHIN = 1000;

class Shortcuts {
  /** Single keys can be switched off. */
  singleKeys = $state(true);
  #lists = $state.raw<readonly (() => readonly Action[])[]>([]);

  /** Everything that can be done here and now; what was added last comes first. */
  get actions(): readonly Action[] {
    const all = this.#lists.flatMap((list) => list());
    return all.filter((one, at) => all.findIndex((other) => other.id === one.id) === at);
  }

  add(list: () => readonly Action[]): () => void {
    this.#lists = [list, ...this.#lists];
    return () => {
      this.#lists = this.#lists.filter((one) => one !== list);
    };
  }
}

export const shortcuts = new Shortcuts();

/** Adds actions for as long as this component is there. */
export function useActions(list: () => readonly Action[]): void {
  $effect(() => untrack(() => shortcuts.add(list)));
}

/** A key press in the way the list writes it: `Ctrl+K`, `Ctrl+Shift+Z`, `T`, `[`. */
export function pressed(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const letter = /^[A-Z]$/.test(key);
  const marks = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && (letter || key.length > 1) ? 'Shift' : '',
    key,
  ];
  return marks.filter((mark) => mark !== '').join('+');
}

/** Inputs that take no letters. */
const PRESSED = '[type=checkbox], [type=radio]';

/** Whether text is typed here. */
export function inText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches(`input:not(${PRESSED}), textarea`);
}

/** Whether letters go into something here: a text, or a list that jumps to them. */
export function inField(target: EventTarget | null): boolean {
  return inText(target) || (target instanceof HTMLElement && target.matches('select'));
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

/** A popover closes by Escape on its own; what lies behind it stays. */
function popoverOpen(): boolean {
  return [...document.querySelectorAll('[popover]')].some((one) => one.matches(':popover-open'));
}

/** Runs what the keys mean; gives what ends it. */
export function listen(): () => void {
  let first = '';
  let since = 0;
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return;
    const key = pressed(event);
    // The web view of a program has no back button and no key for it of its own.
    if (key === 'Alt+ArrowLeft' || key === 'Alt+ArrowRight') {
      event.preventDefault();
      history.go(key === 'Alt+ArrowLeft' ? -1 : 1);
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && (!shortcuts.singleKeys || inField(event.target))) return;
    if (inDialog(event.target) || (key === 'Escape' && popoverOpen())) return;
    const here = shortcuts.actions.filter((one) => !one.notInText || !inText(event.target));
    const two = event.timeStamp - since < SECOND_KEY_WITHIN ? `${first} ${key}` : '';
    const action = here.find((one) => one.keys === two) ?? here.find((one) => one.keys === key);
    first = action ? '' : key;
    since = event.timeStamp;
    if (!action) return;
    event.preventDefault();
    action.run();
  };
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
  };
}
