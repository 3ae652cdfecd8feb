import type { CalendarFile } from '#platform/calendar-files';
import type { Reader } from '#platform/database';
import type { Letter } from '#platform/mail';
import { invitationFor } from '#forum/invitations';
import { writeDigest } from '../domain/digest-letter.js';
import { writeLetter } from '../domain/letter.js';
import type { Cause, Recipient } from '../domain/reminder.types.js';
import { invitationRule } from '../domain/rules.js';
import { unsubscribePath } from '../domain/unsubscribe.js';
import { findCause } from '../queries/cause.js';
import type { Claimed } from './claim-reminders.js';

/** A mail as its reader will see it; everything in it came through the reader's own side. */
export interface WrittenMail {
  readonly rows: readonly [Claimed, ...Claimed[]];
  readonly recipient: Recipient;
  readonly letter: Letter;
  readonly calendar: CalendarFile | undefined;
  /** Where the reader answers; null for the mail of a day, which leads to many places. */
  readonly href: string | null;
  readonly late: boolean;
  /** Address at which the reader stops mails of this kind; undefined where they cannot be stopped. */
  readonly unsubscribe: string | undefined;
  /** The reader wants it in the inbox alone. */
  readonly inboxOnly: boolean;
}

/** A reminder that does not leave, and why. `release`: it goes to whoever holds the post now. */
export interface SetAside {
  readonly id: string;
  readonly state: 'planned' | 'in_doubt' | 'cancelled' | 'failed';
  readonly code: string | null;
  readonly release: boolean;
}

/** A reminder of which nothing could be found out. */
export interface Unread {
  readonly id: string;
  readonly fault: Error;
}

export interface Written {
  readonly mail: WrittenMail | undefined;
  readonly aside: readonly SetAside[];
  readonly unread: readonly Unread[];
}

export interface Desk {
  /** Origin of the links in mails. */
  readonly publicUrl: string;
  /** Who invites: the sender of the mails. */
  readonly organizer: { readonly name: string; readonly address: string };
  /** What the reader of a day's mail chose; undefined for a mail of its own. */
  readonly preference: { readonly digest: boolean; readonly token: string } | undefined;
}

/** A reminder that still holds, and its reader. */
interface Holding {
  readonly row: Claimed;
  readonly cause: Cause;
  readonly recipient: Recipient;
}

/**
 * Writes what a try holds, as its cause is now, to its reader in the reader's language.
 * @param apart leave out what cannot be read, rather than fail for all
 */
export async function writeMail(
  reader: Reader,
  desk: Desk,
  { claimed, apart }: { readonly claimed: readonly Claimed[]; readonly apart: boolean },
): Promise<Written> {
  const looked = await Promise.all(
    claimed.map((row) =>
      apart ? look(reader, row).catch((error: unknown) => unreadOf(row, error)) : look(reader, row),
    ),
  );
  const holding = looked.flatMap((one) => ('cause' in one ? [one] : []));
  const aside = looked.flatMap((one) => ('state' in one ? [one] : []));
  const unread = looked.flatMap((one) => ('fault' in one ? [one] : []));
  const [first, ...others] = holding;
  if (!first) return { mail: undefined, aside: aside.map((one) => keptInDoubt(one, claimed)), unread };
  if (first.row.digestId !== null) return { mail: dayMail(desk, first, others), aside, unread };
  const single = await singleMail(reader, desk, first);
  return single ? { mail: single, aside, unread } : { mail: undefined, aside: [moved(first.row)], unread };
}

const postVacant = 'reminders.postVacant';

const unreadOf = ({ id }: Claimed, error: unknown): Unread => ({
  id,
  fault: error instanceof Error ? error : new TypeError('reminders.notWritten', { cause: error }),
});

async function look(reader: Reader, row: Claimed): Promise<Holding | SetAside> {
  const { recipient } = row;
  const cause = await findCause(reader, row);
  if (cause?.fingerprint !== row.cause) return moved(row);
  if (!recipient) return { id: row.id, state: 'failed', code: postVacant, release: false };
  if (row.digestId !== null && recipient.userId !== row.digestUserId)
    return { id: row.id, state: 'planned', code: null, release: true };
  return { row, cause, recipient };
}

/**
 * A post that nobody holds is no reason to forget that its holder may have the mail: it waits for whoever comes. Not where the rest of
 * a day's mail leaves, for what waits would come under a Message-ID that has been taken by then.
 */
function keptInDoubt(one: SetAside, claimed: readonly Claimed[]): SetAside {
  const isVacant = one.code === postVacant && claimed.some(({ id, inDoubt }) => id === one.id && inDoubt);
  return isVacant ? { ...one, state: 'in_doubt' } : one;
}

/** What may have been told already is left to a person; the rest of a day's mail speaks for what it no longer holds. */
function moved({ id, inDoubt, digestId }: Claimed): SetAside {
  const state = inDoubt && digestId === null ? 'in_doubt' : 'cancelled';
  return { id, state, code: 'reminders.causeMoved', release: false };
}

async function singleMail(reader: Reader, desk: Desk, one: Holding): Promise<WrittenMail | undefined> {
  const { row, cause, recipient } = one;
  const calendar = await calendarOf(reader, desk, one);
  if (row.rule === invitationRule && calendar?.sequence !== row.occurrence) return undefined;
  const href = hrefOf(desk, one);
  return {
    rows: [row],
    recipient,
    letter: writeLetter({
      reminder: row,
      cause,
      recipient,
      today: row.today,
      href,
      ...(row.late ? { plannedFor: row.dueDay } : {}),
    }),
    calendar,
    href,
    late: row.late,
    unsubscribe: undefined,
    inboxOnly: false,
  };
}

function dayMail(desk: Desk, first: Holding, others: readonly Holding[]): WrittenMail {
  const { recipientSide, today } = first.row;
  const holding = [first, ...others];
  const { recipient } = first;
  const unsubscribe = `${desk.publicUrl}${unsubscribePath(desk.preference?.token ?? '')}`;
  return {
    rows: [first.row, ...others.map(({ row }) => row)],
    recipient,
    letter: writeDigest({
      recipient,
      side: recipientSide,
      posts: holding.map((one) => one.recipient.post),
      today,
      unsubscribe: `${unsubscribe}?lang=${recipient.language}`,
      items: holding.map((one) => ({
        reminder: one.row,
        cause: one.cause,
        href: hrefOf(desk, one),
        ...(one.row.late ? { plannedFor: one.row.dueDay } : {}),
      })),
    }),
    calendar: undefined,
    href: null,
    late: holding.some(({ row }) => row.late),
    unsubscribe,
    inboxOnly: desk.preference?.digest === false,
  };
}

const hrefOf = ({ publicUrl }: Desk, { cause, recipient }: Holding): string =>
  `${publicUrl}${cause.path}?lang=${recipient.language}`;

/** The calendar file of an invitation as it stands now. */
async function calendarOf(reader: Reader, desk: Desk, { row, recipient }: Holding): Promise<CalendarFile | undefined> {
  if (row.rule !== invitationRule) return undefined;
  return invitationFor(reader, {
    sessionId: row.subjectId,
    postId: row.recipientPostId,
    side: row.recipientSide,
    language: recipient.language,
    publicUrl: desk.publicUrl,
    organizer: desk.organizer,
  });
}
