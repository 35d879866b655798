import { expect, test } from 'vitest';
import { keys, say, words } from '../src/lib/words.svelte';

const LANGUAGES = ['en', 'nl', 'sv'] as const;
const sources = Object.values(
  import.meta.glob<string>('../src/**/*.{ts,svelte}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const used = new Set(sources.flatMap((text) => text.match(/'ui-[a-z0-9-]+'/g) ?? []));

test.each(LANGUAGES)('%s has every sentence the window says, and no other', (language) => {
  expect([...new Set(keys(language))].sort()).toEqual(
    [...used].map((quoted) => quoted.slice(1, -1)).sort(),
  );
});

test.each(LANGUAGES)('%s says each thing once', (language) => {
  expect(new Set(keys(language)).size).toBe(keys(language).length);
});

test('words change with the language at once', () => {
  words.language = 'nl';
  expect(say('ui-saved')).toBe('Opgeslagen.');
  words.language = 'en';
  expect(say('ui-saved')).toBe('Saved.');
});

test('numbers only choose the plural, and no invisible marks are put around words', () => {
  expect(say('ui-subscriptions', { count: 1 })).toBe('1 subscription');
  expect(say('ui-subscriptions', { count: 3 })).toBe('3 subscriptions');
  expect(say('ui-nothing-called', { text: 'x' })).toBe('Nothing called “x”.');
});

test('no style attribute stands in the markup: the content policy refuses it', () => {
  for (const text of sources) expect(text).not.toMatch(/\sstyle="/);
});
