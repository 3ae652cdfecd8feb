import type { LocalizedText, Side } from '#core/kernel';
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
import type { CommitmentStatus, Strength } from '../domain/commitment.types.js';

/** One commitment as lists show it. Dates are `YYYY-MM-DD` or coarser. */
export interface CommitmentRow {
  readonly id: string;
  readonly code: string;
  readonly text: LocalizedText;
  readonly area: { readonly code: string; readonly name: LocalizedText } | null;
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
  } | null;
  readonly session: SessionRef | null;
  readonly illustrative: boolean;
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
  readonly followUp: LocalizedText | null;
  readonly followUpSources: readonly SourceRow[];
  readonly statusNote: string | null;
  readonly evidence: Evidence;
  readonly sources: readonly SourceRow[];
  readonly conflicts: readonly ConflictRow[];
  readonly links: readonly CommitmentLinkRow[];
}

export interface CommitmentFilter {
  readonly instrumentId?: string | undefined;
  readonly status?: CommitmentStatus | undefined;
  readonly topic?: string | undefined;
}

/** Columns of `CommitmentRow` for a commitment `c`; `side` is the placeholder of the reader's side. */
export function commitmentColumns(side: string): string {
  return `c.id, c.code, c.text, c.strength, c.strength_side as "strengthSide", c.status, c.status_as_of as "statusAsOf", c.illustrative,
    case when c.due_value is null then null else jsonb_build_object('value', c.due_value, 'precision', c.due_precision) end as due,
    (select jsonb_build_object('code', a.mark, 'name', a.name) from forum.instrument_area a where a.id = c.area_id) as area,
    ${topicsAs('c.topic_codes')} as topics, ${sessionRefAs('c.session_id', side)} as session,
    (select jsonb_build_object('id', n.id, 'name', n.name, 'value', n.date_value, 'precision', n.date_precision) from forum.instrument n where n.id = c.instrument_id) as instrument`;
}

/** Commitments in the order of the record. */
export async function listCommitments(
  reader: Reader,
  side: Side | null,
  filter: CommitmentFilter,
  ask: PageAsk,
): Promise<Page<CommitmentRow>> {
  const select = `select ${commitmentColumns('$1::text')}, ${numberKey('c.position')} as "sortKey" from forum.commitment c
    where ($2::uuid is null or c.instrument_id = $2) and ($3::text is null or c.status = $3) and ($4::text is null or $4 = any (c.topic_codes))`;
  const params = [side, filter.instrumentId ?? null, filter.status ?? null, filter.topic ?? null];
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
    `select ${commitmentColumns('$1::text')}, c.follow_up as "followUp", ${sourcesAs('c.follow_up_source_codes')} as "followUpSources", c.status_note as "statusNote",
            c.evidence, ${sourcesAs('c.source_codes')} as sources, ${conflictsAs('c.code')} as conflicts,
            coalesce((select jsonb_agg(jsonb_build_object('channelId', ch.id, 'name', ${channelNameAs('ch.id', '$1::text')}, 'state', ch.state, 'reason', l.reason,
                'events', ${channelEventsAs('ch.id', `${FOLLOWING} and e.sort_date >= coalesce(l.starts_on, '-infinity') and e.sort_date <= coalesce(l.ends_on, 'infinity')`)},
                'sessions', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'day', s.start_date)) from forum.session s where s.channel_id = ch.id), '[]'))
              order by l.position) from forum.commitment_link l join forum.channel ch on ch.id = l.channel_id where l.commitment_id = c.id), '[]') as links
       from forum.commitment c where c.id = $2`,
    [side, id],
  );
  return row;
}
