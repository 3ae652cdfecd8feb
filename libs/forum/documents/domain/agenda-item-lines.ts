import { readText, type Language, type Side, type Viewer } from '#core/kernel';
import type { Line, ModelRun } from '#platform/documents';
import { linkKey, type AgendaItemRow, type AgendaMatters, type FollowUp, type LinkedObject } from '#forum/agenda';
import { sessionTitle } from '#forum/sessions';
import type { SessionHead } from './documents.types.js';
import { subNumber } from './item-number.js';
import { sideWord } from './session-head.js';
import { comma, copyRun, dated, inOrderOf, lineOf, run, textRuns, word, type Place } from './words.js';

export interface ItemContext {
  readonly session: SessionHead;
  /** Languages of the document, as they stand side by side. */
  readonly columns: readonly Language[];
  readonly matters: AgendaMatters;
  readonly own: Side | null;
}

/**
 * The words of one item in one language: title, description, what it is about, and what the side that prints it for itself has noted.
 * @param facts `apart` when purpose and speaker have columns of their own
 */
export function itemLines(
  item: AgendaItemRow,
  lang: Language,
  context: ItemContext,
  facts: 'apart' | 'beneath',
): Line[] {
  const place: Place = { lang, host: context.session.host, columns: context.columns };
  const strong = item.kind === 'item';
  return [
    lineOf(...ownMark(item, lang), ...textRuns(item.title, place, { strong })),
    ...(item.description ? [lineOf(...textRuns(item.description, place))] : []),
    ...(facts === 'beneath' ? purpose(item, lang) : []),
    ...remarks(item, lang, context.session),
    ...aboutLines(item, place, context),
    ...(context.own !== null && item.note ? noteLines(item.note, place) : []),
  ];
}

const ownMark = (item: AgendaItemRow, lang: Language): ModelRun[] =>
  item.audience === 'kr' || item.audience === 'jp'
    ? [run(`${word(lang, 'documents:agenda.ownDraft')} `, lang, { tone: 'mark' })]
    : [];

function purpose({ objective, lead }: AgendaItemRow, lang: Language): Line[] {
  const parts = [
    ...(objective === null ? [] : [word(lang, `documents:objective.${objective}`)]),
    ...(lead === null ? [] : [word(lang, 'documents:agenda.leadBy', { side: sideWord(lead, lang) })]),
  ];
  return parts.length === 0 ? [] : [lineOf(run(parts.join(' · '), lang, { tone: 'note' }))];
}

/** Where an item comes from, and that it was put off at the session. */
function remarks(item: AgendaItemRow, lang: Language, { host }: SessionHead): Line[] {
  const { carriedFrom, deferredIn } = item;
  const lines: Line[] = [];
  const origin = carriedFrom?.session;
  if (origin) {
    const from = (copy: Viewer): string => {
      const view = readText(sessionTitle(origin, copy === 'neutral' ? null : copy), lang);
      return word(lang, 'documents:agenda.carriedFrom', { session: inOrderOf(copy, view.text, view.lang, host) });
    };
    lines.push(lineOf(copyRun('TITLE', lang, from, { tone: 'note' })));
  }
  if (deferredIn !== null) lines.push(lineOf(run(word(lang, 'documents:agenda.deferred'), lang, { tone: 'note' })));
  return lines;
}

/** Promises, cases and open actions, numbered at the second level. A side's own ones only on its own print. */
function aboutLines(item: AgendaItemRow, place: Place, { matters, own }: ItemContext): Line[] {
  const linked = item.links.flatMap((link) => matters.linked.get(linkKey(link)) ?? []);
  const open: readonly LinkedObject[] = item.standing === 'follow_up' ? matters.followUps : [];
  const printed = [...linked, ...open].filter(({ audience }) => own === audience || !isPrivate(audience));
  return printed.map((object, at) => ({
    marker: subNumber(at + 1, place.lang),
    runs: [...textRuns(object.title, place), ...dueRuns(object, place.lang)],
  }));
}

const isPrivate = (audience: string): boolean => audience === 'kr' || audience === 'jp';

function dueRuns(object: LinkedObject & Partial<Pick<FollowUp, 'side'>>, lang: Language): ModelRun[] {
  const small = { tone: 'note' } as const;
  const side = object.side === undefined ? [] : [run(sideWord(object.side, lang), lang, small)];
  const due = object.due === null ? [] : [dated(lang, 'documents:agenda.dueBy', object.due, small)];
  const between = side.length > 0 && due.length > 0 ? [run(comma(lang), lang, small)] : [];
  const parts = [...side, ...between, ...due];
  return parts.length === 0 ? [] : [run(' (', lang, small), ...parts, run(')', lang, small)];
}

/** A note stands in the columns of the languages it was written in, or in the first one. */
function noteLines(note: NonNullable<AgendaItemRow['note']>, place: Place): Line[] {
  const { lang, columns } = place;
  const written = columns.filter((column) => note[column]);
  if (lang !== columns[0] || written.length > 0 ? !written.includes(lang) : false) return [];
  const label = run(`${word(lang, 'documents:agenda.note')} `, lang, { strong: true, tone: 'mark' });
  return [{ inside: true, runs: [label, ...textRuns(note, place)] }];
}
