/** When a rule reminds: days from the rule date, earliest first (domain.md 4, column "Reminders"). */
export interface ReminderRule {
  readonly code: string;
  readonly offsets: readonly number[];
}

/** An action item, counted from its due date D; the reader is the owner post. */
export const actionItemRule: ReminderRule = { code: 'action-item', offsets: [-14, -7, -1, 0, 1, 7] };

/** An edit cleared the keys of an agenda: both secretariats are told, once a day for each session (design.md decision 1; domain.md 4). */
export const keysClearedRule = 'agenda-keys-cleared';
