import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import type { SessionMatters } from '../domain/session-matters.js';

interface Row extends SessionMatters {
  readonly today: string;
  readonly version: number;
  readonly level: string;
  readonly ref: SessionRef;
}

/**
 * A session as its deadlines and notices need it; undefined when there is none to see. `today` is the date at the venue.
 * @param side whose names the title takes; null for planning, which needs none
 */
export async function readSessionMatters(
  reader: Reader,
  side: Side | null,
  sessionId: string,
): Promise<Row | undefined> {
  const [row] = await reader.query<Row>(
    `select s.state, s.start_date as "startDate", s.host_side as "hostSide", s.illustrative, s.audience, s.version, s.level, c.state as "channelState",
            forum.today(s.zone) as today, exists (select 1 from forum.interpretation n where n.session_id = s.id and n.confirmed_at is not null) as "interpretationConfirmed",
            ${sessionRefAs('s.id', '$2::text')} as ref,
            (select a.state from forum.agenda a where a.session_id = s.id) as "agendaState",
            array(select d.side from forum.delegation d where d.session_id = s.id and d.state <> 'draft') as "listsIn",
            coalesce((select bool_and(q.state in ('checked','locked')) from forum.translation_request q
                       where q.session_id = s.id and q.audience = 'joint' and q.state <> 'cancelled'), false) as "translationsChecked",
            exists (select 1 from forum.action_item i where i.session_id = s.id) as "actionsRegistered",
            exists (select 1 from forum.proposal p where p.subject_type = 'session' and p.subject_id = s.id and p.state = 'open'
                     and p.kind = 'session.arrangement') as "dateProposed"
       from forum.session s join forum.channel c on c.id = s.channel_id
      where s.id = $1`,
    [sessionId, side],
  );
  return row;
}
