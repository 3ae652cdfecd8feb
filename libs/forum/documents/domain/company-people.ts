import type { Language, Side } from '#core/kernel';
import type { Block, Cell, ModelRun } from '#platform/documents';
import { nameRuns, type ParticipantsToPrint } from './participants-people.js';
import { sideWord } from './session-head.js';
import { inAll, lineOf, run, word } from './words.js';

export const strongCell = (...runs: ModelRun[]): Cell => ({ lines: [lineOf(...runs)] });
export const headRun = (text: string, lang: Language): ModelRun => run(text, lang, { strong: true });

/** People of companies are a list of their own (domain.md 3.4). */
export function companyBlocks({ companyPeople }: ParticipantsToPrint, columns: readonly Language[]): Block[] {
  const block = (side: Side): Block[] => {
    const people = companyPeople.filter((person) => person.side === side);
    if (people.length === 0) return [];
    const headings = inAll(columns, (lang) =>
      run(word(lang, 'documents:participants.companies', { side: sideWord(side, lang) }), lang),
    );
    const first = columns[0] ?? 'en';
    return [
      { kind: 'heading', line: lineOf(...headings) },
      {
        kind: 'table',
        columns: [{ width: { share: 2 } }, { width: { share: 2 } }, ...columns.map(() => ({ width: { share: 2 } }))],
        head: ['company', 'post']
          .map((key) => strongCell(headRun(word(first, `documents:participants.${key}`), first)))
          .concat(columns.map((lang) => strongCell(headRun(word(lang, 'documents:participants.name'), lang)))),
        rows: people.map((person) => ({
          kind: 'plain',
          cells: [
            strongCell(run(person.company, first)),
            strongCell(run(person.title, first)),
            ...columns.map((lang) => strongCell(...nameRuns(person.names, lang))),
          ],
        })),
      },
    ];
  };
  return [{ kind: 'sides', kr: block('kr'), jp: block('jp') }];
}
