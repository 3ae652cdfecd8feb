// Compiles apps/api, apps/worker, libs and migrations into dist/ with SWC, only what changed. Types are checked by `npm run types`.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['apps/api/src', 'apps/worker/src', 'libs', 'migrations'];

/** @returns {Promise<{compiled: number, total: number}>} how many files were compiled now, of how many */
export async function compileServer() {
  const files = sources.flatMap((folder) => listSources(join(root, folder)));
  const stale = files.filter((file) => modified(targetOf(file)) < modified(file));
  await Promise.all(stale.map(compile));
  removeOrphans();
  return { compiled: stale.length, total: files.length };
}

/** Whether a file is one of those: TypeScript of the server, no test and no description of types. */
export function isOfServer(file) {
  const path = relative(root, file).split(sep).join('/');
  return sources.some((folder) => path.startsWith(`${folder}/`)) && /\.ts$/.test(path) && !/\.(spec|d)\.ts$/.test(path);
}

/** Compiles one file of the repository into dist/ unless it is there already. @returns {Promise<string>} the path of the result */
export async function compileFile(file) {
  if (modified(targetOf(file)) < modified(file)) await compile(file);
  return targetOf(file);
}

/** Where the result of a file is, whether made yet or not. */
export const targetOf = (file) => join(root, 'dist', relative(root, file)).replace(/\.ts$/, '.js');

const sourceOf = (target) => join(root, relative(join(root, 'dist'), target)).replace(/\.js$/, '.ts');

async function compile(file) {
  const target = targetOf(file);
  const { code, map } = await transformFile(file, {
    cwd: root,
    swcrc: false,
    sourceMaps: true,
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
  });
  mkdirSync(dirname(target), { recursive: true });
  put(`${target}.map`, map ?? '');
  put(target, `${code}//# sourceMappingURL=${target.slice(dirname(target).length + 1)}.map\n`);
}

/** In one go: another process may be reading what was there before. */
function put(path, text) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function listSources(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isOfServer);
}

/** A file whose source is gone must not stay: migrations are found by listing their folder. */
function removeOrphans() {
  for (const folder of sources) {
    const target = join(root, 'dist', folder);
    if (modified(target) < 0) continue;
    for (const entry of readdirSync(target, { withFileTypes: true, recursive: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && path.endsWith('.js') && modified(sourceOf(path)) < 0) {
        rmSync(path);
        rmSync(`${path}.map`, { force: true });
      }
    }
  }
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? -1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { compiled, total } = await compileServer();
  process.stdout.write(`${compiled} of ${total} files compiled\n`);
}
