import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionRefAs, sessionTitle, type SessionRef } from '#forum/sessions';
import type { Cause, When } from '../domain/reminder.types.js';
import { invitationRule } from '../domain/rules.js';

/** The number of a session's invitation as it stands. */
export interface InvitationNumber {
  readonly sequence: number;
  readonly method: 'REQUEST' | 'CANCEL';
  /** First day at the venue, YYYY-MM-DD. */
  readonly startDate: string;
}

export async function findInvitationNumber(reader: Reader, sessionId: string): Promise<InvitationNumber | undefined> {
  const [row] = await reader.query<InvitationNumber>(
    `select i.sequence, i.method, s.start_date as "startDate"
       from forum.session_invitation i join forum.session s on s.id = i.session_id where i.session_id = $1`,
    [sessionId],
  );
  return row;
}

/** What the mail of an invitation depends on: that no later one has taken its place. */
export const invitationFingerprint = ({ sequence, method }: Pick<InvitationNumber, 'sequence' | 'method'>): string =>
  `sequence=${String(sequence)};method=${method}`;

interface Row extends InvitationNumber {
  readonly state: string;
  readonly ref: SessionRef;
  readonly when: When;
  readonly place: LocalizedText | null;
}

/** The invitation as a reader is told of it; who was never invited is not told that it is off. */
export async function findInvitation(
  reader: Reader,
  side: Side,
  sessionId: string,
  postId: string,
): Promise<Cause | undefined> {
  const [row] = await reader.query<Row>(
    `select i.sequence, i.method, s.start_date as "startDate", s.state, s.place, ${sessionRefAs('s.id', '$2::text')} as ref,
            jsonb_build_object('startDate', s.start_date, 'endDate', s.end_date, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'zone', s.zone) as "when"
       from forum.session_invitation i join forum.session s on s.id = i.session_id where i.session_id = $1`,
    [sessionId, side],
  );
  if (!row) return undefined;
  const off = row.method === 'CANCEL';
  const invited = await wasInvited(reader, sessionId, postId);
  if (off && !invited) return undefined;
  return {
    fingerprint: invitationFingerprint(row),
    title: sessionTitle(row.ref, side),
    number: null,
    session: null,
    news: off ? (row.state === 'postponed' ? 'postponed' : 'cancelled') : invited ? 'changed' : 'invited',
    facts: off
      ? []
      : [{ label: 'when', when: row.when }, ...(row.place ? [{ label: 'place', text: row.place } as const] : [])],
    path: `/sessions/${sessionId}`,
  };
}

/** Whether a post was sent an invitation to the session before, so that its calendar knows of it. */
export async function wasInvited(reader: Reader, sessionId: string, postId: string): Promise<boolean> {
  const [row] = await reader.query<{ invited: boolean }>(
    `select exists (select 1 from forum.reminder r
                     where r.subject_type = 'session' and r.subject_id = $1 and r.rule = $2 and r.recipient_post_id = $3
                       and (r.state = 'sent' or (r.state = 'in_doubt' and r.occurrence <
                            (select i.sequence from forum.session_invitation i where i.session_id = $1)))) as invited`,
    [sessionId, invitationRule, postId],
  );
  return row?.invited ?? false;
}
