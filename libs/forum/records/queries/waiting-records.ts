import { otherSide, type Actor, type LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import { recordContext } from '../domain/record-context.js';
import { recordLifecycle } from '../domain/record.lifecycle.js';
import { clearanceOf, nextStep, type RecordRow } from '../domain/record.types.js';
import { printedTitle, recordPath } from './record-briefs.js';
import { recordsById } from './records.js';

/** A text that waits for somebody: for a key, or for a clearance that was begun. */
export interface WaitingRecord {
  readonly what: 'sign' | 'clear';
  readonly whose: 'own' | 'other';
  readonly title: LocalizedText;
  readonly path: string;
  readonly illustrative: boolean;
}

const shown = 20;

/** What of the texts on the table waits for the actor, and what for the other side as far as it is told: never whose desk it lies on there. */
export async function waitingRecords(reader: Reader, actor: Actor): Promise<WaitingRecord[]> {
  const { side } = actor;
  if (side === null) return [];
  const rows = await reader.query<{ id: string }>(
    `select r.id from forum.record r
      where (r.state in ('drafting','exchanged','in_negotiation','agreed_ad_referendum') or (r.state = 'signed' and r.ad_referendum and r.confirmed_at is null))
        and (r.ad_referendum or exists (select 1 from forum.record_clearance c where c.record_id = r.id and c.ended_at is null))
      order by r.id desc limit $1`,
    [shown],
  );
  const records = await recordsById(
    reader,
    rows.map(({ id }) => id),
    side,
  );
  return records.flatMap((record) => waitsOf(record, actor));
}

function waitsOf(record: RecordRow, actor: Actor): WaitingRecord[] {
  const { side } = actor;
  if (side === null) return [];
  const about = {
    title: printedTitle(record, side),
    path: recordPath(record),
    illustrative: record.illustrative,
  };
  const may = (action: string): boolean =>
    recordLifecycle
      .allowedActions(record.state, recordContext(record, actor))
      .some((entry) => entry.action === action && entry.allowed);
  const turn = nextStep(record);
  const keyOf = (whose: RecordRow['side']): boolean => record.keys.some((key) => key.side === whose);
  const found: WaitingRecord[] = [];
  if (may('turn-key')) found.push({ ...about, what: 'sign', whose: 'own' });
  if (turn && actor.postIds.includes(turn.post.id) && may('clear'))
    found.push({ ...about, what: 'clear', whose: 'own' });
  const leads = actor.roles.includes('secretariat') || actor.roles.includes('head');
  if (!leads) return found;
  const other = otherSide(side);
  if (keyOf(side) && !keyOf(other)) found.push({ ...about, what: 'sign', whose: 'other' });
  else if (clearanceOf(record, other) === 'in_clearance') found.push({ ...about, what: 'clear', whose: 'other' });
  return found;
}
