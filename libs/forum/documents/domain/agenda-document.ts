import { formatDate, wallClock } from '#core/i18n';
import type { Language, Side } from '#core/kernel';
import type { Block, Cell, Column, DocumentModel, Line, Row } from '#platform/documents';
import { agendaHash } from '#forum/agenda';
import { agendaRows, type AgendaToPrint } from './agenda-rows.js';
import { framed } from './document-frame.js';
import type { PrintOrder } from './documents.types.js';
import { inColumns, sideOfLanguage } from './languages.js';
import { headBlocks, sideWord } from './session-head.js';
import { comma, lineOf, officeRuns, run, word } from './words.js';

/**
 * The agenda for print. What both sides meet on, in order; the reader's own drafts and notes only when asked for. Nobody's private word
 * is here otherwise, whoever asks (domain.md 3.6).
 */
export function agendaDocument(source: AgendaToPrint, order: PrintOrder): DocumentModel {
  const { session, agenda } = source;
  const columns = inColumns(order.languages);
  const hash = agendaHash(agenda.items);
  const settled = agenda.state === 'agreed' || agenda.state === 'adopted';
  const name = (lang: Language): Line =>
    lineOf(run(word(lang, settled ? 'documents:agenda.title' : 'documents:agenda.draft'), lang));
  return framed({
    session,
    order,
    name,
    open: agenda.audience === 'public',
    illustrative: session.illustrative || agenda.illustrative || agenda.items.some((item) => item.illustrative),
    hash,
    version: agenda.versionNumber,
    blocks: [
      ...headBlocks(session, order, name),
      itemTable(source, order, columns),
      ...signatures(source, columns, hash),
    ],
  });
}

function itemTable(source: AgendaToPrint, order: PrintOrder, columns: readonly Language[]): Block {
  const rows = agendaRows(source, order, columns);
  const first = columns[0] ?? 'en';
  const empty: Row = { kind: 'plain', cells: [cell(lineOf(run(word(first, 'documents:agenda.none'), first)))] };
  const only = columns.length === 1 ? columns[0] : undefined;
  const head = only === undefined ? parallelHead(columns) : headOf(only);
  return { kind: 'table', ...head, rows: rows.length > 0 ? rows : [empty] };
}

type TableHead = { readonly columns: readonly Column[]; readonly head: readonly Cell[] };

const headCell = (lang: Language, key: string): Cell =>
  cell(lineOf(run(word(lang, `documents:agenda.${key}`), lang, { strong: true })));

function headOf(lang: Language): TableHead {
  return {
    columns: [
      { width: { mm: 11 }, align: 'center' },
      { width: { mm: 25 }, align: 'center' },
      { width: { share: 1 } },
      { width: { mm: lang === 'en' ? 18 : 17 }, align: 'center' },
      { width: { mm: lang === 'en' ? 20 : 18 }, align: 'center' },
    ],
    head: ['number', 'time', 'item', 'objective', 'lead'].map((key) => headCell(lang, key)),
  };
}

/** With several languages the columns of number and time serve all, so their heads are in all of them. */
function parallelHead(languages: readonly Language[]): TableHead {
  const shared = (key: string): Cell => ({
    lines: languages.map((lang) => ({
      ...lineOf(run(word(lang, `documents:agenda.${key}`), lang, { strong: true })),
      side: sideOfLanguage(lang),
    })),
  });
  return {
    columns: [
      { width: { mm: 11 }, align: 'center' },
      { width: { mm: 23 }, align: 'center' },
      ...languages.map((lang): Column => ({ width: { share: 1 }, side: sideOfLanguage(lang) })),
    ],
    head: [shared('number'), shared('time'), ...languages.map((lang) => headCell(lang, 'item'))],
  };
}

/** Who of each side has signed exactly this content, and on which day. */
function signatures({ agenda, session }: AgendaToPrint, columns: readonly Language[], hash: string | null): Block[] {
  const standing = agenda.keys.filter((key) => key.hash === hash);
  const bySide = (side: Side): Block[] =>
    standing
      .filter((key) => key.side === side)
      .map((key) => ({
        kind: 'facts',
        rows: columns.map((lang) => ({
          side: sideOfLanguage(lang),
          label: lineOf(run(word(lang, 'documents:agenda.signed', { side: sideWord(side, lang) }), lang)),
          lines: [
            lineOf(
              ...officeRuns(key.post, { lang, host: session.host, columns }),
              run(`${comma(lang)}${formatDate(wallClock(key.at, session.zone).date, lang)}`, lang),
            ),
          ],
        })),
      }));
  return standing.length === 0 ? [] : [{ kind: 'sides', kr: bySide('kr'), jp: bySide('jp') }];
}

const cell = (...lines: Line[]): Cell => ({ lines });
