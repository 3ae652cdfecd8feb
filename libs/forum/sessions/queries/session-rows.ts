import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs, nominalLevelAs, type Level } from '#forum/channels';
import type { SessionState } from '../domain/session.lifecycle.js';

/** One session as lists show it. Dates are plain days at the venue; `daysLeft` counts from today there. */
export interface SessionRow {
  id: string;
  code: string | null;
  channelId: string;
  channelName: LocalizedText;
  ordinalKr: number | null;
  ordinalJp: number | null;
  dateValue: string;
  datePrecision: 'year' | 'month' | 'day';
  startDate: string;
  endDate: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  zone: string;
  place: LocalizedText | null;
  host: Side | null;
  level: Level;
  nominalLevel: Level;
  state: SessionState;
  /** Not yet shown to the other side. */
  draft: boolean;
  illustrative: boolean;
  daysLeft: number;
}

/** One session with everything its page shows. */
export interface SessionDetailRow extends SessionRow {
  version: number;
  format: string;
  outcome: LocalizedText | null;
  topics: { code: string; name: LocalizedText }[];
  documents: { code: string; name: LocalizedText; instrumentId: string }[];
  sourceCodes: string[];
  note: string | null;
  country: string | null;
  originSide: Side | null;
  /** The meeting in whose margins it is held: a session here, or one that is not. */
  marginsOf: SessionRef | null;
  marginsOfText: LocalizedText | null;
  sameHostAgain: boolean;
  stoppedReason: LocalizedText | null;
  stoppedBySide: Side | null;
  stoppedAt: Date | null;
  embargoAt: Date | null;
  costSplit: LocalizedText | null;
}

const columns = `
  s.id, s.code, s.channel_id as "channelId", ${channelNameAs('s.channel_id', '$1::text')} as "channelName",
  s.ordinal_kr as "ordinalKr", s.ordinal_jp as "ordinalJp", s.date_value as "dateValue", s.date_precision as "datePrecision",
  s.start_date as "startDate", s.end_date as "endDate", s.starts_at as "startsAt", s.ends_at as "endsAt", s.zone, s.place,
  s.host_side as host, s.level, ${nominalLevelAs('s.channel_id', 's.start_date')} as "nominalLevel", s.state, s.illustrative,
  s.state = 'proposed' and s.audience in ('kr','jp') as draft, s.start_date - forum.today(s.zone) as "daysLeft"`;

export interface SessionFilter {
  /** The reader's side: decides names and ordinals. */
  readonly side: Side | null;
  readonly channelId?: string;
  readonly when?: 'upcoming' | 'past';
  readonly limit: number;
  /** Position after which to go on: start date and id of the last row. */
  readonly after?: { readonly startDate: string; readonly id: string };
}

/** Sessions, upcoming ones soonest first, others latest first. Gives up to `limit + 1` rows, so the caller knows whether there are more. */
export async function listSessions(reader: Reader, filter: SessionFilter): Promise<SessionRow[]> {
  const upcoming = filter.when === 'upcoming';
  const [compare, order] = upcoming ? ['>', 'asc'] : ['<', 'desc'];
  return reader.query<SessionRow>(
    `select ${columns} from forum.session s join forum.channel ch on ch.id = s.channel_id
      where ($2::uuid is null or s.channel_id = $2)
        and ($3::text is null or ($3 = 'upcoming') = ((coalesce(s.end_date, s.start_date) >= forum.today(s.zone) or s.state = 'postponed') and s.state not in ('held','closed','cancelled')))
        and ($4::date is null or (s.start_date, s.id) ${compare} ($4, $5::uuid))
      order by s.start_date ${order}, s.id ${order} limit $6`,
    [
      filter.side,
      filter.channelId ?? null,
      filter.when ?? null,
      filter.after?.startDate ?? null,
      filter.after?.id ?? null,
      filter.limit + 1,
    ],
  );
}

/** One session, or undefined when there is none to see. */
export async function findSession(
  reader: Reader,
  side: Side | null,
  id: string,
): Promise<SessionDetailRow | undefined> {
  const [row] = await reader.query<SessionDetailRow>(
    `select ${columns}, s.version, s.format, s.outcome, s.source_codes as "sourceCodes", s.note, s.country,
            s.origin_side as "originSide", ${sessionRefAs('s.margins_of_session_id', '$1::text')} as "marginsOf", s.margins_of_text as "marginsOfText",
            s.same_host_again as "sameHostAgain", s.stopped_reason as "stoppedReason", s.stopped_by_side as "stoppedBySide",
            s.stopped_at as "stoppedAt", s.embargo_at as "embargoAt", s.cost_split as "costSplit",
            coalesce((select jsonb_agg(jsonb_build_object('code', t.code, 'name', t.name) order by t.position) from forum.topic t where t.code = any (s.topic_codes)), '[]') as topics,
            coalesce((select jsonb_agg(jsonb_build_object('code', i.code, 'name', i.name, 'instrumentId', i.id)) from forum.instrument i where i.code = any (s.document_codes)), '[]') as documents
       from forum.session s join forum.channel ch on ch.id = s.channel_id where s.id = $2`,
    [side, id],
  );
  return row;
}

/** What other capabilities show of a session: enough for its title. */
export interface SessionRef {
  id: string;
  channelName: LocalizedText;
  ordinalKr: number | null;
  ordinalJp: number | null;
  startDate: string;
}

/** SQL that gives a `SessionRef` as JSON for a column with a session id; null when there is none to see. Parameters as in `channelNameAs`. */
export function sessionRefAs(sessionId: string, side: string): string {
  return `(select jsonb_build_object('id', r.id, 'channelName', ${channelNameAs('r.channel_id', side)}, 'ordinalKr', r.ordinal_kr, 'ordinalJp', r.ordinal_jp, 'startDate', r.start_date)
             from forum.session r where r.id = ${sessionId})`;
}
