import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from './paths.mjs';
import { filesBelow } from './sources.mjs';
import { transpile } from './transpile.mjs';

const watched = ['apps/api/src', 'apps/worker/src', 'libs', 'migrations'];

/**
 * Looks at the sources three times a second (a few milliseconds each; works on every file system) and brings dist/ after
 * them. `onChange` gets the changed paths once they are compiled; `onError` a syntax error, and the old code stays.
 * @param {{ signal: AbortSignal, onChange: (paths: string[]) => Promise<void>, onError: (message: string) => void }} options
 */
export async function watchSources({ signal, onChange, onError }) {
  let known = look();
  while (!signal.aborted) {
    await new Promise((done) => setTimeout(done, 333));
    const now = look();
    const changed = [...now].filter(([path, mark]) => known.get(path) !== mark).map(([path]) => path);
    const gone = [...known.keys()].filter((path) => !now.has(path));
    known = now;
    if (changed.length + gone.length === 0 || signal.aborted) continue;
    try {
      await Promise.all(changed.filter((path) => path.endsWith('.ts')).map((path) => transpile(path, dist)));
      for (const path of gone) rmSync(join(dist, path.replace(/\.ts$/, '.js')), { force: true });
      await onChange([...changed, ...gone]);
    } catch (error) {
      onError(String(error?.message ?? error));
    }
  }
}

function look() {
  return new Map(
    filesBelow(watched)
      .filter(({ path }) => /\.(ts|json)$/.test(path))
      .map(({ path, mtime, size }) => [path, `${mtime} ${size}`]),
  );
}
