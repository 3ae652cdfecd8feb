import { fileErrors } from './file.errors.js';
import { extensionOf } from './file-kinds.js';

const maxCodePoints = 200;
/** What a name may take on the file systems of Linux and macOS. */
const maxBytes = 255;

// Signs that print nothing or turn the reading direction, so that a name could read as another one (`exe.pdf` for `fdp.exe`).
const invisible = /\p{Cf}|\p{Cs}|\p{Co}|\p{Cn}|[\u115f\u1160\u3164\uffa0]|\u034f|[\ufe00-\ufe0f]/gu;
const breaks = /[\p{Cc}\u2028\u2029]+/gu;
// What Windows refuses in a name, the slashes that look like one, and what stands for a letter nobody could read.
const forbidden = /[<>:"|?*\u2044\u2215\u29f8\ufffd]/gu;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=$|[ .])/iu;

/**
 * A file name from outside made fit for every reader's computer: NFC, the last part of a path only, without control, direction and
 * invisible signs, without what Windows reserves, at most 200 code points and 255 bytes of UTF-8. Its letters stay as they were
 * written, the wide space of Japanese too.
 * @throws files.badName when nothing readable is left
 */
export function cleanFileName(raw: string): string {
  const last = ends(raw.slice(lastSlash(raw) + 1))
    .normalize('NFC')
    .replace(breaks, ' ');
  const plain = last
    .replace(invisible, '')
    .replace(forbidden, '_')
    .replace(/[^\S\u3000]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  if (!/[\p{L}\p{N}]/u.test(plain)) throw fileErrors.badName();
  return shorten(plain.replace(reserved, '_$&').normalize('NFC'));
}

const lastSlash = (path: string): number => Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));

/** Of a name longer than anybody reads, its beginning and its extension: no rule below is applied to a book. */
const ends = (name: string): string => (name.length <= 2000 ? name : name.slice(0, 1500) + name.slice(-100));

/** Cuts the name before its extension, between letters as people see them (pitfalls.md 60). */
function shorten(name: string): string {
  const fits = (text: string) => Array.from(text).length <= maxCodePoints && Buffer.byteLength(text) <= maxBytes;
  if (fits(name)) return name;
  const extension = extensionOf(name);
  const tail = extension === '' ? '' : `.${extension}`;
  let stem = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(name)) {
    if (!fits(`${stem}${segment}${tail}`)) break;
    stem += segment;
  }
  return `${stem.replace(/[\s.]+$/u, '')}${tail}`;
}
