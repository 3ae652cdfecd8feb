import type { Language } from '#core/kernel';
import type { Block, Cell, Column, DocumentModel, Line, Row } from '#platform/documents';
import type { ActionRow } from '#forum/actions';
import { contentHash } from '#forum/two-key';
import { framed } from './document-frame.js';
import type { PrintOrder, SessionHead } from './documents.types.js';
import { inColumns, sideOfLanguage } from './languages.js';
import { headBlocks, sideWord } from './session-head.js';
import { dated, dateRun, lineOf, officeRuns, run, textRuns, word, type Place } from './words.js';

export interface ActionsToPrint {
  readonly session: SessionHead;
  readonly actions: readonly ActionRow[];
}

/** The action table of a session: who owes what by when, and where it stands on the day of printing. Own items only on the own print. */
export function actionsDocument({ session, actions }: ActionsToPrint, order: PrintOrder): DocumentModel {
  const columns = inColumns(order.languages);
  const shown = actions.filter((action) => action.joint || (order.own !== null && action.ownerSide === order.own));
  const name = (lang: Language): Line => lineOf(run(word(lang, 'documents:actions.title'), lang));
  const asOf = (lang: Language) => [
    {
      label: lineOf(run(word(lang, 'documents:actions.asOfLabel'), lang)),
      lines: [lineOf(dated(lang, 'documents:actions.asOf', session.today))],
    },
  ];
  const only = columns.length === 1 ? columns[0] : undefined;
  return framed({
    session,
    order,
    name,
    open: false,
    illustrative: session.illustrative || shown.some((action) => action.illustrative),
    hash: contentHash(shown.map(({ id, version }) => ({ id, version }))),
    version: null,
    blocks: [
      ...headBlocks(session, order, name, asOf),
      only === undefined ? parallelTable(session, shown, columns) : singleTable(session, shown, only),
    ],
  });
}

/** Millimetres that the longest date takes; an English one takes two lines. */
const DUE_WIDTHS: Readonly<Record<Language, number>> = { ko: 31, ja: 41, en: 31 };

function singleTable({ host }: SessionHead, actions: readonly ActionRow[], lang: Language): Block {
  const place: Place = { lang, host, columns: [] };
  return {
    kind: 'table',
    columns: [
      { width: { mm: 31 } },
      { width: { share: 5 } },
      { width: { share: 4 } },
      { width: { mm: DUE_WIDTHS[lang] }, align: 'center' },
      { width: { mm: lang === 'en' ? 23 : 19 }, align: 'center' },
    ],
    head: ['number', 'item', 'owner', 'due', 'state'].map((key) => headCell(lang, key)),
    rows: orNone(
      actions.map((action) => ({
        kind: 'plain',
        cells: [
          cell(lineOf(run(action.number, 'en'))),
          cell(lineOf(...textRuns(action.title, place))),
          cell(ownerLine(action, place)),
          { lines: dueLines(action, lang) },
          cell(stateLine(action, lang)),
        ],
      })),
      lang,
    ),
  };
}

/** In several languages everything about an item stands in each language's own column, the number once. */
function parallelTable({ host }: SessionHead, actions: readonly ActionRow[], languages: readonly Language[]): Block {
  const first = languages[0] ?? 'en';
  return {
    kind: 'table',
    columns: [
      { width: { mm: 31 } },
      ...languages.map((lang): Column => ({ width: { share: 1 }, side: sideOfLanguage(lang) })),
    ],
    head: [
      { lines: languages.map((lang) => ({ ...headLine(lang, 'number'), side: sideOfLanguage(lang) })) },
      ...languages.map((lang) => headCell(lang, 'item')),
    ],
    rows: orNone(
      actions.map((action) => ({
        kind: 'plain',
        cells: [
          cell(lineOf(run(action.number, 'en'))),
          ...languages.map((lang): Cell => {
            const place: Place = { lang, host, columns: languages };
            const [due, ...more] = dueLines(action, lang);
            return {
              lines: [
                lineOf(...textRuns(action.title, place, { strong: true })),
                labelled(lang, 'owner', ownerLine(action, place)),
                ...(due ? [labelled(lang, 'due', due)] : []),
                ...more,
                labelled(lang, 'state', stateLine(action, lang)),
              ],
            };
          }),
        ],
      })),
      first,
    ),
  };
}

const orNone = (rows: Row[], lang: Language): Row[] =>
  rows.length > 0 ? rows : [{ kind: 'plain', cells: [cell(lineOf(run(word(lang, 'documents:actions.none'), lang)))] }];

const headLine = (lang: Language, key: string): Line =>
  lineOf(run(word(lang, `documents:actions.${key}`), lang, { strong: true }));
const headCell = (lang: Language, key: string): Cell => cell(headLine(lang, key));

const labelled = (lang: Language, key: string, line: Line): Line => ({
  ...line,
  runs: [run(`${word(lang, `documents:actions.${key}`)}: `, lang, { tone: 'note' }), ...line.runs],
});

function ownerLine({ owner, ownerSide }: ActionRow, place: Place): Line {
  const side = run(`(${sideWord(ownerSide, place.lang)}) `, place.lang, { tone: 'note' });
  return lineOf(side, ...officeRuns(owner, place));
}

/** The due date, and the first one where it was extended (domain.md 3.9). */
function dueLines({ due, originalDue }: ActionRow, lang: Language): Line[] {
  const first = originalDue !== null && originalDue !== due ? originalDue : null;
  return [
    lineOf(dateRun(due, lang)),
    ...(first === null ? [] : [lineOf(dated(lang, 'documents:actions.firstDue', first, { tone: 'note' }))]),
  ];
}

const stateLine = ({ state, overdue }: ActionRow, lang: Language): Line =>
  lineOf(run(word(lang, overdue ? 'documents:actions.overdue' : `terms:act.${state}`), lang));

const cell = (...lines: Line[]): Cell => ({ lines });
