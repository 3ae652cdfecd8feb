import { Injectable } from '@nestjs/common';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { sideKeptBy, stepEntry } from '../domain/calendar-entry.lifecycle.js';
import { namesOf, renamed, type GivenNames } from '../domain/day-names.js';
import type { PlainDay } from '../domain/holiday.types.js';
import { assertAvoidPeriod } from '../domain/range.js';
import { assertWithinReach } from '../domain/reach.js';
import {
  getAvoidPeriod,
  insertAvoidPeriod,
  publishAvoidPeriod,
  saveAvoidPeriod,
} from '../persistence/avoid-periods.repository.js';

export interface AddAvoidPeriodInput {
  readonly from: PlainDay;
  readonly to: PlainDay;
  readonly names: GivenNames;
}

export interface ChangeAvoidPeriodInput extends Partial<AddAvoidPeriodInput> {
  readonly id: string;
  readonly version: number;
}

/**
 * A side's secretariat says when its own side would rather not meet.
 * @returns the id of the period
 * @throws common.forbidden, working-days.dateOutOfReach, working-days.rangeInverted, working-days.periodTooLong, working-days.ownNameMissing
 */
@Injectable()
export class AddAvoidPeriod {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AddAvoidPeriodInput): Promise<string> {
    const side = sideKeptBy(actor);
    assertDays(input);
    const period = { side, from: input.from, to: input.to, name: namesOf(side, input.names) };
    return this.database.runInTx(actor, async (tx) => {
      const id = await insertAvoidPeriod(tx, period);
      await publishAvoidPeriod(tx, 'added', { id, ...period });
      return id;
    });
  }
}

/** @throws common.notFound, common.staleVersion, common.forbidden, common.wrongState and the faults of days */
@Injectable()
export class ChangeAvoidPeriod {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: ChangeAvoidPeriodInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const period = await getAvoidPeriod(tx, input.id, input.version);
      stepEntry(period, 'edit', actor);
      const changed = {
        ...period,
        origin: 'person' as const,
        from: input.from ?? period.from,
        to: input.to ?? period.to,
        name: input.names ? renamed(period.name, input.names) : period.name,
      };
      assertDays(changed);
      await saveAvoidPeriod(tx, changed);
      await publishAvoidPeriod(tx, 'changed', changed);
    });
  }
}

/** Withdraws a soft period or takes the withdrawal back. @throws common.notFound, common.staleVersion, common.forbidden, common.wrongState */
@Injectable()
export class SetAvoidPeriodAside {
  constructor(private readonly database: Database) {}

  run(
    actor: Actor,
    input: { readonly id: string; readonly version: number; readonly step: 'withdraw' | 'restore' },
  ): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const period = await getAvoidPeriod(tx, input.id, input.version);
      const withdrawn = stepEntry(period, input.step, actor);
      await saveAvoidPeriod(tx, { ...period, withdrawn });
      await publishAvoidPeriod(tx, withdrawn ? 'withdrawn' : 'restored', period);
    });
  }
}

function assertDays({ from, to }: { readonly from: PlainDay; readonly to: PlainDay }): void {
  assertWithinReach(from);
  assertWithinReach(to);
  assertAvoidPeriod(from, to);
}
