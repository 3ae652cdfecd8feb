import { LANGUAGES, wordDiff, type Language, type WordMark } from '#core/kernel';
import type { RecordContent, Words } from './record-content.js';

export type ContentParagraph = RecordContent['paragraphs'][number];

/** One language of one text that differs; `marks` hold both wordings laid over each other. */
export interface RecordTextChange {
  readonly lang: Language;
  readonly change: 'added' | 'removed' | 'changed';
  readonly marks: readonly WordMark[];
}

export interface ParagraphDiff {
  /** Null for the title. */
  readonly id: string | null;
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  readonly moved: boolean;
  readonly before: ContentParagraph | null;
  readonly after: ContentParagraph | null;
  readonly texts: readonly RecordTextChange[];
}

/** What of a text is no paragraph. */
export const recordFacts = ['forSignature', 'adReferendum', 'authenticLanguages', 'prevailingLanguage'] as const;
export type RecordFact = (typeof recordFacts)[number];

export interface FactChange {
  readonly fact: RecordFact;
  readonly before: string;
  readonly after: string;
}

export interface RecordDiff {
  readonly title: readonly RecordTextChange[];
  readonly facts: readonly FactChange[];
  /** In the order of the newer one; what is gone stands after what it stood behind. */
  readonly paragraphs: readonly ParagraphDiff[];
}

/** What changed from one version to another, or from nothing to the first one. */
export function diffRecords(before: RecordContent | null, after: RecordContent): RecordDiff {
  const older = before?.paragraphs ?? [];
  const newer = after.paragraphs;
  const known = new Map(older.map((paragraph) => [paragraph.id, paragraph]));
  const kept = new Set(newer.map(({ id }) => id));
  const rows: ParagraphDiff[] = newer.map((paragraph) =>
    rowOf(known.get(paragraph.id) ?? null, paragraph, older, newer),
  );
  for (const [at, gone] of older.entries()) {
    if (kept.has(gone.id)) continue;
    const before = older.slice(0, at).findLast(({ id }) => rows.some((row) => row.id === id));
    const place = before ? rows.findIndex(({ id }) => id === before.id) + 1 : 0;
    rows.splice(place, 0, rowOf(gone, null, older, newer));
  }
  return {
    title: textsOf(before?.title ?? {}, after.title),
    facts: before ? factsOf(before, after) : [],
    paragraphs: rows,
  };
}

function rowOf(
  before: ContentParagraph | null,
  after: ContentParagraph | null,
  older: readonly ContentParagraph[],
  newer: readonly ContentParagraph[],
): ParagraphDiff {
  const texts = textsOf(before?.text ?? {}, after?.text ?? {});
  const other = before && after && (before.kind !== after.kind || before.agendaItemId !== after.agendaItemId);
  return {
    id: (after ?? before)?.id ?? null,
    change: before === null ? 'added' : after === null ? 'removed' : texts.length > 0 || other ? 'changed' : 'same',
    moved: before !== null && after !== null && behindOf(before.id, older, newer) !== behindOf(after.id, newer, older),
    before,
    after,
    texts,
  };
}

/** The paragraph before this one among those that both versions have. */
function behindOf(id: string, own: readonly ContentParagraph[], other: readonly ContentParagraph[]): string | null {
  const common = own
    .filter((paragraph) => other.some((one) => one.id === paragraph.id))
    .map((paragraph) => paragraph.id);
  return common[common.indexOf(id) - 1] ?? null;
}

function textsOf(before: Words, after: Words): RecordTextChange[] {
  return LANGUAGES.flatMap((lang): RecordTextChange[] => {
    const older = before[lang] ?? '';
    const newer = after[lang] ?? '';
    if (older === newer) return [];
    const change = older === '' ? 'added' : newer === '' ? 'removed' : 'changed';
    return [{ lang, change, marks: wordDiff(older, newer, lang) }];
  });
}

function factsOf(before: RecordContent, after: RecordContent): FactChange[] {
  return recordFacts.flatMap((fact) => {
    const [older, newer] = [String(before[fact] ?? ''), String(after[fact] ?? '')];
    return older === newer ? [] : [{ fact, before: older, after: newer }];
  });
}
