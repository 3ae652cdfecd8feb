import type { Reader } from '#platform/database';
import { readPage, sourcesAs, type Page, type PageAsk } from '#forum/provenance';
import type { ContributionRow, Forum, ItemRow, MeetingDetailRow, MeetingRow } from '../domain/multilateral.types.js';

export interface MeetingFilter {
  readonly forum?: Forum | undefined;
  /** By the day the meeting ends; what has no day is neither. */
  readonly when?: 'upcoming' | 'past' | undefined;
}

// The record's meetings tell their organisation by its body; a zone is known of what a side added.
const forumAs = `coalesce(m.forum, lower(substr((select b.code from forum.body b where b.id = m.body_id), 5)))`;
const todayAs = `forum.today(coalesce(m.zone, 'Asia/Seoul'))`;
const lastDayAs = `(case when m.date_precision = 'day' then coalesce(m.date_end, m.date_value)::date end)`;

const columns = `m.id, m.code, m.name, m.date_value as value, m.date_precision as precision, m.date_end as "dateEnd", m.date_remark as "dateRemark",
  m.zone, m.place, m.note, m.origin_side as side, m.audience, m.version, m.evidence, ${forumAs} as forum,
  (select jsonb_build_object('code', b.code, 'name', (select n.name from forum.body_name n where n.body_id = b.id order by (n.valid_to is null) desc, n.valid_from desc nulls last limit 1))
     from forum.body b where b.id = m.body_id) as body,
  case when m.date_precision = 'day' then m.date_value::date - ${todayAs} end as "daysLeft", ${sourcesAs('m.source_codes')} as sources`;

/** Meetings, latest first; those without a known day last. */
export function listMeetings(reader: Reader, filter: MeetingFilter, ask: PageAsk): Promise<Page<MeetingRow>> {
  const select = `select ${columns}, coalesce(m.date_value, '') as "sortKey" from forum.multilateral_meeting m
    where ($1::text is null or ${forumAs} = $1) and ($2::text is null or ($2 = 'upcoming') = (${lastDayAs} >= ${todayAs}))`;
  return readPage<MeetingRow>(
    reader,
    { select, params: [filter.forum ?? null, filter.when ?? null], descending: true },
    ask,
  );
}

// A side's own draft stands after what both see; positions in the order in which they were exchanged.
const itemsAs = `coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'meetingId', i.meeting_id, 'side', i.origin_side, 'number', i.number,
    'title', i.title, 'state', i.state, 'commonLine', i.common_line, 'lineText', i.line_text, 'audience', i.audience, 'version', i.version,
    'positions', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'itemId', p.item_id, 'side', p.side, 'text', p.text,
        'exchangedAt', p.exchanged_at, 'replacedAt', p.replaced_at, 'version', p.version) order by p.exchanged_at nulls last, p.id)
      from forum.multilateral_position p where p.item_id = i.id), '[]'))
    order by i.audience in ('kr','jp'), i.number collate "en-x-icu" nulls last, i.id)
  from forum.multilateral_item i where i.meeting_id = m.id and i.state <> 'withdrawn'), '[]')`;

const contributionsAs = `coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'meetingId', c.meeting_id, 'itemId', c.item_id, 'side', c.origin_side,
    'title', c.title, 'joint', c.joint, 'zone', c.zone, 'dueAt', c.due_at, 'symbol', c.symbol, 'url', c.url, 'state', c.state,
    'submittedAt', c.submitted_at, 'audience', c.audience, 'version', c.version) order by c.due_at, c.id)
  from forum.multilateral_contribution c where c.meeting_id = m.id and c.state <> 'withdrawn'), '[]')`;

/** One meeting with items, positions and contributions, or undefined when there is none to see. */
export async function findMeeting(reader: Reader, id: string): Promise<MeetingDetailRow | undefined> {
  const [row] = await reader.query<Omit<MeetingDetailRow, 'now'> & { now: Date }>(
    `select ${columns}, ${itemsAs} as items, ${contributionsAs} as contributions, ${todayAs} as today, forum.now() as now
       from forum.multilateral_meeting m where m.id = $1`,
    [id],
  );
  return row && asRow(row);
}

/** The meeting an item belongs to, the item among its items. */
export async function findMeetingOfItem(
  reader: Reader,
  itemId: string,
): Promise<{ meeting: MeetingDetailRow; item: ItemRow } | undefined> {
  const meeting = await meetingBy(reader, 'multilateral_item', itemId);
  const item = meeting?.items.find(({ id }) => id === itemId);
  return meeting && item && { meeting, item };
}

/** The meeting a contribution belongs to, the contribution among its contributions. */
export async function findMeetingOfContribution(
  reader: Reader,
  contributionId: string,
): Promise<{ meeting: MeetingDetailRow; contribution: ContributionRow } | undefined> {
  const meeting = await meetingBy(reader, 'multilateral_contribution', contributionId);
  const contribution = meeting?.contributions.find(({ id }) => id === contributionId);
  return meeting && contribution && { meeting, contribution };
}

async function meetingBy(
  reader: Reader,
  table: 'multilateral_item' | 'multilateral_contribution',
  id: string,
): Promise<MeetingDetailRow | undefined> {
  const [row] = await reader.query<{ meetingId: string }>(
    `select meeting_id as "meetingId" from forum.${table} where id = $1`,
    [id],
  );
  return row && findMeeting(reader, row.meetingId);
}

/** PostgreSQL's JSON writes instants with their offset. */
function asRow(row: Omit<MeetingDetailRow, 'now'> & { now: Date }): MeetingDetailRow {
  return {
    ...row,
    now: row.now.toISOString(),
    items: row.items.map((item) => ({
      ...item,
      positions: item.positions.map((one) => ({
        ...one,
        exchangedAt: instant(one.exchangedAt),
        replacedAt: instant(one.replacedAt),
      })),
    })),
    contributions: row.contributions.map((one) => ({
      ...one,
      dueAt: new Date(one.dueAt).toISOString(),
      submittedAt: instant(one.submittedAt),
    })),
  };
}

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());
