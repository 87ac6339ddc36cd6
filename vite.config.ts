import { cpSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const from = (path: string) => join(root, path);

/** Everything that Node or Electron provides, and the packages that stay in node_modules. */
const external = (id: string) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0');

/**
 * One build, three outputs: the page (dist/renderer), the Node side (dist/*.js: desktop main, worker, web host, command line)
 * and the sandboxed preload, which has to be one CommonJS file (dist/preload.cjs).
 */
export default defineConfig({
  root: from('renderer'),
  base: './',
  plugins: [react()],
  environments: {
    client: {
      build: { outDir: from('dist/renderer'), emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 2500, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    },
    node: {
      consumer: 'server',
      build: {
        outDir: from('dist'),
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: {
            main: from('electron/main.ts'),
            worker: from('electron/hosts/worker/worker.ts'),
            thread: from('electron/engine/parallel/thread.ts'),
            web: from('electron/hosts/web/main.ts'),
            cli: from('electron/hosts/cli/start.mjs'),
          },
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      build: {
        outDir: from('dist'),
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: { preload: from('electron/preload.ts') },
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'node', 'preload']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
      cpSync(from('electron/engine/assets'), from('dist/assets'), { recursive: true });
    },
  },
});
