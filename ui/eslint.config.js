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
      // State here is replaced as a whole ($state.raw), so plain maps and sets do.
      'svelte/prefer-svelte-reactivity': 'off',
      // Text never becomes markup.
      'svelte/no-at-html-tags': 'error',
      // Routes are hashes of our own; there is no SvelteKit to resolve them.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // Here a component imported from another file has no type for the linter; svelte-check sees it.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/lib/api.ts', 'dev/*.ts', 'tests/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
);
