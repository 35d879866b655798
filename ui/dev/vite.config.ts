import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The window in a browser, with made-up answers: to look at, never shipped.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [svelte({ configFile: '../svelte.config.js' })],
  server: { fs: { allow: ['../..'] } },
  build: {
    target: 'safari17',
    cssTarget: 'esnext',
    assetsInlineLimit: 0,
    modulePreload: false,
    emptyOutDir: true,
  },
});
