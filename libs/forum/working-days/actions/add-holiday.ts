import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { sideKeptBy } from '../domain/calendar-entry.lifecycle.js';
import { citationOf, namesOf, type GivenNames } from '../domain/day-names.js';
import type { HolidayKind, HolidayStatus, PlainDay } from '../domain/holiday.types.js';
import { assertWithinReach } from '../domain/reach.js';
import { workingDaysErrors } from '../domain/working-days.errors.js';
import { insertHolidays, publishHolidays } from '../persistence/holidays.repository.js';

export interface AddHolidayInput {
  readonly date: PlainDay;
  readonly kind: HolidayKind;
  readonly status: HolidayStatus;
  readonly names: GivenNames;
  /** The decision the day rests on, in the language of the side's Gazette; a temporary day needs it. */
  readonly citation?: string | undefined;
}

/**
 * A side's secretariat enters a day of its own country, such as a temporary day by Cabinet decision (domain.md 5).
 * @returns the id of the day
 * @throws common.forbidden, working-days.dateOutOfReach, working-days.ownNameMissing, working-days.citationNeeded, working-days.dayTaken
 */
@Injectable()
export class AddHoliday {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AddHolidayInput): Promise<string> {
    const side = sideKeptBy(actor);
    assertWithinReach(input.date);
    if (input.kind === 'temporary' && !input.citation) throw workingDaysErrors.citationNeeded();
    const day = {
      side,
      date: input.date,
      rule: `person.${input.kind}`,
      kind: input.kind,
      status: input.status,
      name: namesOf(side, input.names),
      citation: citationOf(side, null, input.citation),
    };
    return this.database.runInTx(actor, async (tx) => {
      const [id = ''] = await insertHolidays(tx, [day]);
      await publishHolidays(tx, 'added', [day], id);
      return id;
    });
  }
}
