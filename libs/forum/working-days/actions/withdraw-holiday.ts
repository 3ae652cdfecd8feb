import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { stepEntry } from '../domain/calendar-entry.lifecycle.js';
import { getHoliday, publishHolidays, saveHolidays } from '../persistence/holidays.repository.js';

interface WithdrawInput {
  readonly id: string;
  readonly version: number;
}

/**
 * The keeping side's secretariat says that the day is a working day. The row stays, so that no rule brings it back.
 * @throws common.notFound, common.staleVersion, common.forbidden, common.wrongState
 */
@Injectable()
export class WithdrawHoliday {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: WithdrawInput): Promise<void> {
    return setAside(this.database, actor, input, 'withdraw');
  }
}

/** Takes a withdrawal back. @throws common.notFound, common.staleVersion, common.forbidden, common.wrongState, working-days.citationNeeded */
@Injectable()
export class RestoreHoliday {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: WithdrawInput): Promise<void> {
    return setAside(this.database, actor, input, 'restore');
  }
}

function setAside(
  database: Database,
  actor: Actor,
  { id, version }: WithdrawInput,
  step: 'withdraw' | 'restore',
): Promise<void> {
  return database.runInTx(actor, async (tx) => {
    const holiday = await getHoliday(tx, id, version);
    const withdrawn = stepEntry(holiday, step, actor);
    await saveHolidays(tx, [{ ...holiday, withdrawn }]);
    await publishHolidays(tx, withdrawn ? 'withdrawn' : 'restored', [holiday], id);
  });
}
