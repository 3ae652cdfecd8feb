import type { LocalizedText, Side } from '#core/kernel';
import type { SessionState, TitleParts } from '#forum/sessions';

/** What stands of an invitation: its number and whether it invites or calls off. */
export interface InvitationRow {
  readonly sequence: number;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly changedAt: string;
}

/** A session as a calendar file shows it, read through the reader's role: nothing of one side alone is among it. */
export interface SessionToPrint extends TitleParts {
  readonly id: string;
  readonly state: SessionState;
  /** Plain days at the venue. */
  readonly startDate: string;
  readonly endDate: string | null;
  /** Instants in UTC; null while only the day is known. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly zone: string;
  readonly place: LocalizedText | null;
  readonly format: string;
  readonly host: Side | null;
  readonly updatedAt: Date;
  readonly createdAt: Date;
  /** Null for sessions of the record, which nobody is invited to. */
  readonly invitation: InvitationRow | null;
}
