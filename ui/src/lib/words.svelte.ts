/** The window's own words, from the same catalogue as the core's; switched live. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from '../bindings/Language';

const files = import.meta.glob<string>('../../../src-tauri/core/words/*/ui*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function bundle(language: Language): FluentBundle {
  // Isolation marks would end up in names and tests.
  const made = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(files))
    if (path.includes(`/${language}/`)) made.addResource(new FluentResource(text));
  return made;
}

const bundles: Record<Language, FluentBundle> = {
  en: bundle('en'),
  nl: bundle('nl'),
  sv: bundle('sv'),
};

class Words {
  language = $state<Language>('en');
}

export const words = new Words();

/** The sentence of a key in the language in force. Numbers go in as finished text; a bare number only chooses a plural. */
export function say(key: string, args?: Record<string, FluentVariable>): string {
  const spoken = bundles[words.language];
  const pattern = spoken.getMessage(key)?.value;
  return pattern ? spoken.formatPattern(pattern, args, []) : key;
}

/** Every key a language has: for the tests. */
export function keys(language: Language): string[] {
  const found: string[] = [];
  for (const [path, text] of Object.entries(files))
    if (path.includes(`/${language}/`))
      for (const match of text.matchAll(/^([a-z][a-z0-9-]*) =/gm)) found.push(match[1] ?? '');
  return found;
}
