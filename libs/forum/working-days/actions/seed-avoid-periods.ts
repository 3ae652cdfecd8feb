import { historicText, newId } from '#core/kernel';
import type { Tx } from '#platform/database';
import { avoidPeriodsByRule } from '../domain/avoid-rules.js';

/**
 * Writes the soft periods of whole years. Idempotent: what a person changed or withdrew is left alone.
 * Gives the number of rows written or changed.
 */
export async function seedAvoidPeriods(
  tx: Tx,
  years: { readonly first: number; readonly last: number },
): Promise<number> {
  const rows = avoidPeriodsByRule(years.first, years.last).map(({ names, ...period }) => ({
    id: newId(),
    ...period,
    name: historicText(names, period.side === 'kr' ? 'ko' : 'ja'),
  }));
  const written = await tx.query<{ id: string }>(
    `insert into forum.avoid_period (id, side, starts_on, ends_on, rule, name)
     select id, side, "from", "to", rule, name
       from jsonb_to_recordset($1::jsonb) as period(id uuid, side text, "from" date, "to" date, rule text, name jsonb)
     on conflict on constraint uq_avoid_period_side_rule_starts_on do update
        set ends_on = excluded.ends_on, name = excluded.name, version = avoid_period.version + 1, updated_at = forum.now()
      where avoid_period.origin = 'rule' and not avoid_period.withdrawn
        and (avoid_period.ends_on, avoid_period.name) is distinct from (excluded.ends_on, excluded.name)
     returning id`,
    [JSON.stringify(rows)],
  );
  return written.length;
}
