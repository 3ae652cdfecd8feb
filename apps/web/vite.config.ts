import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './service-worker.js';
import { texts } from './texts.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Beside each text file its compressed twins, so that the server compresses nothing while it answers. Made of what was written: Vite edits chunks until then. */
const compressed = (): Plugin => ({
  name: 'compressed-twins',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const fileName of Object.keys(bundle)) {
      if (!/\.(js|css|svg)$/u.test(fileName)) continue;
      const path = join(dir, fileName);
      const bytes = readFileSync(path);
      if (bytes.length < 1024) continue;
      writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
});

/** The web app: `vite build apps/web` writes dist/web, which the API serves; `vite apps/web` reloads and hands /api to the API. */
export default defineConfig({
  root,
  plugins: [react(), texts(), compressed(), serviceWorker()],
  resolve: { alias: [{ find: /^#core\/(.*)$/u, replacement: at('../../libs/core/$1/index.ts') }] },
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Left alone, each set of pages that share something gets a file of its own: a hundred for a page, most of them under 1 KB.
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/, priority: 3 },
            { name: 'initial', tags: ['$initial'], priority: 2 },
            { name: 'icons', test: /[\\/]@tabler[\\/]/, priority: 1 },
            { name: 'shared', minShareCount: 4 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': `http://localhost:${process.env['PORT'] ?? '3000'}` } },
});
