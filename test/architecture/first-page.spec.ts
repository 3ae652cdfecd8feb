import { FIRST_TEXTS } from '../../apps/web/src/shared/i18n/first-texts.js';
import { keyUse, messagesOf } from './support/catalogues.js';
import { importsOf, readTree } from './support/source-tree.js';

const files = readTree(['libs', 'apps/web']);
const namespaces = new Set([...messagesOf(files).en.keys()].map((key) => key.slice(0, key.indexOf(':'))));
const routes = files.filter(({ path }) => /^apps\/web\/src\/app\/(session-)?routes\.ts$/.test(path));

/** What the router opens with the first file of texts only, and what stands around every page. */
const entries = [
  'apps/web/src/main.tsx',
  'apps/web/src/app/frame.tsx',
  'apps/web/src/features/identity/sign-in-page.tsx',
  ...routes.flatMap(({ text }) =>
    [...text.matchAll(/handle: FIRST,\s*lazy:[^']*'\.\.\/([^']+)\.js'/g)].map(
      (match) => `apps/web/src/${match[1] ?? ''}.tsx`,
    ),
  ),
];

/** These files and all they import at once; what a page imports when it is asked for comes later. */
function withImports(paths: readonly string[]): Set<string> {
  const targets = new Map<string, string[]>();
  for (const { from, target, typeOnly, late } of importsOf(files)) {
    if (!typeOnly && !late && target !== null) targets.set(from, [...(targets.get(from) ?? []), target]);
  }
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    targets.get(path)?.forEach(visit);
  };
  paths.forEach(visit);
  return found;
}

describe('the texts of the first page', () => {
  it('are those that its files name, so that no page ever shows a key', () => {
    expect(entries.length).toBeGreaterThan(5);
    const first = withImports(entries);
    const use = keyUse(
      files.filter(({ path }) => first.has(path) && path.startsWith('apps/web/')),
      namespaces,
    );
    const named = new Set([...use.whole, ...use.beginnings].map((key) => key.slice(0, key.indexOf(':'))));
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((namespace) => !FIRST_TEXTS.includes(namespace)).sort()).toEqual([]);
  });

  it('are all there', () => {
    expect(FIRST_TEXTS.filter((namespace) => !namespaces.has(namespace))).toEqual([]);
  });
});
