import type { Partstat } from '#platform/calendar-files';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';

export interface CalendarReplyRow {
  id: string;
  kind: 'reply' | 'counter';
  post: PostRow | null;
  email: string;
  partstat: Partstat;
  comment: string | null;
  stampedAt: Date;
  /** About an earlier number of the invitation, or followed by a later answer of the same person. */
  superseded: boolean;
  proposedStartsAt: Date | null;
  proposedEndsAt: Date | null;
  proposedFrom: string | null;
  proposedTo: string | null;
  proposedZone: string | null;
}

/** The answers of the reader's own side, latest first; undefined when the session is not to be seen. */
export async function calendarRepliesOf(reader: Reader, sessionId: string): Promise<CalendarReplyRow[] | undefined> {
  const [row] = await reader.query<{ replies: StoredReply[] | null }>(
    `select (select jsonb_agg(to_jsonb(one) order by one."stampedAt" desc, one.id) from (
              select r.id, r.kind, ${postAsJson('r.post_id')} as post, u.email, r.partstat, r.comment, r.stamped_at as "stampedAt",
                     r.sequence < i.sequence or exists (select 1 from forum.calendar_reply l
                       where l.session_id = r.session_id and l.user_id = r.user_id and l.kind = r.kind
                         and (l.sequence, l.stamped_at) > (r.sequence, r.stamped_at)) as superseded,
                     r.proposed_starts_at as "proposedStartsAt", r.proposed_ends_at as "proposedEndsAt",
                     r.proposed_from as "proposedFrom", r.proposed_to as "proposedTo", r.proposed_zone as "proposedZone"
                from forum.calendar_reply r
                join forum.user_account u on u.id = r.user_id
                join forum.session_invitation i on i.session_id = r.session_id
               where r.session_id = s.id order by r.stamped_at desc, r.id limit 500) one) as replies
       from forum.session s where s.id = $1`,
    [sessionId],
  );
  return row && (row.replies ?? []).map(dated);
}

type Instants = 'stampedAt' | 'proposedStartsAt' | 'proposedEndsAt';
type StoredReply = Omit<CalendarReplyRow, Instants> & {
  stampedAt: string;
  proposedStartsAt: string | null;
  proposedEndsAt: string | null;
};

/** Instants inside JSON come as text. */
function dated(row: StoredReply): CalendarReplyRow {
  const at = (text: string | null): Date | null => (text === null ? null : new Date(text));
  return {
    ...row,
    stampedAt: new Date(row.stampedAt),
    proposedStartsAt: at(row.proposedStartsAt),
    proposedEndsAt: at(row.proposedEndsAt),
  };
}
