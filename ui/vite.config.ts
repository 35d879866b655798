import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// Everything is served from the program itself under its own content policy: nothing inline, no
// data: fonts, relative addresses. The web view is the system's own and knows today's CSS.
export default defineConfig({
  base: './',
  plugins: [svelte(), svelteTesting()],
  server: { fs: { allow: ['..'] } },
  build: {
    target: 'safari17',
    cssTarget: 'esnext',
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    // Generous: what a browser does in no time takes seconds in a made-up document on a busy machine.
    testTimeout: 120_000,
    setupFiles: ['tests/setup.ts'],
  },
});
