import { SIDES, type Language, type Side } from '#core/kernel';
import type { Block, Cell, Column, DocumentModel, Line, Row } from '#platform/documents';
import { contentHash } from '#forum/two-key';
import { framed } from './document-frame.js';
import type { PrintOrder } from './documents.types.js';
import { inColumns, sideOfLanguage } from './languages.js';
import { companyBlocks, headRun, strongCell } from './company-people.js';
import { peopleOf, type ParticipantsToPrint } from './participants-people.js';
import { headBlocks, sideWord } from './session-head.js';
import { inAll, lineOf, run, word } from './words.js';

/**
 * The list of participants: each side's people in the order it gave (domain.md 3.4), its own side left or first on its copy. What a
 * person needs is never printed. A list its side has not handed over is on that side's own print only.
 */
export function participantsDocument(source: ParticipantsToPrint, order: PrintOrder): DocumentModel {
  const { session } = source;
  const columns = inColumns(order.languages);
  const lists = source.lists.filter((list) => list.state !== 'draft' || list.side === order.own);
  const shown = { ...source, lists };
  const name = (lang: Language): Line => lineOf(run(word(lang, 'documents:participants.title'), lang));
  const only = columns.length === 1 ? columns[0] : undefined;
  return framed({
    session,
    order,
    name,
    open: false,
    illustrative: session.illustrative,
    hash: contentHash(hashed(shown)),
    version: null,
    blocks: [
      ...headBlocks(session, order, name),
      ...(only === undefined ? sideBySections(shown, columns) : [sideBySide(shown, only)]),
      ...companyBlocks(shown, columns),
    ],
  });
}

/** What the printed list consists of, whatever its language and copy. */
function hashed({ lists, interpreters, companyPeople }: ParticipantsToPrint) {
  return {
    lists: lists.map(({ side, members }) => ({
      side,
      members: members.map(({ post, role, names }) => ({ post: post.id, role, names })),
    })),
    interpreters: interpreters.map(({ side, names, agency }) => ({ side, names, agency })),
    companyPeople: companyPeople.map(({ side, company, title, names }) => ({ side, company, title, names })),
  };
}

/** In one language: both sides in two columns, people of the same place in the list beside each other. */
function sideBySide(source: ParticipantsToPrint, lang: Language): Block {
  const people = { kr: peopleOf(source, 'kr'), jp: peopleOf(source, 'jp') };
  const length = Math.max(people.kr.length, people.jp.length);
  const cellsOf = (side: Side, at: number): Cell[] => {
    const person = people[side][at];
    if (!person)
      return [{ lines: [] }, { lines: at === 0 ? [lineOf(run(word(lang, 'documents:participants.none'), lang))] : [] }];
    return [{ lines: [person.role(lang)] }, { lines: [person.words(lang, [])] }];
  };
  return {
    kind: 'table',
    columns: SIDES.flatMap((side): Column[] => [
      { width: { mm: 24 }, side },
      { width: { share: 1 }, side },
    ]),
    head: SIDES.flatMap((side) => [
      strongCell(headRun(word(lang, 'documents:participants.role'), lang)),
      strongCell(headRun(sideWord(side, lang), lang)),
    ]),
    rows: Array.from({ length: Math.max(length, 1) }, (_, at): Row => ({
      kind: 'plain',
      cells: SIDES.flatMap((side) => cellsOf(side, at)),
    })),
  };
}

/** In several languages: one side after the other, a column for each language. */
function sideBySections(source: ParticipantsToPrint, columns: readonly Language[]): Block[] {
  const section = (side: Side): Block[] => {
    const people = peopleOf(source, side);
    const none = columns.map((lang): Cell => ({
      lines: [lineOf(run(word(lang, 'documents:participants.none'), lang))],
    }));
    return [
      { kind: 'heading', line: lineOf(...inAll(columns, (lang) => run(sideWord(side, lang), lang))) },
      {
        kind: 'table',
        columns: [{ width: { mm: 10 }, align: 'center' }, ...languageColumns(columns)],
        head: [
          strongCell(),
          ...columns.map((lang) => strongCell(headRun(word(lang, 'documents:participants.person'), lang))),
        ],
        rows:
          people.length === 0
            ? [{ kind: 'plain', cells: [{ lines: [] }, ...none] }]
            : people.map((person, at) => ({
                kind: 'plain',
                cells: [
                  { lines: [lineOf(run(String(at + 1), columns[0] ?? 'en'))] },
                  ...columns.map((lang) => ({ lines: [person.words(lang, columns), small(person.role(lang))] })),
                ],
              })),
      },
    ];
  };
  return [{ kind: 'sides', kr: section('kr'), jp: section('jp') }];
}

const small = (line: Line): Line => ({ ...line, runs: line.runs.map((one) => ({ ...one, tone: 'note' as const })) });

const languageColumns = (columns: readonly Language[]): Column[] =>
  columns.map((lang) => ({ width: { share: 1 }, side: sideOfLanguage(lang) }));
