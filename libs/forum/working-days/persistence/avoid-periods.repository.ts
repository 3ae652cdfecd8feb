import { commonErrors, newId, type Side } from '#core/kernel';
import { registerViolations, type Tx } from '#platform/database';
import { workingDaysErrors } from '../domain/working-days.errors.js';
import { findAvoidPeriod, type AvoidPeriod, type AvoidPeriodRecord } from '../queries/load-avoid-periods.js';
import { avoidPeriodsChanged, type CalendarChange } from '../working-days.events.js';

registerViolations({ ck_avoid_period_days: () => workingDaysErrors.rangeInverted() });

/** @throws common.notFound, common.staleVersion */
export async function getAvoidPeriod(tx: Tx, id: string, version: number): Promise<AvoidPeriodRecord> {
  const period = await findAvoidPeriod(tx, id);
  if (!period) throw commonErrors.notFound();
  if (period.version !== version) throw commonErrors.staleVersion();
  return period;
}

export async function insertAvoidPeriod(tx: Tx, period: Omit<AvoidPeriod, 'id'>): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.avoid_period (id, side, starts_on, ends_on, name, origin) values ($1, $2, $3, $4, $5, 'person')`,
    [id, period.side, period.from, period.to, period.name],
  );
  return id;
}

/** @throws common.staleVersion */
export async function saveAvoidPeriod(tx: Tx, period: AvoidPeriodRecord): Promise<void> {
  const written = await tx.query(
    `update forum.avoid_period set starts_on = $3, ends_on = $4, name = $5, origin = $6, withdrawn = $7,
            version = version + 1, updated_at = forum.now() where id = $1 and version = $2 returning id`,
    [period.id, period.version, period.from, period.to, period.name, period.origin, period.withdrawn],
  );
  if (written.length === 0) throw commonErrors.staleVersion();
}

export async function publishAvoidPeriod(
  tx: Tx,
  what: CalendarChange,
  period: { readonly id: string; readonly side: Side; readonly from: string; readonly to: string },
): Promise<void> {
  const { id, side, from, to } = period;
  await tx.publish(
    avoidPeriodsChanged,
    { side, from, to, what },
    { audience: 'joint', subjectType: 'avoid_period', subjectId: id },
  );
}
