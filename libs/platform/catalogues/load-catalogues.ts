import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createI18n, type Catalogue, type Catalogues } from '#core/i18n';
import { LANGUAGES, type Language } from '#core/kernel';

/**
 * Reads `libs/core/i18n/locales/<language>/<namespace>.json` of the three languages. The compiler copies no JSON, so the folder is
 * found from the nearest package.json, whether this runs from `dist/` or from source. Throws what the file system or JSON.parse say.
 */
export function loadCatalogues(): Catalogues {
  const locales = join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'libs/core/i18n/locales');
  const entries = LANGUAGES.map((lang) => [lang, namespaces(join(locales, lang))] as const);
  return Object.fromEntries(entries) as Record<Language, Record<string, Catalogue>>;
}

/** Makes the process's i18n instance from the files; `strict` (tests, development) throws on a missing key. */
export function installCatalogues({ strict = false }: { readonly strict?: boolean } = {}): void {
  createI18n(loadCatalogues(), { strict });
}

function namespaces(folder: string): Record<string, Catalogue> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as Catalogue,
    ]),
  );
}

function packageRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('catalogues.noPackageRoot');
  return packageRoot(parent);
}
