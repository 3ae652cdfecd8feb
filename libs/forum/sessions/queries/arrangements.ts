import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { Level } from '#forum/channels';
import type { Arrangement, HostingTurn, SessionFormat } from '../domain/arrangement.js';

type Stored = Omit<Arrangement, 'startsAt' | 'endsAt'> & { startsAt: Date | null; endsAt: Date | null };

/** What stands on a session's row: agreed once its state says so, the last one proposed before. */
export async function readArrangement(reader: Reader, sessionId: string): Promise<Arrangement | undefined> {
  const [row] = await reader.query<Stored & { format: SessionFormat; level: Level }>(
    `select s.start_date as "startDate", s.end_date as "endDate", s.starts_at as "startsAt", s.ends_at as "endsAt", s.zone, s.place,
            s.country, s.format, s.level, s.host_side as "hostSide", s.margins_of_session_id as "marginsOfSessionId",
            s.margins_of_text as "marginsOfText", s.same_host_again as "sameHostAgain"
       from forum.session s where s.id = $1`,
    [sessionId],
  );
  return row && { ...row, startsAt: row.startsAt?.toISOString() ?? null, endsAt: row.endsAt?.toISOString() ?? null };
}

export interface ChannelTurns {
  readonly state: string;
  readonly nominalLevel: Level;
  /** Null where the record gives none, which means that hosts alternate (domain.md 3.2). */
  readonly hostingRule: 'alternating' | 'rotation' | 'by_agreement' | null;
  /** The last turn taken before the day asked for; third countries and the margins of other meetings take none. */
  readonly last: HostingTurn | null;
  /** The next free number of each side; null where the sides met without counting. */
  readonly nextOrdinalKr: number | null;
  readonly nextOrdinalJp: number | null;
}

/** Sessions that stand: agreed and not called off. */
const standing = `s.channel_id = ch.id and s.state not in ('proposed','postponed','cancelled')`;

/**
 * A channel's hosting and counting as they stand; undefined when there is no such channel to see.
 * @param before `YYYY-MM-DD`, sessions from that day on are left out of the turns; null takes them all
 * @param except a session left out altogether
 */
export async function readTurns(
  reader: Reader,
  channelId: string,
  before: string | null,
  except: string | null,
): Promise<ChannelTurns | undefined> {
  const [row] = await reader.query<ChannelTurns>(
    `select ch.state, ch.nominal_level as "nominalLevel", ch.hosting_rule as "hostingRule",
            (select jsonb_build_object('hostSide', s.host_side, 'startDate', s.start_date) from forum.session s
              where ${standing} and s.host_side is not null and (s.country is null or s.country in ('KR','JP'))
                and s.margins_of_session_id is null and s.margins_of_text is null
                and ($2::date is null or s.start_date < $2) and ($3::uuid is null or s.id <> $3)
              order by s.start_date desc, s.id desc limit 1) as last,
            ${nextOrdinal('kr')} as "nextOrdinalKr", ${nextOrdinal('jp')} as "nextOrdinalJp"
       from forum.channel ch where ch.id = $1`,
    [channelId, before, except],
  );
  return row;
}

/** One more than the last; 1 in a channel that never met; nothing where it met and did not count. */
function nextOrdinal(side: Side): string {
  return `(select case when count(*) = 0 then 1 else max(s.ordinal_${side}) + 1 end from forum.session s where s.channel_id = ch.id
            and s.state not in ('proposed','cancelled') and ($3::uuid is null or s.id <> $3))`;
}
