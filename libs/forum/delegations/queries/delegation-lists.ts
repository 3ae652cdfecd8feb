import type { Audience, Side } from '#core/kernel';
import { postAsJson } from '#forum/identity';
import type { SessionState } from '#forum/sessions';
import type { Reader } from '#platform/database';
import { inListOrder } from '../domain/rank-table.js';
import type { DelegationListRow, SessionOfList } from '../domain/delegations.types.js';

/**
 * The lists of a session that its reader may see, each in list order. The other side's draft is not there, nor what its people need:
 * row-level security leaves both out.
 */
export async function listDelegations(reader: Reader, sessionId: string): Promise<DelegationListRow[]> {
  const rows = await reader.query<DelegationListRow>(`${select} where d.session_id = $1 order by d.side`, [sessionId]);
  return rows.map((row) => ({ ...row, members: inListOrder(row.members) }));
}

const needs = `(select jsonb_build_object('diet', n.diet, 'access', n.access, 'version', n.version)
                  from forum.delegation_need n where n.member_id = m.id and n.audience = d.side)`;

const rankRequest = `(select jsonb_build_object('id', r.id, 'side', r.asked_by_side, 'rank', r.rank, 'note', r.note, 'askedAt', r.asked_at)
                        from forum.rank_request r where r.member_id = m.id and r.state = 'open' order by r.asked_at desc, r.id desc limit 1)`;

const select = `
  select d.id, d.session_id as "sessionId", d.side, d.state, d.version, d.audience,
         to_json(d.submitted_at) #>> '{}' as "submittedAt", to_json(d.approved_at) #>> '{}' as "approvedAt", to_json(d.accepted_at) #>> '{}' as "acceptedAt",
         coalesce((
           select jsonb_agg(jsonb_build_object(
                    'id', m.id, 'post', ${postAsJson('m.post_id')}, 'role', m.role, 'names', m.names, 'badge', m.badge, 'arrival', m.arrival,
                    'rank', coalesce(m.rank, p.rank), 'rankOverride', m.rank, 'position', m.position, 'version', m.version,
                    'rankRequest', ${rankRequest}, 'needs', ${needs},
                    'attendance', coalesce((select jsonb_agg(jsonb_build_object('aboutId', a.about_id, 'present', a.present))
                                              from forum.attendance a where a.member_id = m.id), '[]')))
             from forum.delegation_member m join forum.post p on p.id = m.post_id
            where m.delegation_id = d.id and m.removed_at is null), '[]') as members
    from forum.delegation d`;

/** The session as its lists need it, with the day it is at the venue; undefined when there is none to see. */
export interface SessionOfListRow extends SessionOfList {
  version: number;
  startDate: string;
  today: string;
}

export async function findSessionOfList(reader: Reader, sessionId: string): Promise<SessionOfListRow | undefined> {
  const [row] = await reader.query<{
    id: string;
    state: SessionState;
    hostSide: Side | null;
    audience: Audience;
    version: number;
    startDate: string;
    today: string;
  }>(
    `select id, state, host_side as "hostSide", audience, version, to_char(start_date, 'YYYY-MM-DD') as "startDate", forum.today(zone) as today
       from forum.session where id = $1`,
    [sessionId],
  );
  return row;
}

/** The session a card belongs to; undefined when the reader may not know of the card. */
export async function sessionIdOfMember(reader: Reader, memberId: string): Promise<string | undefined> {
  const [row] = await reader.query<{ id: string }>(
    `select d.session_id as id from forum.delegation_member m join forum.delegation d on d.id = m.delegation_id where m.id = $1`,
    [memberId],
  );
  return row?.id;
}
