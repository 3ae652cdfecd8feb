import { newId } from '#core/kernel';
import { subscribeInTx, type Tx } from '#platform/database';
import {
  sessionCancelled,
  sessionChanged,
  sessionDateAgreed,
  sessionLevelChanged,
  sessionPostponed,
} from '#forum/sessions';
import { invitationChanged } from './invitations.events.js';

/** What may move a session. Whether it did is read from the row: the events only say when to look. */
for (const event of [sessionDateAgreed, sessionPostponed, sessionCancelled, sessionLevelChanged, sessionChanged])
  subscribeInTx(event, (tx, { sessionId }) => renumber(tx, sessionId));

interface Renumbered {
  sequence: number;
  method: 'REQUEST' | 'CANCEL';
  audience: 'kr' | 'jp' | 'joint' | 'business' | 'public';
}

/**
 * Gives the session its first invitation, or raises its number if what a calendar shows of it has changed: days, times, zone, place,
 * format, and whether it is held, postponed or cancelled (RFC 5546 2.1.4). Level, note, programme and translations do not.
 */
async function renumber(tx: Tx, sessionId: string): Promise<void> {
  const [row] = await tx.query<Renumbered>(
    `insert into forum.session_invitation as i (id, session_id, method, material_hash, audience)
     select $2, s.id, case when s.state in ('postponed','cancelled') then 'CANCEL' else 'REQUEST' end,
            md5(jsonb_build_array(s.start_date, s.end_date, extract(epoch from s.starts_at), extract(epoch from s.ends_at), s.zone,
                                  s.format, s.place -> (s.place ->> 'source') ->> 'text',
                                  case when s.state in ('postponed','cancelled') then s.state end)::text),
            s.audience
       from forum.session s
      where s.id = $1 and s.date_precision = 'day' and s.state <> 'proposed'
        and (s.state not in ('postponed','cancelled') or exists (select 1 from forum.session_invitation f where f.session_id = s.id))
     on conflict on constraint uq_session_invitation_session_id do update
        set sequence = i.sequence + 1, method = excluded.method, material_hash = excluded.material_hash, changed_at = forum.now()
      where i.material_hash <> excluded.material_hash
     returning sequence, method, audience`,
    [sessionId, newId()],
  );
  if (!row) return;
  const { audience, ...number } = row;
  await tx.publish(
    invitationChanged,
    { sessionId, ...number },
    { audience, subjectType: 'session', subjectId: sessionId },
  );
}
