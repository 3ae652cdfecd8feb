import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { postAsJson } from '#forum/identity';
import { sessionRefAs } from '#forum/sessions';
import type { PollRow, PollState, PollSummaryRow } from '../domain/date-poll.types.js';

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** $1 is the reader's side. */
const summary = `
  p.id, p.channel_id as "channelId", ${channelNameAs('p.channel_id', '$1::text')} as "channelName",
  ${sessionRefAs('p.session_id', '$1::text')} as session, p.state, p.zone, p.minutes, p.format, p.host_side as host,
  ${iso('p.deadline')} as deadline, p.deadline <= forum.now() as "deadlinePassed", p.both_heads as "bothHeads",
  p.proposed_by_side as "proposedBy", p.audience not in ('kr','jp') as shared, p.version`;

// The side is asked for beside row security, so that a reader above the sides shows nobody's answers either.
const slots = `
  coalesce((select jsonb_agg(jsonb_build_object(
      'id', s.id, 'startsAt', ${iso('s.starts_at')}, 'endsAt', ${iso('s.ends_at')}, 'decided', s.decided_at is not null,
      'verdicts', coalesce((select jsonb_agg(jsonb_build_object('side', v.side, 'verdict', v.verdict, 'at', ${iso('v.handed_over_at')}) order by v.side)
         from forum.date_poll_verdict v where v.slot_id = s.id), '[]'),
      'answers', coalesce((select jsonb_agg(jsonb_build_object('postId', q.post_id, 'answer', a.answer, 'at', ${iso('a.answered_at')},
           'by', case when a.answered_by_post_id <> q.post_id then ${postAsJson('a.answered_by_post_id')} end) order by q.post_id)
         from forum.date_poll_answer a join forum.date_poll_participant q on q.id = a.participant_id
        where a.slot_id = s.id and a.answer is not null and a.audience = $1::text and q.removed_at is null), '[]'),
      'hold', (select jsonb_build_object('id', h.id, 'placedBy', h.placed_by_side, 'expiresAt', ${iso('h.expires_at')})
         from forum.session_hold h where h.slot_id = s.id and h.released_at is null and h.expires_at > forum.now())
    ) order by s.starts_at) from forum.date_poll_slot s where s.poll_id = p.id), '[]') as slots`;

const participants = `
  coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'role', q.role, 'post', ${postAsJson('q.post_id')})
        order by r.rank, q.id)
     from forum.date_poll_participant q join forum.post r on r.id = q.post_id
    where q.poll_id = p.id and q.removed_at is null and q.audience = $1::text), '[]') as participants`;

/** One poll with the own side's answers and both sides' verdicts, or undefined when there is none to see. */
export async function findPoll(reader: Reader, side: Side | null, id: string): Promise<PollRow | undefined> {
  const [row] = await reader.query<PollRow>(
    `select ${summary}, ${slots}, ${participants} from forum.date_poll p where p.id = $2`,
    [side, id],
  );
  return row;
}

export interface PollFilter {
  readonly side: Side | null;
  readonly channelId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly state?: PollState | undefined;
  /** Id of the last poll of the page before. */
  readonly after?: string | undefined;
  /** 1–200. */
  readonly limit: number;
}

/** How far the own side has come: `answered` of `asked` answers. */
export interface PollListRow extends PollSummaryRow {
  readonly slotCount: number;
  readonly firstSlot: string | null;
  readonly asked: number;
  readonly answered: number;
}

/** Polls, the newest first; gives up to `limit + 1` rows, so the caller knows whether there are more. */
export function listPolls(reader: Reader, filter: PollFilter): Promise<PollListRow[]> {
  return reader.query<PollListRow>(
    `select ${summary}, t."slotCount", t."firstSlot",
            t."slotCount" * (select count(*)::int from forum.date_poll_participant q where q.poll_id = p.id and q.removed_at is null and q.audience = $1::text) as asked,
            (select count(*)::int from forum.date_poll_participant q join forum.date_poll_answer a on a.participant_id = q.id
              where q.poll_id = p.id and q.removed_at is null and q.audience = $1::text and a.answer is not null) as answered
       from forum.date_poll p,
            lateral (select count(*)::int as "slotCount", ${iso('min(s.starts_at)')} as "firstSlot" from forum.date_poll_slot s where s.poll_id = p.id) t
      where ($2::uuid is null or p.channel_id = $2) and ($3::uuid is null or p.session_id = $3)
        and ($4::text is null or p.state = $4) and ($5::uuid is null or p.id < $5)
      order by p.id desc limit $6`,
    [
      filter.side,
      filter.channelId ?? null,
      filter.sessionId ?? null,
      filter.state ?? null,
      filter.after ?? null,
      filter.limit + 1,
    ],
  );
}
