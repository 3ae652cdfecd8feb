import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { coveredStretches } from './coverage.js';

/** What stands for a letter that none of the faces has: the mark printers use for it. */
export const MISSING_LETTER = '〓';

/** Stands in a drawable text where a long word may break; it is never printed. */
export const PLACE_TO_BREAK = '\u200b';

// Default-ignorable letters print nothing and need no glyph: joiners, variation selectors, soft hyphen.
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

const packages = { kr: '@expo-google-fonts/noto-sans-kr', jp: '@expo-google-fonts/noto-sans-jp' };
const weights = { regular: '400Regular', bold: '700Bold' };

const folderOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Folders of the four font files: Noto Sans KR and JP, regular and bold. */
export const fontFolders = (): string[] =>
  Object.values(packages).flatMap((name) => Object.values(weights).map((weight) => join(folderOf(name), weight)));

// Addresses and codes without a place to break would run off the page.
const unbroken = /[!-~]{17,}/gu;
const inPieces = (word: string): string => (word.match(/.{1,8}/gu) ?? []).join(PLACE_TO_BREAK);

let covered: Set<number> | undefined;

/**
 * The text with `MISSING_LETTER` for what neither Noto Sans KR nor JP can print, as PDF/A forbids empty boxes (pitfalls.md 45), and with
 * places to break in long words of Latin letters.
 */
export function drawable(text: string): string {
  const known = (covered ??= coverage());
  let letters = '';
  for (const letter of text) {
    if (known.has(letter.codePointAt(0) ?? 0) || letter === '\n') letters += letter;
    else if (!ignorable.test(letter)) letters += MISSING_LETTER;
  }
  return letters.replace(unbroken, inPieces);
}

function coverage(): Set<number> {
  const known = new Set<number>();
  for (const [country, name] of Object.entries(packages)) {
    const path = join(folderOf(name), weights.regular, `NotoSans${country.toUpperCase()}_${weights.regular}.ttf`);
    for (const [first, last] of coveredStretches(path)) {
      for (let code = first; code <= last; code += 1) known.add(code);
    }
  }
  return known;
}
