import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { FIRST_TEXTS } from './src/shared/i18n/first-texts.js';

const LOCALES = fileURLToPath(new URL('../../libs/core/i18n/locales/', import.meta.url));
const NAME = /^\0?virtual:texts\/(ko|ja|en)\/(first|more)$/u;
/** Only the server writes mails. */
const OF_THE_SERVER = 'mail.json';

/**
 * `virtual:texts/<language>/<first|more>`: the catalogues that server and screens share, one file of the first page's and one of all
 * others per language, so that a reader loads two files and not one for each catalogue.
 */
export const texts = (): Plugin => ({
  name: 'texts',
  resolveId: (id) => (NAME.test(id) ? `\0${id}` : null),
  load(id) {
    const [, lang, part] = NAME.exec(id) ?? [];
    if (lang === undefined) return null;
    const folder = join(LOCALES, lang);
    const catalogues: Record<string, unknown> = {};
    for (const file of readdirSync(folder)) {
      const namespace = file.replace(/\.json$/u, '');
      if (file === OF_THE_SERVER || FIRST_TEXTS.includes(namespace) !== (part === 'first')) continue;
      this.addWatchFile(join(folder, file));
      catalogues[namespace] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    }
    return `export default ${JSON.stringify(catalogues)};`;
  },
});
