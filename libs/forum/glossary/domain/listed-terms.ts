import type { Language } from '#core/kernel';
import { perLanguage, readCell } from './cell.js';
import { areaOf, type TermContent } from './glossary.types.js';
import { noteOf } from './term-content.js';

/** Text of the list of terms (five columns, tab-separated) and of what goes with it: further forms, forms to avoid, what binds. */
export interface ListFiles {
  readonly list: string;
  readonly forms: string;
}

interface Additions {
  readonly binding: { readonly areas: string[]; readonly never: string[]; readonly always: string[] };
  readonly terms: Readonly<Record<string, { readonly forms?: Given; readonly avoid?: Given } | undefined>>;
}
/** Per language the term and its further forms, or the forms to avoid. */
type Given = { readonly [L in Language]?: readonly string[] };

/** The terms that every installation starts with. */
export function readListedTerms({ list, forms }: ListFiles): TermContent[] {
  // A file of the product, checked by its test.
  const additions = JSON.parse(forms) as Additions;
  const [, ...lines] = list.split(/\r?\n/u).filter((line) => line !== '');
  return lines.map((line) => readLine(line, additions));
}

function readLine(line: string, { binding, terms }: Additions): TermContent {
  const [code = '', en = '', ko = '', ja = '', note = ''] = line
    .split('\t')
    .map((cell) => cell.trim().normalize('NFC'));
  const cells = { ko, ja, en };
  const added = terms[code];
  const binds =
    binding.always.includes(code) || (binding.areas.includes(areaOf(code)) && !binding.never.includes(code));
  return {
    code,
    words: perLanguage((lang) => {
      const [term, ...also] = added?.forms?.[lang] ?? [];
      const read = term === undefined ? readCell(cells[lang], lang) : { term, also };
      return { ...read, avoid: [...(added?.avoid?.[lang] ?? [])] };
    }),
    note: noteOf({ en: note }),
    binding: binds,
  };
}
