import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const LOCALE = /libs\/core\/i18n\/locales\/(ko|ja|en)\//u;

/** The web app: `vite build apps/web` writes dist/web, which the API serves; `vite apps/web` reloads and hands /api to the API. */
export default defineConfig({
  root,
  plugins: [react()],
  resolve: { alias: [{ find: /^#core\/(.*)$/u, replacement: at('../../libs/core/$1/index.ts') }] },
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One file per language: the reader loads only their own.
            {
              name: (id) => {
                const match = LOCALE.exec(id);
                return match ? `texts-${match[1]}` : null;
              },
            },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': `http://localhost:${process.env['PORT'] ?? '3000'}` } },
});
