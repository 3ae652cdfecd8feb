import type { LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import { AGREED_SQL, type CommitmentStatus } from '../domain/commitment.types.js';
import { YEAR_SQL } from './commitments.js';

export const PROGRESS_GROUPS = ['instrument', 'year', 'topic'] as const;
export type ProgressGroup = (typeof PROGRESS_GROUPS)[number];

/** How far the commitments of one instrument, year or topic have come. `counts` and `agreed` count only what both sides stand behind. */
export interface ProgressRow {
  readonly by: ProgressGroup;
  /** Id, year or code; null for what has none. */
  readonly key: string | null;
  readonly name: LocalizedText | null;
  readonly counts: Readonly<Partial<Record<CommitmentStatus, number>>>;
  readonly agreed: number;
  /** Discussed, intended or proposed, not agreed (domain.md 1.7). */
  readonly others: number;
}

/** Counts by instrument, year and topic in one statement; a commitment with two topics counts under both. */
export function readProgress(reader: Reader): Promise<ProgressRow[]> {
  return reader.query<ProgressRow>(
    `with base as materialized (
       select c.status, ${AGREED_SQL} as agreed, c.instrument_id::text as instrument, ${YEAR_SQL} as year, c.topic_codes
         from forum.commitment c where c.removed_at is null and not c.chapeau),
     keyed as (
       select 'instrument' as by, instrument as key, status, agreed from base
       union all select 'year', year, status, agreed from base
       union all select 'topic', t.code, status, agreed
         from base cross join lateral unnest(case when cardinality(topic_codes) = 0 then array[null::text] else topic_codes end) as t(code)),
     counted as (
       select by, key, status, count(*) filter (where agreed)::int as agreed, count(*) filter (where not agreed)::int as others
         from keyed group by by, key, status),
     summed as (
       select by, key, coalesce(jsonb_object_agg(status, agreed) filter (where agreed > 0), '{}') as counts,
              sum(agreed)::int as agreed, sum(others)::int as others from counted group by by, key)
     select s.by, s.key, coalesce(i.name, t.name) as name, s.counts, s.agreed, s.others
       from summed s left join forum.instrument i on s.by = 'instrument' and i.id::text = s.key
            left join forum.topic t on s.by = 'topic' and t.code = s.key
      order by s.by, s.key is null, i.sort_date, t.position, s.key`,
  );
}
