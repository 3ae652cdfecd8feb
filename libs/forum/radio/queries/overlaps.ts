import type { LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import { areasSharing, type Area } from '../domain/areas.js';
import { REOPEN_MONTHS } from '../domain/radio-context.js';
import type { BandRow } from '../domain/radio-issue.types.js';
import type { RadioState } from '../domain/radio.types.js';

/** A case that shares spectrum with what was asked. */
export interface OverlapRow {
  readonly id: string;
  readonly code: string | null;
  readonly title: LocalizedText;
  readonly status: RadioState;
  readonly areas: readonly Area[];
  /** The shared spectrum in hertz; both ends are the same where one of the two is known by a nominal frequency only. */
  readonly lowHz: string;
  readonly highHz: string;
  /** False where one of the two names no place. */
  readonly areaKnown: boolean;
  /** True while a resolved case may be reopened instead of reporting a new one. */
  readonly reopenable: boolean;
  readonly illustrative: boolean;
}

export interface OverlapAsk {
  readonly bands: readonly Pick<BandRow, 'nominalHz' | 'lowHz' | 'highHz'>[];
  readonly areas: readonly Area[];
  /** The case that asks, which is no answer. */
  readonly exceptId?: string | undefined;
  /** 1–200. */
  readonly limit?: number;
}

/**
 * The search by band and area (domain.md 3.10), as one statement over the index of each width class: a band of class c is narrower than
 * 2^c hertz, so one that reaches into the asked band begins at most that far below it. All comparisons are leakproof, so the index serves
 * under row security. Who names no place is offered with everything. What is
 * known by a nominal frequency asks, and is found, as the one hertz it names.
 */
export const overlapStatement = `
  with asked as (select a.low, a.high, a.nominal from unnest($1::bigint[], $2::bigint[], $6::boolean[]) as a(low, high, nominal)),
       met as (
         select b.radio_issue_id as id, greatest(b.low_hz, a.low) as low, case when a.nominal then a.low else least(b.high_hz, a.high) end as high
           from asked a cross join generate_series(1::bigint, 42::bigint) as c(class)
           join forum.radio_band b on b.width_class = c.class and b.low_hz < a.high and b.low_hz > a.low - (1::bigint << c.class::integer)
                                  and b.high_hz > a.low and b.removed_at is null
         union all
         select b.radio_issue_id, b.nominal_hz, b.nominal_hz
           from asked a join forum.radio_band b on b.low_hz is null and b.removed_at is null and b.nominal_hz >= a.low and b.nominal_hz < a.high)
  select i.id, i.code, i.title, i.status, i.areas, m.low::text as "lowHz", m.high::text as "highHz",
         cardinality(i.areas) > 0 and cardinality($3::text[]) > 0 as "areaKnown", i.illustrative,
         coalesce(i.status = 'resolved' and i.resolved_at > forum.now() - interval '${String(REOPEN_MONTHS)} months', false) as reopenable
    from (select met.id, min(met.low) as low, max(met.high) as high from met group by met.id) m
    join forum.radio_issue i on i.id = m.id
   where i.status <> 'withdrawn' and ($4::uuid is null or i.id <> $4)
     and (cardinality($3::text[]) = 0 or cardinality(i.areas) = 0 or i.areas && $3::text[])
   order by (cardinality(i.areas) > 0) desc, i.position desc, i.id limit $5`;

/** Parameters of the statement for a question. */
export function overlapParams({ bands, areas, exceptId, limit = 50 }: OverlapAsk): unknown[] {
  const edges = bands.flatMap(({ nominalHz, lowHz, highHz }) => {
    if (lowHz !== null && highHz !== null) return [{ lowHz, highHz, nominal: false }];
    if (nominalHz === null) return [];
    return [{ lowHz: nominalHz, highHz: String(BigInt(nominalHz) + 1n), nominal: true }];
  });
  return [
    edges.map((band) => band.lowHz),
    edges.map((band) => band.highHz),
    areasSharing(areas),
    exceptId ?? null,
    limit,
    edges.map((band) => band.nominal),
  ];
}

/** Cases that share band and area with what is asked, at most `limit`; what the reader may not see is left out. */
export async function findOverlaps(reader: Reader, ask: OverlapAsk): Promise<OverlapRow[]> {
  if (ask.bands.length === 0) return [];
  return reader.query<OverlapRow>(overlapStatement, overlapParams(ask));
}
