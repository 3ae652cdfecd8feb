import { defineEvent } from '#platform/database';
import type { Side } from '#core/kernel';

export type CalendarChange = 'added' | 'changed' | 'withdrawn' | 'restored' | 'imported';

/** Free days of one side have changed between two days, both included: dates derived from them are to be derived anew. */
export const holidaysChanged = defineEvent<{ side: Side; from: string; to: string; what: CalendarChange }>(
  'working-days.holidaysChanged',
);

/** Days that one side would rather not meet on have changed; no deadline depends on them. */
export const avoidPeriodsChanged = defineEvent<{ side: Side; from: string; to: string; what: CalendarChange }>(
  'working-days.avoidPeriodsChanged',
);
