import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { stepEntry } from '../domain/calendar-entry.lifecycle.js';
import { citationOf, renamed, type GivenNames } from '../domain/day-names.js';
import type { HolidayKind, HolidayStatus } from '../domain/holiday.types.js';
import { workingDaysErrors } from '../domain/working-days.errors.js';
import { getHoliday, publishHolidays, saveHolidays } from '../persistence/holidays.repository.js';

export interface ChangeHolidayInput {
  readonly id: string;
  readonly version: number;
  readonly kind?: HolidayKind | undefined;
  readonly status?: HolidayStatus | undefined;
  readonly names?: GivenNames | undefined;
  /** Empty takes it away. */
  readonly citation?: string | undefined;
}

/**
 * The keeping side's secretariat changes a day; its date never moves: a day that falls elsewhere is withdrawn and entered anew.
 * @throws common.notFound, common.staleVersion, common.forbidden, common.wrongState, working-days.citationNeeded
 */
@Injectable()
export class ChangeHoliday {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ChangeHolidayInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const holiday = await getHoliday(tx, input.id, input.version);
      stepEntry(holiday, 'edit', actor);
      const changed = {
        ...holiday,
        origin: 'person' as const,
        kind: input.kind ?? holiday.kind,
        status: input.status ?? holiday.status,
        name: input.names ? renamed(holiday.name, input.names) : holiday.name,
        citation: citationOf(holiday.side, holiday.citation, input.citation),
      };
      if (changed.kind === 'temporary' && !changed.citation) throw workingDaysErrors.citationNeeded();
      await saveHolidays(tx, [changed]);
      await publishHolidays(tx, 'changed', [changed], changed.id);
    });
  }
}
