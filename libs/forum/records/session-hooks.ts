import { subscribeInTx, type Reader, type Tx } from '#platform/database';
import { registerClosingCheck, registerReadinessCheck, sessionClosed } from '#forum/sessions';
import { recordContext } from './domain/record-context.js';
import { recordLifecycle } from './domain/record.lifecycle.js';
import { minutesKinds } from './domain/record.types.js';
import { bracketed } from './queries/texts-done.js';
import { recordsErrors } from './domain/records.errors.js';
import { aboutRecord } from './actions/after-change.js';
import { lockRecord, moveRecord } from './persistence/records.repository.js';
import { recordArchived } from './records.events.js';

/** Whether what becomes of a text is settled: everybody reads it, or both agreed that nobody else does. */
const decided = (record: string): string => `(${record}.released_at is not null or ${record}.not_public)`;

/** Whether a government has still to confirm what was signed ad referendum; that may be long after the session (domain.md 3.7). */
const unconfirmed = (record: string): string =>
  `(${record}.state = 'signed' and ${record}.ad_referendum and ${record}.confirmed_at is null)`;

/** What texts say to the session they belong to (domain.md 3.3). */
export function connectRecordsToSessions(): void {
  registerReadinessCheck(
    async (reader, sessionId) => {
      const count = await countBracketed(reader, sessionId);
      return count > 0 ? [recordsErrors.textsBracketed({ count })] : [];
    },
    { [recordsErrors.textsBracketed.code]: 'texts_without_brackets' },
  );
  registerClosingCheck(
    async (reader, sessionId) => {
      const found = await outcomeOf(reader, sessionId);
      if (!found) return [];
      return [
        ...(found.minutes ? [] : [recordsErrors.minutesMissing()]),
        ...(found.settled ? [] : [recordsErrors.outcomeOpen()]),
      ];
    },
    { [recordsErrors.minutesMissing.code]: 'minutes_agreed' },
  );
  subscribeInTx(sessionClosed, (tx, { sessionId }) => archive(tx, sessionId));
}

/** Shared texts for signature with an open bracket; one that is marked ad referendum holds nothing up. */
async function countBracketed(reader: Reader, sessionId: string): Promise<number> {
  const [row] = await reader.query<{ count: number }>(
    `select count(*)::int as count from forum.record r
      where r.session_id = $1 and r.for_signature and r.ad_referendum = false and r.audience = 'joint' and r.state in ('exchanged','in_negotiation')
        and (${bracketed('r.title')} or exists (select 1 from forum.record_paragraph p
              where p.record_id = r.id and p.removed_at is null and ${bracketed('p.text')}))`,
    [sessionId],
  );
  return row?.count ?? 0;
}

/** Undefined for sessions of the real record, which nobody held here. */
async function outcomeOf(
  reader: Reader,
  sessionId: string,
): Promise<{ readonly minutes: boolean; readonly settled: boolean } | undefined> {
  const [row] = await reader.query<{ minutes: boolean; settled: boolean }>(
    `select exists (select 1 from forum.record r where r.session_id = s.id and r.corrigendum_of_id is null and r.kind = any ($2::text[])
                       and r.audience in ('joint','business','public') and r.state in ('final','signed','adopted','released','archived')) as minutes,
            exists (select 1 from forum.record r where r.session_id = s.id and r.audience in ('joint','business','public') and ${decided('r')})
              and not exists (select 1 from forum.record r where r.session_id = s.id and r.audience in ('joint','business','public')
                       and r.kind <> 'unilateral_press_release' and r.state in ('final','signed','adopted')
                       and not ${decided('r')} and not ${unconfirmed('r')}) as settled
       from forum.session s where s.id = $1 and s.held_at is not null`,
    [sessionId, minutesKinds],
  );
  return row;
}

/** With the session its texts come to rest; one that a government has still to confirm, or a side to release, goes its own way. */
async function archive(tx: Tx, sessionId: string): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    `select r.id from forum.record r where r.session_id = $1 and r.audience not in ('kr','jp')
        and r.state in ('final','signed','adopted','released') and ${decided('r')} and not ${unconfirmed('r')} order by r.id`,
    [sessionId],
  );
  for (const { id } of rows) {
    const record = await lockRecord(tx, id);
    await moveRecord(tx, record, recordLifecycle.step(record.state, 'archive', recordContext(record, tx.actor, true)));
    await tx.publish(recordArchived, { sessionId, recordId: id }, aboutRecord(record));
  }
}
