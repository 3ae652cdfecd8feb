// Sorts the keys of every catalogue by code unit, as test/architecture/catalogues.spec.ts wants them. Part of `npm run format`.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../libs/core/i18n/locales', import.meta.url));

const sorted = (tree) =>
  Object.fromEntries(
    Object.keys(tree)
      .sort()
      .map((key) => [key, typeof tree[key] === 'string' ? tree[key] : sorted(tree[key])]),
  );

for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.json')) continue;
  const path = join(entry.parentPath, entry.name);
  const before = readFileSync(path, 'utf8');
  const after = `${JSON.stringify(sorted(JSON.parse(before)), null, 2)}\n`;
  if (after !== before) writeFileSync(path, after);
}
