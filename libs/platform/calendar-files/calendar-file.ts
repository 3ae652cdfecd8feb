/** One iTIP message ready to be mailed (RFC 5546): an invitation or its cancellation, to one person, in that person's language. */
export interface CalendarFile {
  /** File name of the attachment, ASCII, ends in `.ics`. */
  readonly name: string;
  /** The same word as METHOD in `content`; the mail's part must name it (pitfalls.md 13). */
  readonly method: 'REQUEST' | 'CANCEL';
  readonly sequence: number;
  /** text/calendar, UTF-8, CRLF, folded. */
  readonly content: string;
}

/** A mailbox. The address is bare. */
export interface CalendarMailbox {
  readonly name: string;
  readonly address: string;
}

export const PARTSTATS = ['NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED'] as const;
export type Partstat = (typeof PARTSTATS)[number];

/** Who is invited. */
export interface CalendarGuest extends CalendarMailbox {
  readonly role: 'CHAIR' | 'REQ-PARTICIPANT' | 'OPT-PARTICIPANT' | 'NON-PARTICIPANT';
  readonly partstat: Partstat;
}

/** From when to when: instants (ISO, UTC) with the zone where people meet, or whole days, the last one included. */
export type CalendarSpan =
  | { readonly kind: 'timed'; readonly startsAt: string; readonly endsAt: string | null; readonly zone: string }
  | { readonly kind: 'days'; readonly from: string; readonly to: string };

export interface CalendarEvent {
  /** The same for ever (pitfalls.md 15). */
  readonly uid: string;
  /** Counted in the database (pitfalls.md 14). */
  readonly sequence: number;
  /** ISO instants from the database, never from the process. */
  readonly stampedAt: string;
  readonly modifiedAt: string;
  readonly span: CalendarSpan;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly url: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

/** What somebody answered to an invitation. */
export interface CalendarMessage {
  readonly method: 'REPLY' | 'COUNTER';
  readonly uid: string;
  readonly sequence: number;
  /** DTSTAMP: ISO instant. */
  readonly stampedAt: string;
  /** Bare address, lower case. */
  readonly attendee: string;
  readonly partstat: Partstat;
  readonly comment: string | null;
  /** The other time a COUNTER asks for. */
  readonly proposed: CalendarSpan | null;
}
