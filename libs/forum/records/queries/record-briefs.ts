import type { LocalizedText, Side } from '#core/kernel';
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
  return (await recordRowsOfSession(reader, side, sessionId)).map(briefOf);
}

export const recordPath = (record: Pick<RecordRow, 'id' | 'sessionId'>): string =>
  `/sessions/${record.sessionId}/texts/${record.id}`;

export function briefOf(record: RecordRow): RecordBrief {
  return {
    id: record.id,
    kind: record.kind,
    title: record.title,
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
