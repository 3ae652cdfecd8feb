import { LANGUAGES, renderTokens, type LocalizedText, type Side, type Viewer } from '#core/kernel';
import type { Reader } from '#platform/database';
import { gapsOf, openBracketsOf, recordHash } from '../domain/record-content.js';
import { isReadyToSign } from '../domain/record-context.js';
import type { RecordState } from '../domain/record.lifecycle.js';
import type { RecordKind, RecordRow } from '../domain/record.types.js';
import { recordRowsOfSession } from './records.js';

/** A text as other capabilities and lists name it. */
export interface RecordBrief {
  readonly id: string;
  readonly kind: RecordKind;
  /** As the reader's side prints it, without tokens. */
  readonly title: LocalizedText;
  readonly state: RecordState;
  readonly adReferendum: boolean;
  readonly forSignature: boolean;
  /** SHA-256 of the content as it stands, 64 hex digits. */
  readonly hash: string;
  readonly openBrackets: number;
  readonly openTexts: number;
  /** Agreed by both keys and only to be signed (domain.md 3.3). */
  readonly readyToSign: boolean;
  /** Page of the web app. */
  readonly path: string;
}

/** The texts of a session as its reader may see them. @param side the reader's side; null for a reader without one */
export async function recordsOfSession(reader: Reader, side: Side | null, sessionId: string): Promise<RecordBrief[]> {
  return (await recordRowsOfSession(reader, side, sessionId)).map((record) => briefOf(record, side ?? 'neutral'));
}

export const recordPath = (record: Pick<RecordRow, 'id' | 'sessionId'>): string =>
  `/sessions/${record.sessionId}/texts/${record.id}`;

/** The title as a side's copy prints it, in every language it has: lists of other capabilities know no tokens. */
export function printedTitle({ title, session }: Pick<RecordRow, 'title' | 'session'>, copy: Viewer): LocalizedText {
  return LANGUAGES.reduce<LocalizedText>((all, lang) => {
    const words = title[lang];
    if (!words) return all;
    return {
      ...all,
      [lang]: { ...words, text: renderTokens(words.text, { copy, lang, host: session?.host ?? undefined }) },
    };
  }, title);
}

function briefOf(record: RecordRow, copy: Viewer): RecordBrief {
  return {
    id: record.id,
    kind: record.kind,
    title: printedTitle(record, copy),
    state: record.state,
    adReferendum: record.adReferendum,
    forSignature: record.forSignature,
    hash: recordHash(record),
    openBrackets: openBracketsOf(record).length,
    openTexts: gapsOf(record).length,
    readyToSign: isReadyToSign(record),
    path: recordPath(record),
  };
}
