import { formatTimeRange, wallClock } from '#core/i18n';
import type { Language, Side } from '#core/kernel';
import type { Cell, Line, Row } from '#platform/documents';
import {
  clockTimes,
  isOnAgenda,
  itemNumbers,
  runningMinutes,
  type AgendaItemRow,
  type AgendaMatters,
  type AgendaRow,
  type ClockSpan,
} from '#forum/agenda';
import { itemLines, type ItemContext } from './agenda-item-lines.js';
import type { PrintOrder, SessionHead } from './documents.types.js';
import { itemNumber } from './item-number.js';
import { sideWord } from './session-head.js';
import { lineOf, run, textRuns, word } from './words.js';

export interface AgendaToPrint {
  readonly session: SessionHead;
  readonly agenda: AgendaRow;
  readonly matters: AgendaMatters;
}

interface Placed {
  readonly item: AgendaItemRow;
  readonly number: number | null;
  readonly span: ClockSpan | null;
  readonly minutes: number;
}

/** The rows of the table: what both sides meet on, and the own side's drafts on its own print. */
export function agendaRows(source: AgendaToPrint, order: PrintOrder, columns: readonly Language[]): Row[] {
  return placed(source, order.own).map((row) => tableRow(row, source, order, columns));
}

function tableRow(row: Placed, source: AgendaToPrint, order: PrintOrder, columns: readonly Language[]): Row {
  const { item } = row;
  const { session } = source;
  const context: ItemContext = { session, columns, matters: source.matters, own: order.own };
  const [first = 'en'] = columns;
  const digits = columns.length === 1 && row.number !== null ? itemNumber(row.number, first) : String(row.number ?? '');
  const number = row.number === null ? [] : [lineOf(run(digits, first))];
  const heading = (lang: Language): Line =>
    lineOf(...textRuns(item.title, { lang, host: session.host, columns }, { strong: true }));
  if (columns.length === 1) {
    if (item.kind === 'section') return { kind: 'section', cells: [cell(heading(first))] };
    return {
      kind: kindOf(item),
      cells: [
        { lines: number },
        { lines: timeLines(row, session, columns) },
        { lines: itemLines(item, first, context, 'apart') },
        {
          lines:
            item.objective === null ? [] : [lineOf(run(word(first, `documents:objective.${item.objective}`), first))],
        },
        { lines: item.lead === null ? [] : [lineOf(run(sideWord(item.lead, first), first))] },
      ],
    };
  }
  if (item.kind === 'section') {
    return { kind: 'section', cells: [cell(), cell(), ...columns.map((lang) => cell(heading(lang)))] };
  }
  return {
    kind: kindOf(item),
    cells: [
      { lines: number },
      { lines: timeLines(row, session, columns) },
      ...columns.map((lang) => ({ lines: itemLines(item, lang, context, 'beneath') })),
    ],
  };
}

const kindOf = (item: AgendaItemRow): Row['kind'] =>
  isOwn(item) ? 'inside' : item.kind === 'break' ? 'break' : 'plain';

const isOwn = (item: AgendaItemRow): boolean => item.audience === 'kr' || item.audience === 'jp';

/** The clock time, or only how long it takes while no time is agreed; beside several languages in signs that all of them read. */
function timeLines({ span, minutes }: Placed, { zone }: SessionHead, columns: readonly Language[]): Line[] {
  const [lang = 'en'] = columns;
  const words = columns.length === 1 ? word(lang, 'documents:agenda.minutes', { minutes }) : `(${minutes}′)`;
  const length = run(words, lang, { tone: 'note' });
  if (!span) return minutes > 0 ? [lineOf(length)] : [];
  const [from, to] = [wallClock(span.startsAt, zone), wallClock(span.endsAt, zone)];
  return [
    lineOf(run(formatTimeRange(from.time, to.time, lang), lang, { whole: true })),
    ...(minutes > 0 ? [lineOf(length)] : []),
  ];
}

function placed({ agenda }: AgendaToPrint, own: Side | null): Placed[] {
  const clock = { ...agenda.interpretation, startsAt: agenda.startsAt, endsAt: agenda.endsAt };
  const rows = agenda.items.map(({ kind, minutes, ...item }) => ({ kind, minutes, runs: isOnAgenda(item) }));
  const times = clockTimes(rows, clock).rows;
  const numbers = itemNumbers(agenda.items.filter(isOnAgenda));
  return agenda.items.flatMap((item, at) => {
    if (!isOnAgenda(item) && (own === null || item.audience !== own)) return [];
    const minutes = item.kind === 'section' ? 0 : runningMinutes(item, clock);
    return [{ item, number: numbers.get(item.id) ?? null, span: times[at] ?? null, minutes }];
  });
}

const cell = (...lines: Line[]): Cell => ({ lines });
