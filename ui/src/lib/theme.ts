import type { Theme } from '../bindings/Theme';

/** Light, dark, or as the system is. The tokens do the rest. */
export function wear(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', theme);
}
