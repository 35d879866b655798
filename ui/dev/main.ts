/** The window in a browser. `?first`, `?theme=dark`, `?language=nl`, `?endless` choose what it starts with. */
import { mockIPC } from '@tauri-apps/api/mocks';
import type { Preferences } from '../src/bindings/Preferences';
import { answers } from './program';

const address = new URLSearchParams(window.location.search);
const preferences: Partial<Preferences> = {};
const [theme, language] = [address.get('theme'), address.get('language')];
if (theme === 'dark' || theme === 'light') preferences.theme = theme;
if (language === 'nl' || language === 'sv') preferences.language = language;
const answer = answers(address.has('first'), preferences, address.has('endless'));
mockIPC((command, args) => answer(command, args), { shouldMockEvents: true });
await import('../src/main');

// `?click=CSS`, `?focus=CSS` and `?press=KEY` do one thing after the page has come, for a picture of it.
setTimeout(() => {
  for (const css of address.getAll('click')) document.querySelector<HTMLElement>(css)?.click();
  for (const css of address.getAll('focus')) document.querySelector<HTMLElement>(css)?.focus();
  for (const key of address.getAll('press')) {
    const ctrl = key.startsWith('Ctrl+');
    const name = ctrl ? key.slice(5) : key;
    const bare = name.length === 1 ? name.toLowerCase() : name;
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: bare, ctrlKey: ctrl, bubbles: true, cancelable: true }),
    );
  }
}, 700);
