import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { textsDoneAs } from '#forum/records';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import type { SessionMatters } from '../domain/session-matters.js';
import { isOwedAs, reviewedAs } from './open-commitments.js';

interface Row extends SessionMatters {
  readonly today: string;
  readonly version: number;
  readonly level: string;
  readonly ref: SessionRef;
}

/**
 * What both sides promised in the channel of a session `s` and still have to keep, made there or carried on there.
 * Here and below: nothing that a side keeps for itself, or the other could tell from its own reminders that it is there.
 */
const openCommitments = `select 1 from forum.commitment m
  where ${isOwedAs('m')}
    and (exists (select 1 from forum.session o where o.id = m.session_id and o.channel_id = s.channel_id)
      or exists (select 1 from forum.commitment_link l where l.commitment_id = m.id and l.channel_id = s.channel_id and l.ends_on is null
                  and l.audience not in ('kr','jp')))`;

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
    `select s.channel_id as "channelId", s.state, s.start_date as "startDate", s.host_side as "hostSide", s.illustrative, s.audience, s.version, s.level, c.state as "channelState",
            forum.today(s.zone) as today, exists (select 1 from forum.interpretation n where n.session_id = s.id and n.confirmed_at is not null) as "interpretationConfirmed",
            ${sessionRefAs('s.id', '$2::text')} as ref,
            (select a.state from forum.agenda a where a.session_id = s.id) as "agendaState",
            array(select d.side from forum.delegation d where d.session_id = s.id and d.state <> 'draft') as "listsIn",
            coalesce((select bool_and(q.state in ('checked','locked')) from forum.translation_request q
                       where q.session_id = s.id and q.audience = 'joint' and q.state <> 'cancelled'), false) as "translationsChecked",
            exists (select 1 from forum.action_item i
                     where i.session_id = s.id and i.audience not in ('kr','jp')) as "actionsRegistered",
            ${textsDoneAs('s.id')} as texts,
            not exists (${openCommitments} and coalesce(${reviewedAs('m')}, '-infinity') < s.start_date - 60) as "commitmentsReviewed",
            exists (select 1 from forum.proposal p where p.subject_type = 'session' and p.subject_id = s.id and p.state = 'open'
                     and p.kind = 'session.arrangement') as "dateProposed"
       from forum.session s join forum.channel c on c.id = s.channel_id
      where s.id = $1`,
    [sessionId, side],
  );
  return row;
}
