import { LANGUAGES } from '#core/kernel';
import { writeTbx, writeTsv, type FileConcept, type TbxHead } from '#platform/term-files';
import { areaOf, type TermRow } from '../domain/glossary.types.js';
import { TSV_COLUMNS } from './read-term-file.js';

/** The list as a table that `readTermFile` takes back without a change. */
export function writeTermTable(terms: readonly TermRow[]): string {
  const row = ({ code, words, note, binding, state }: TermRow): string[] => [
    ...[code, words.en.term, words.ko.term, words.ja.term, note?.en?.text ?? ''],
    ...[words.en.also, words.ko.also, words.ja.also, words.en.avoid, words.ko.avoid, words.ja.avoid].map((forms) =>
      forms.join('|'),
    ),
    ...[binding ? 'yes' : 'no', state, note?.ko?.text ?? '', note?.ja?.text ?? ''],
  ];
  return writeTsv([TSV_COLUMNS, ...terms.map(row)]);
}

/** The list as TBX-Basic; of a retired term every form is superseded. */
export function writeTermBase(terms: readonly TermRow[], head: TbxHead): string {
  return writeTbx(terms.map(asConcept), head);
}

function asConcept({ code, words, note, state }: TermRow): FileConcept {
  return {
    id: code,
    subject: areaOf(code),
    notes: LANGUAGES.flatMap((lang) => (note?.[lang] ? [{ lang, text: note[lang].text }] : [])),
    forms: LANGUAGES.flatMap((lang) => {
      const { term, also, avoid } = words[lang];
      const retired = state === 'retired';
      return [
        { lang, term, status: retired ? 'superseded' : 'preferred' } as const,
        ...also.map((form) => ({ lang, term: form, status: retired ? 'superseded' : 'admitted' }) as const),
        ...avoid.map((form) => ({ lang, term: form, status: 'deprecated' }) as const),
      ];
    }),
  };
}
