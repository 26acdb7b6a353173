import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { keepOffline } from './offline-build.ts';
import { sendRoutes } from './routes-build.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), sendRoutes(), keepOffline()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The libraries of the shell are one file, 140 kB on the line.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: {
        index: `${import.meta.dirname}/index.html`,
        sw: `${import.meta.dirname}/task/offline/service-worker.ts`,
      },
      output: {
        // A service worker rules the pages beneath its own address, under a name that stays.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // Left alone each small module that two pages share is a file: seventy before the first page, where a slow
        // line fetches six at a time.
        codeSplitting: {
          groups: [
            // Apart: a new version of the product seldom brings new libraries, and browsers keep them.
            { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/].*js$/, priority: 3 },
            { name: 'shell', tags: ['$initial'], test: (id) => !id.includes('service-worker'), priority: 2 },
            { name: 'common', minShareCount: 8, maxModuleSize: 10_000, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
