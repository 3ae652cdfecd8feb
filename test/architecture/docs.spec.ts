import { settingNames, settings } from '#platform/config';
import { type SourceFile, readTree } from './support/source-tree.js';

const files = readTree();
const texts = new Map(files.map((file) => [file.path, file.text]));

/** Links and `paths/in/backticks` of a document that lead nowhere. */
function deadPaths(file: SourceFile, exists: (path: string) => boolean): string[] {
  const links = [...file.text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '');
  const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/') + 1) : '';
  const named = [...file.text.matchAll(/`((?:libs|apps|test|docs|scripts|migrations|docker)\/[\w./-]+)`/g)].map(
    (match) => match[1] ?? '',
  );
  return [
    ...links.filter((link) => !exists(new URL(link, `file:///${folder}`).pathname.slice(1))),
    ...named.filter((path) => !exists(path.replace(/\/$/, ''))),
  ].map((path) => `${file.path}: ${path}`);
}

describe('documents', () => {
  const known = files.map((file) => file.path);
  const exists = (path: string): boolean =>
    known.some((one) => one === path || one.startsWith(`${path.replace(/\/$/, '')}/`)) || /\.png$/.test(path);

  it('name no file that is not there', () => {
    const documents = files.filter((file) => file.path.endsWith('.md') && !file.path.startsWith('docs/decisions/0000'));
    expect(documents.flatMap((file) => deadPaths(file, exists))).toEqual([]);
  });

  it('list every setting with its purpose in docs/operations.md, and no other', () => {
    const rows = [...(texts.get('docs/operations.md') ?? '').matchAll(/^\| `([A-Z0-9_]+)`\s+\| (.+?)\s*\|$/gm)].map(
      (match) => [match[1], match[2]],
    );
    expect(rows).toEqual(settingNames.map((name) => [name, settings[name].purpose]));
  });

  it('are seen by this check when they name a file that is gone', () => {
    const document = {
      path: 'docs/a.md',
      text: 'See `libs/core/gone` and [there](../nowhere.md), not [this](https://example.org).',
    };
    expect(deadPaths(document, () => false)).toHaveLength(2);
    expect(deadPaths(document, (path) => path === 'libs/core/gone' || path === 'nowhere.md')).toEqual([]);
  });
});
