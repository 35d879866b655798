import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/bindings', '*.js'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // One door to the program: only lib/api.ts talks to it.
      'no-restricted-imports': ['error', { patterns: ['@tauri-apps/*'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Text never becomes markup.
      'svelte/no-at-html-tags': 'error',
      // The content policy refuses style attributes; style: directives go through the CSSOM.
      'svelte/no-inline-styles': ['error', { allowTransitions: true }],
      // Routes are hashes of our own; there is no SvelteKit to resolve them.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['src/lib/api.ts'], rules: { 'no-restricted-imports': 'off' } },
);
