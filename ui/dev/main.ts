import { install } from './program';

install();
await import('../src/main');

// `?click=CSS` and `?press=KEY` do one thing after the page has come, for a picture of it.
const address = new URLSearchParams(window.location.search);
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
