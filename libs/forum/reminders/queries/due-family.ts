import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { DueObject } from '../domain/due.js';
import type { ReminderSubject } from '../domain/reminder.types.js';

/** Objects of one kind whose dates are planned and told alike. */
export interface DueFamily {
  readonly subjectType: ReminderSubject;
  /** The table of the objects. */
  readonly table: string;
  /** Codes of the rules such an object can have. */
  readonly rules: readonly string[];
  /** The table whose rows hold the facts, where these are of no channel and change without an event; else absent. */
  readonly heldBy?: 'multilateral_meeting' | 'exhibition' | 'exchange_programme';
  /**
   * Those that have a date ahead, as the reader's role may see them.
   * @param side whose names the titles take; null for planning, which needs none
   * @param ids the objects asked for; null: all
   */
  find(reader: Reader, side: Side | null, ids: readonly string[] | null): Promise<DueObject[]>;
}
