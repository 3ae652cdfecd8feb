import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { clearanceOf, findRecord, nextStep, printedTitle, recordPath, type RecordRow } from '#forum/records';
import { zones } from '../domain/planning.js';
import type { Cause } from '../domain/reminder.types.js';
import type { RecordNotice } from '../domain/rules.js';

/** What a notice about a text depends on, as it stands for this post; null when there is nothing to tell any more. */
export function recordFingerprint(rule: RecordNotice, record: RecordRow, side: Side, postId: string): string | null {
  const { state, releaseAt, releasedAt } = record;
  switch (rule) {
    case 'record-exchanged':
      return state === 'drafting' || state === 'withdrawn' ? null : 'text=shared';
    case 'record-keys-cleared':
      return state === 'exchanged' || state === 'in_negotiation' ? 'text=open' : null;
    case 'record-clearance-turn':
      return clearanceOf(record, side) === 'in_clearance' && nextStep(record)?.post.id === postId
        ? `turn=${postId}`
        : null;
    case 'record-release-planned':
      return releaseAt === null ? null : `release=${releaseAt}`;
    case 'record-release-cancelled':
      return releaseAt === null && releasedAt === null ? 'release=none' : null;
  }
}

/** A text as a notice tells of it, with the minute of a planned release by the clock of the session. */
export async function findRecordNews(
  reader: Reader,
  side: Side,
  recordId: string,
  { rule, postId }: { readonly rule: RecordNotice; readonly postId: string },
): Promise<Cause | undefined> {
  const record = await findRecord(reader, side, recordId);
  const fingerprint = record && recordFingerprint(rule, record, side, postId);
  if (!record || fingerprint === undefined || fingerprint === null) return undefined;
  const { releaseAt, session } = record;
  const when = {
    startDate: '',
    endDate: null,
    startsAt: releaseAt,
    endsAt: null,
    zone: session?.zone ?? zones[side],
  };
  return {
    fingerprint,
    title: printedTitle(record, side),
    number: null,
    session: null,
    ...(rule === 'record-release-planned' ? { facts: [{ label: 'when', when }] } : {}),
    path: recordPath(record),
  };
}
