import type { Language, LocalizedText, Side } from '#core/kernel';

/**
 * `planned` waits for its hour; `queued` was handed to the queue; `sending` is held by a worker until its lease ends;
 * `in_doubt`: the relay may have it, and the next try carries the same Message-ID; `cancelled`: the cause is gone or a later
 * reminder says it better; `failed`: refused for good, somebody has to look.
 */
export const REMINDER_STATES = ['planned', 'queued', 'sending', 'sent', 'in_doubt', 'cancelled', 'failed'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

/** What a reminder can be about. */
export const REMINDER_SUBJECTS = [
  'action_item',
  'session',
  'proposal',
  'channel',
  'date_poll',
  'delegation',
  'translation_request',
  'record',
  'radio_issue',
  'commitment',
  'instrument',
  'multilateral_meeting',
  'exhibition',
  'exchange_programme',
  'escalation',
  'post',
] as const;
export type ReminderSubject = (typeof REMINDER_SUBJECTS)[number];

/** In a mail of its own, or with the reader's others of the day (domain.md 4, job rules). */
export type ReminderDelivery = 'single' | 'digest';

/** A reminder about to be sent, as its row has it. Dates are `YYYY-MM-DD`. */
export interface ReminderToSend {
  readonly id: string;
  readonly subjectType: ReminderSubject;
  readonly subjectId: string;
  readonly rule: string;
  readonly offsetDays: number;
  readonly recipientPostId: string;
  readonly recipientSide: Side;
  readonly ruleDate: string;
  /** Tells the same news of one day apart: the version of the object, the sequence of a calendar file; 0 where it comes once. */
  readonly occurrence: number;
  readonly zone: string;
  readonly attempt: number;
  readonly cause: string;
  /** The same for every try: derived from the key of the reminder. */
  readonly messageId: string;
}

/** What a reminder depends on, read anew as the recipient may read it. */
export interface Cause {
  /** Equal to the reminder's `cause` while the fact it tells of still holds (style.md 7). */
  readonly fingerprint: string;
  readonly title: LocalizedText;
  /** The number people call the object by, where it has one. */
  readonly number: string | null;
  /** Title of the session it came from, as the reader's side names it. */
  readonly session: LocalizedText | null;
  /** What else the reader is told, line by line. */
  readonly facts?: readonly Fact[];
  /** The side that did what is told of. */
  readonly side?: Side;
  /** The reader is to put it onto the next agenda. */
  readonly asksForAgenda?: boolean;
  /** What a calendar file does to the reader's calendar. */
  readonly news?: 'invited' | 'changed' | 'postponed' | 'cancelled';
  /** Path of the page on which the reader can answer. */
  readonly path: string;
}

/** One line of a letter: stored text, a day `YYYY-MM-DD`, a number or code as it is, or a word of a closed list. */
export type Fact = { readonly label: FactLabel } & (
  | { readonly text: LocalizedText }
  | { readonly date: string }
  | { readonly plain: string }
  | { readonly when: When }
  | { readonly level: string }
  | { readonly proposal: string }
  | { readonly languages: readonly [source: Language, target: Language] }
);

/** When people meet: plain days at the venue, instants in UTC where the hours are known, and the IANA zone of the venue. */
export interface When {
  readonly startDate: string;
  readonly endDate: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly zone: string;
}

/** Says what a line is about; its words are `mail:facts.<label>`. */
export type FactLabel =
  | 'about'
  | 'sessionDate'
  | 'when'
  | 'place'
  | 'proposal'
  | 'level'
  | 'answerBy'
  | 'languages'
  | 'due'
  | 'number'
  | 'departure'
  | 'arrival'
  | 'onAgendaOf'
  | 'inChannel'
  | 'entry'
  | 'suspended'
  | 'blocked'
  | 'submitBy'
  | 'meeting'
  | 'concluded'
  | 'owner';

/** Who holds the post now and in which language they read. */
export interface Recipient {
  readonly userId: string;
  readonly email: string;
  readonly language: Language;
  readonly post: LocalizedText;
}

/** A mail as it is kept. */
export interface MailWords {
  readonly userId: string;
  readonly recipient: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly href: string | null;
  readonly late: boolean;
}
