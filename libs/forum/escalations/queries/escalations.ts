import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { postAsJson } from '#forum/identity';
import { readPage, type Page, type PageAsk } from '#forum/provenance';
import { sessionRefAs } from '#forum/sessions';
import type { EscalationState } from '../domain/escalation.lifecycle.js';
import type { EscalationEventRow, EscalationRow } from '../domain/escalation.types.js';

type Stored = Omit<EscalationRow, 'raisedAt' | 'decidedAt'> & { raisedAt: Date | null; decidedAt: Date | null };

/** SQL of a `ChannelRef` for a column with a channel's id; `$1` is the reader's side. */
const channelAs = (id: string): string =>
  `(select jsonb_build_object('id', c.id, 'name', ${channelNameAs('c.id', '$1::text')}, 'level', c.nominal_level) from forum.channel c where c.id = ${id})`;

const columns = `e.id, e.origin_side as side, jsonb_build_object('kind', e.matter_kind, 'id', e.matter_id) as matter,
  ${channelAs('e.from_channel_id')} as "from", e.from_level as "fromLevel", ${channelAs('e.to_channel_id')} as "to", e.to_level as "toLevel",
  e.itu_articles as "ituArticles", e.session_id as "sessionId", ${sessionRefAs('e.session_id', '$1::text')} as session, e.item_id as "itemId", e.item_made as "itemMade",
  e.title, e.summary, e.request, e.outcome, e.state, e.raised_at as "raisedAt", e.decided_at as "decidedAt", e.audience, e.version,
  coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'kind', v.kind, 'side', v.side, 'post', ${postAsJson('v.post_id')}, 'level', v.level,
      'channel', ${channelAs('v.channel_id')}, 'session', ${sessionRefAs('v.session_id', '$1::text')}, 'reason', v.reason, 'at', v.at) order by v.id)
    from forum.escalation_event v where v.escalation_id = e.id), '[]') as events`;

/** One rise, or undefined when there is none to see. @param side the reader's side, for the names of channels */
export async function findEscalation(
  reader: Reader,
  side: Side | null,
  id: string,
): Promise<EscalationRow | undefined> {
  const [row] = await reader.query<Stored>(`select ${columns} from forum.escalation e where e.id = $2`, [side, id]);
  return row && asRow(row);
}

export interface EscalationFilter {
  readonly state?: EscalationState | undefined;
  readonly channelId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly matterId?: string | undefined;
}

/** Rises, latest first; those taken back are left out unless asked for. */
export async function listEscalations(
  reader: Reader,
  side: Side | null,
  filter: EscalationFilter,
  ask: PageAsk,
): Promise<Page<EscalationRow>> {
  const select = `select ${columns}, e.id::text as "sortKey" from forum.escalation e
    where (case when $2::text is null then e.state <> 'withdrawn' else e.state = $2 end)
      and ($3::uuid is null or e.to_channel_id = $3 or e.from_channel_id = $3)
      and ($4::uuid is null or e.session_id = $4) and ($5::uuid is null or e.matter_id = $5)`;
  const params = [
    side,
    filter.state ?? null,
    filter.channelId ?? null,
    filter.sessionId ?? null,
    filter.matterId ?? null,
  ];
  const page = await readPage<Stored>(reader, { select, params, descending: true }, ask);
  return { items: page.items.map(asRow), next: page.next };
}

/** Everything that rose to a session, oldest first, also what it sent back down since; drafts have no session yet. */
export async function escalationsOfSession(
  reader: Reader,
  side: Side | null,
  sessionId: string,
): Promise<EscalationRow[]> {
  const rows = await reader.query<Stored>(
    `select ${columns} from forum.escalation e where e.state not in ('draft','withdrawn') and (e.session_id = $2
       or e.state = 'returned' and e.id in (select v.escalation_id from forum.escalation_event v where v.session_id = $2 and v.kind = 'placed')) order by e.raised_at, e.id`,
    [side, sessionId],
  );
  return rows.map(asRow);
}

function asRow(row: Stored): EscalationRow {
  return {
    ...row,
    raisedAt: row.raisedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    events: row.events.map((event): EscalationEventRow => ({ ...event, at: new Date(event.at).toISOString() })),
  };
}
