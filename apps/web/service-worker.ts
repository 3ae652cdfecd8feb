import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const entry = fileURLToPath(new URL('./src/worker/sw.ts', import.meta.url));
const FIRST_PAGE = '/index.html';
const VIRTUAL = 'virtual:shell';

/** What shows an agenda: the frame, the session's head, the agenda to be read, the store, the fonts, and the texts of all languages. */
const SHOWN =
  /\/src\/(?:app\/frame\.tsx|features\/sessions\/session-page\.tsx|features\/agenda\/(?:agenda-tab|agenda-proposals)\.tsx|shared\/styles\/fonts\.ts)$|\/idb-keyval\/|virtual:texts\//u;

type Bundle = Rolldown.OutputBundle;

function shellOf(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const seen = new Set<string>();
  const take = (fileName: string): void => {
    if (seen.has(fileName)) return;
    seen.add(fileName);
    const file = bundle[fileName];
    if (file?.type !== 'chunk') return;
    for (const css of file.viteMetadata?.importedCss ?? []) seen.add(css);
    for (const imported of file.imports) take(imported);
  };
  for (const chunk of chunks)
    if (
      chunk.isEntry ||
      SHOWN.test(chunk.facadeModuleId ?? '') ||
      chunk.moduleIds.some((id) => /\/idb-keyval\/|virtual:texts\//u.test(id))
    )
      take(chunk.fileName);
  // Of the fonts only the list: the slices come as they are needed.
  for (const name of Object.keys(bundle)) if (/\/fonts-[^/]+\.css$/u.test(name)) seen.add(name);
  return [...seen].sort();
}

/** Builds `sw.js` beside the page once its files have their names: one plain script, since it must not load others. */
export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const revision = createHash('sha256')
      .update(readFileSync(join(dir, 'index.html')))
      .digest('hex')
      .slice(0, 16);
    const shell = [
      { url: FIRST_PAGE, revision },
      ...shellOf(bundle).map((fileName) => ({ url: `/${fileName}`, revision: null })),
    ];
    const known: Plugin = {
      name: 'shell',
      resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
      load: (id) =>
        id === `\0${VIRTUAL}`
          ? `export const FIRST_PAGE = ${JSON.stringify(FIRST_PAGE)}; export const SHELL = ${JSON.stringify(shell)};`
          : null,
    };
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      plugins: [known],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: dir,
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'es2022',
        lib: { entry, formats: ['iife'], name: 'forumDesk', fileName: () => 'sw.js' },
      },
    });
  },
});
