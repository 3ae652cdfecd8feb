import { copyFileSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, root } from './paths.mjs';
import { filesBelow, isBuilt } from './sources.mjs';

/** One source file into `outDir`, without a type check: TypeScript is transformed, anything else copied. */
export async function transpile(path, outDir) {
  const from = join(root, path);
  const to = join(outDir, path.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(to), { recursive: true });
  const draft = `${to}.${process.pid}`;
  if (path.endsWith('.ts')) {
    const { transformFile } = await import('@swc/core');
    const { code, map } = await transformFile(from, {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: true,
    });
    writeFileSync(`${to}.map`, map ?? '');
    writeFileSync(draft, `${code}\n//# sourceMappingURL=${to.split('/').at(-1)}.map\n`);
  } else copyFileSync(from, draft);
  renameSync(draft, to);
}

/**
 * A folder of libs/platform as a module, before anything is built: the start reads its settings and makes the database
 * while the compiler works. Only for folders that import nothing of ours.
 * @param {'config' | 'embedded-database'} name
 */
export async function loadPlatform(name) {
  const folder = `libs/platform/${name}`;
  let out = dist;
  if (!isBuilt('server')) {
    out = join(dist, '.launch');
    for (const { path, mtime } of filesBelow([folder])) {
      const made = statSync(join(out, path.replace(/\.ts$/, '.js')), { throwIfNoEntry: false });
      if (!made || made.mtimeMs < mtime) await transpile(path, out);
    }
  }
  return await import(pathToFileURL(join(out, folder, 'index.js')).href);
}
