import { LANGUAGES, wordDiff, type Language, type WordMark } from '#core/kernel';
import type { AgendaContent } from './agenda-content.js';
import { textFields, type AgendaLink, type TextField } from './agenda.types.js';

/** One row of a version: an item, a section or a break. */
export type ContentRow = AgendaContent['items'][number];

/** What of a row is no text; the number follows from the order and is shown, never counted as a change. */
export const valueFields = ['kind', 'standing', 'proposer', 'lead', 'minutes', 'objective'] as const;
export type ValueField = (typeof valueFields)[number];

export interface ValueChange {
  readonly field: ValueField;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** One language of one text that differs; `marks` hold both wordings laid over each other. */
export interface TextChange {
  readonly field: TextField;
  readonly lang: Language;
  readonly change: 'added' | 'removed' | 'changed';
  readonly marks: readonly WordMark[];
}

export interface RowDiff {
  readonly id: string;
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  /** Stands elsewhere among the rows of both versions; rows that only made room are not moved. */
  readonly moved: boolean;
  /** Null for what one version does not have; never both. */
  readonly before: ContentRow | null;
  readonly after: ContentRow | null;
  readonly values: readonly ValueChange[];
  readonly texts: readonly TextChange[];
  readonly links: { readonly added: readonly AgendaLink[]; readonly removed: readonly AgendaLink[] };
}

/**
 * What changed from one version of an agenda to another (domain.md 3.6), row by row, in the order of the newer one; what is gone stands
 * where it stood. Either version may be the older one: the result reads from `before` to `after`.
 */
export function diffAgendas(before: AgendaContent, after: AgendaContent): RowDiff[] {
  const older = byId(before.items);
  const newer = byId(after.items);
  const moved = movedIds(
    before.items.filter(({ id }) => newer.has(id)).map(({ id }) => id),
    after.items.filter(({ id }) => older.has(id)).map(({ id }) => id),
  );
  return orderOf(before.items, after.items, moved).map((id) =>
    diffRow(id, older.get(id) ?? null, newer.get(id) ?? null, moved.has(id)),
  );
}

function diffRow(id: string, before: ContentRow | null, after: ContentRow | null, moved: boolean): RowDiff {
  const texts = textFields.flatMap((field) => LANGUAGES.flatMap((lang) => diffText(field, lang, before, after)));
  const values = before && after ? valueFields.flatMap((field) => diffValue(field, before, after)) : [];
  const links = { added: linksWithout(after, before), removed: linksWithout(before, after) };
  const touched = texts.length + values.length + links.added.length + links.removed.length > 0;
  const change = before === null ? 'added' : after === null ? 'removed' : touched ? 'changed' : 'same';
  return { id, change, moved, before, after, values, texts, links };
}

function diffText(field: TextField, lang: Language, before: ContentRow | null, after: ContentRow | null): TextChange[] {
  const older = before?.[field]?.[lang] ?? '';
  const newer = after?.[field]?.[lang] ?? '';
  if (older === newer) return [];
  const change = older === '' ? 'added' : newer === '' ? 'removed' : 'changed';
  return [{ field, lang, change, marks: wordDiff(older, newer, lang) }];
}

function diffValue(field: ValueField, before: ContentRow, after: ContentRow): ValueChange[] {
  const [older, newer] = [valueOf(field, before), valueOf(field, after)];
  return older === newer ? [] : [{ field, before: older, after: newer }];
}

/** Versions leave out what a plain item lacks. */
function valueOf(field: ValueField, row: ContentRow): string | number | null {
  return field === 'kind' ? (row.kind ?? 'item') : (row[field] ?? null);
}

function linksWithout(row: ContentRow | null, other: ContentRow | null): AgendaLink[] {
  const known = (other?.links ?? []).map(({ kind, id }) => `${kind} ${id}`);
  return (row?.links ?? []).filter(({ kind, id }) => !known.includes(`${kind} ${id}`));
}

const byId = (rows: readonly ContentRow[]): Map<string, ContentRow> => new Map(rows.map((row) => [row.id, row]));

/** All ids in the newer order; a removed row comes after the last row that stood before it and kept its place. */
function orderOf(before: readonly ContentRow[], after: readonly ContentRow[], moved: ReadonlySet<string>): string[] {
  const order = after.map(({ id }) => id);
  const kept = new Set(order);
  let anchor: string | undefined;
  for (const { id } of before) {
    if (!kept.has(id)) order.splice(anchor === undefined ? 0 : order.indexOf(anchor) + 1, 0, id);
    if (!moved.has(id)) anchor = id;
  }
  return order;
}

/**
 * The fewest ids whose move explains the newer order: all but a longest run that kept its order. Of two neighbours that changed places the
 * one now above is the one that moved. Both lists hold the same ids.
 */
function movedIds(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const runs: { readonly ids: readonly string[]; readonly last: number }[] = [];
  for (const id of after) {
    const at = place.get(id) ?? 0;
    const best = runs.filter(({ last }) => last < at).reduce<readonly string[]>(longer, []);
    runs.push({ ids: [...best, id], last: at });
  }
  const still = new Set(runs.reduce<readonly string[]>(longer, []));
  return new Set(after.filter((id) => !still.has(id)));
}

const longer = (best: readonly string[], { ids }: { readonly ids: readonly string[] }): readonly string[] =>
  ids.length >= best.length ? ids : best;
