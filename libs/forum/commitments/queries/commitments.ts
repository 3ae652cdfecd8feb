import type { Language, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import {
  channelEventsAs,
  channelNameAs,
  topicsAs,
  type ChannelEventRow,
  type ChannelState,
  type TopicRow,
} from '#forum/channels';
import {
  conflictsAs,
  numberKey,
  readPage,
  sourcesAs,
  type ConflictRow,
  type Evidence,
  type Page,
  type PageAsk,
  type Precision,
  type SourceRow,
} from '#forum/provenance';
import { sessionRefAs, type SessionRef } from '#forum/sessions';
import { postAsJson, type PostRow } from '#forum/identity';
import { AGREED_SQL } from '../domain/commitment.types.js';
import type { ActingSide, CommitmentStatus, InstrumentState, Strength } from '../domain/commitment.types.js';
import { evidenceAs, historyAs, type CommitmentEventRow, type EvidenceRow } from './course.js';

/** One commitment as lists show it. Dates are `YYYY-MM-DD` or coarser. */
export interface CommitmentRow {
  readonly id: string;
  readonly code: string;
  readonly text: LocalizedText;
  readonly area: { readonly id: string; readonly code: string; readonly name: LocalizedText } | null;
  readonly strength: Strength;
  readonly strengthSide: Side | null;
  readonly status: CommitmentStatus;
  readonly statusAsOf: string | null;
  readonly due: { readonly value: string; readonly precision: Precision } | null;
  readonly topics: readonly TopicRow[];
  readonly instrument: {
    readonly id: string;
    readonly name: LocalizedText;
    readonly value: string;
    readonly precision: Precision;
    readonly state: InstrumentState;
  } | null;
  readonly session: SessionRef | null;
  /** Who hosted that session: the first one on pages of readers without a side. */
  readonly host: Side | null;
  readonly illustrative: boolean;
  readonly version: number;
  readonly chapeau: boolean;
  readonly actingSide: ActingSide | null;
  readonly krPost: PostRow | null;
  readonly jpPost: PostRow | null;
  readonly measure: LocalizedText | null;
  readonly quote: { readonly text: string; readonly lang: Language } | null;
  readonly followUp: LocalizedText | null;
  /** Channels it led to. */
  readonly channels: readonly { readonly id: string; readonly name: LocalizedText; readonly state: ChannelState }[];
  /** How often each side has given evidence. */
  readonly evidenceCount: Readonly<Record<Side, number>>;
}

/** A channel the commitment led to, with the events that belong to it. */
export interface CommitmentLinkRow {
  readonly channelId: string;
  readonly name: LocalizedText;
  readonly state: ChannelState;
  readonly reason: LocalizedText;
  readonly events: readonly ChannelEventRow[];
  /** Sessions of those days, to lead from an event to its session. */
  readonly sessions: readonly { readonly id: string; readonly day: string }[];
}

export interface CommitmentDetailRow extends CommitmentRow {
  readonly followUpSources: readonly SourceRow[];
  readonly statusNote: string | null;
  readonly evidence: Evidence;
  readonly sources: readonly SourceRow[];
  readonly conflicts: readonly ConflictRow[];
  readonly links: readonly CommitmentLinkRow[];
  readonly evidenceGiven: readonly EvidenceRow[];
  readonly history: readonly CommitmentEventRow[];
}

export interface CommitmentFilter {
  readonly instrumentId?: string | undefined;
  readonly status?: CommitmentStatus | undefined;
  readonly topic?: string | undefined;
  readonly strength?: Strength | undefined;
  /** Year of the instrument or, without one, of the session. */
  readonly year?: string | undefined;
  /** Only what both sides stand behind. */
  readonly agreed?: boolean | undefined;
}

/** Columns of `CommitmentRow` for a commitment `c`; `side` is the placeholder of the reader's side. */
export function commitmentColumns(side: string): string {
  return `c.id, c.code, c.text, c.strength, c.strength_side as "strengthSide", c.status, c.status_as_of as "statusAsOf", c.illustrative,
    c.version, c.chapeau, c.acting_side as "actingSide", ${postAsJson('c.kr_post_id')} as "krPost", ${postAsJson('c.jp_post_id')} as "jpPost",
    c.measure, case when c.quote is null then null else jsonb_build_object('text', c.quote, 'lang', c.quote_lang) end as quote, c.follow_up as "followUp",
    coalesce((select jsonb_agg(jsonb_build_object('id', ch.id, 'name', ${channelNameAs('ch.id', side)}, 'state', ch.state) order by k.position)
       from forum.commitment_link k join forum.channel ch on ch.id = k.channel_id where k.commitment_id = c.id), '[]') as channels,
    (select jsonb_build_object('kr', count(*) filter (where e.side = 'kr'), 'jp', count(*) filter (where e.side = 'jp'))
       from forum.commitment_evidence e where e.commitment_id = c.id) as "evidenceCount",
    case when c.due_value is null then null else jsonb_build_object('value', c.due_value, 'precision', c.due_precision) end as due,
    (select jsonb_build_object('id', a.id, 'code', a.mark, 'name', a.name) from forum.instrument_area a where a.id = c.area_id) as area,
    ${topicsAs('c.topic_codes')} as topics, ${sessionRefAs('c.session_id', side)} as session,
    (select h.host_side from forum.session h where h.id = c.session_id) as host,
    (select jsonb_build_object('id', n.id, 'name', n.name, 'value', n.date_value, 'precision', n.date_precision, 'state', n.state) from forum.instrument n where n.id = c.instrument_id) as instrument`;
}

/** The year in which a commitment `c` was made, or null where the record gives no date. */
export const YEAR_SQL = `coalesce((select substr(n.date_value, 1, 4) from forum.instrument n where n.id = c.instrument_id),
  (select substr(s.date_value, 1, 4) from forum.session s where s.id = c.session_id))`;

/** Commitments in the order of the record. */
export async function listCommitments(
  reader: Reader,
  side: Side | null,
  filter: CommitmentFilter,
  ask: PageAsk,
): Promise<Page<CommitmentRow>> {
  const select = `select ${commitmentColumns('$1::text')}, ${numberKey('c.position')} as "sortKey" from forum.commitment c
    where c.removed_at is null and ($2::uuid is null or c.instrument_id = $2) and ($3::text is null or c.status = $3)
      and ($4::text is null or $4 = any (c.topic_codes)) and ($5::text is null or c.strength = $5)
      and ($6::text is null or ${YEAR_SQL} = $6) and ($7::boolean is null or ${AGREED_SQL} = $7)`;
  const { instrumentId, status, topic, strength, year, agreed } = filter;
  const params = [side, ...[instrumentId, status, topic, strength, year, agreed].map((value) => value ?? null)];
  return readPage<CommitmentRow & { id: string }>(reader, { select, params }, ask);
}

/** Events that are meetings, or works that carried a commitment out. */
const FOLLOWING = `e.type in ('first_session','session_held','resumed','renamed','milestone')`;

/** One commitment with what led to it and what it led to, in one statement; undefined when there is none to see. */
export async function findCommitment(
  reader: Reader,
  side: Side | null,
  id: string,
): Promise<CommitmentDetailRow | undefined> {
  const [row] = await reader.query<CommitmentDetailRow>(
    `select ${commitmentColumns('$1::text')}, ${sourcesAs('c.follow_up_source_codes')} as "followUpSources", c.status_note as "statusNote",
            c.evidence, ${sourcesAs('c.source_codes')} as sources, ${conflictsAs('c.code')} as conflicts,
            ${evidenceAs('$1::text')} as "evidenceGiven", ${historyAs} as history,
            coalesce((select jsonb_agg(jsonb_build_object('channelId', ch.id, 'name', ${channelNameAs('ch.id', '$1::text')}, 'state', ch.state, 'reason', l.reason,
                'events', ${channelEventsAs('ch.id', `${FOLLOWING} and e.sort_date >= coalesce(l.starts_on, '-infinity') and e.sort_date <= coalesce(l.ends_on, 'infinity')`)},
                'sessions', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'day', s.start_date)) from forum.session s where s.channel_id = ch.id), '[]'))
              order by l.position) from forum.commitment_link l join forum.channel ch on ch.id = l.channel_id where l.commitment_id = c.id), '[]') as links
       from forum.commitment c where c.id = $2 and c.removed_at is null`,
    [side, id],
  );
  return row;
}
