import type { Language, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { writeInvitation, type CalendarFile, type CalendarMailbox, type Partstat } from '#platform/calendar-files';
import { calendarEvent } from '../domain/calendar-event.js';
import { findSessionToPrint } from './sessions-to-print.js';

export interface InvitationInput {
  readonly sessionId: string;
  /** Who is invited: a post; its holder of today gets the file. */
  readonly postId: string;
  /** Side and language of that reader. */
  readonly side: Side;
  readonly language: Language;
  readonly publicUrl: string;
  /** Where replies go: the sender of the mail. */
  readonly organizer: CalendarMailbox;
}

/**
 * The invitation that holds now, for one post, read through that reader's own role (pitfalls.md 21). Undefined when there is none to
 * give: no date is agreed yet, the session is not to be seen, or nobody holds the post.
 */
export async function invitationFor(reader: Reader, input: InvitationInput): Promise<CalendarFile | undefined> {
  const session = await findSessionToPrint(reader, input.side, input.sessionId);
  if (!session?.invitation) return undefined;
  const guest = await findGuest(reader, input, session.invitation.sequence);
  if (!guest) return undefined;
  const { method, sequence } = session.invitation;
  const content = writeInvitation({
    method,
    organizer: { name: input.organizer.name || 'Forum Desk', address: input.organizer.address },
    guest: {
      name: guest.name,
      address: guest.email,
      role: guest.head ? 'CHAIR' : 'REQ-PARTICIPANT',
      partstat: method === 'CANCEL' ? 'NEEDS-ACTION' : guest.partstat,
    },
    event: calendarEvent(session, input),
  });
  return { name: `session-${session.startDate}.ics`, method, sequence, content };
}

interface GuestRow {
  email: string;
  name: string;
  head: boolean;
  partstat: Partstat;
}

/** Who holds the post today, the post's title in the reader's language, and what was answered to this very number. */
async function findGuest(reader: Reader, input: InvitationInput, sequence: number): Promise<GuestRow | undefined> {
  const [row] = await reader.query<GuestRow>(
    `select u.email, coalesce(p.title -> $2 ->> 'text', p.title -> (p.title ->> 'source') ->> 'text') as name,
            exists (select 1 from forum.delegation_member m join forum.delegation d on d.id = m.delegation_id
                     where d.session_id = $3 and m.post_id = p.id and m.role = 'head') as head,
            coalesce((select r.partstat from forum.calendar_reply r
                       where r.session_id = $3 and r.user_id = u.id and r.kind = 'reply' and r.sequence = $4
                       order by r.stamped_at desc limit 1), 'NEEDS-ACTION') as partstat
       from forum.post_holder h
       join forum.post p on p.id = h.post_id
       join forum.user_account u on u.id = h.user_id and u.disabled_at is null
      where h.post_id = $1
        and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(p.side)))
        and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(p.side)))
      order by h.held_from desc nulls last, h.id limit 1`,
    [input.postId, input.language, input.sessionId, sequence],
  );
  return row;
}
