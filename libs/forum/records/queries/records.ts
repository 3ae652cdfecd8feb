import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson } from '#forum/identity';
import type { RecordParagraph, RecordRow } from '../domain/record.types.js';

/** Hours for which a release of one side is shown before, where a channel agreed on nothing else (domain.md 3.7). */
export const DEFAULT_SHOW_HOURS = 24;

type Instants = 'confirmedAt' | 'sharedAt' | 'shownAt' | 'withdrawnAt' | 'releaseAt' | 'releasedAt';
type Stored = Omit<RecordRow, Instants | 'now'> & Record<Instants, Date | null> & { now: Date };

const related = (r: string): string =>
  `jsonb_build_object('id', ${r}.id, 'kind', ${r}.kind, 'title', ${r}.title, 'state', ${r}.state, 'number', ${r}.corrigendum_number)`;
const relatedList = (column: string): string =>
  `coalesce((select jsonb_agg(${related('o')} order by o.corrigendum_number nulls last, o.id)
     from forum.record o where o.${column} = r.id and o.state <> 'withdrawn'), '[]')`;
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** SQL of the hours of a channel, by an SQL expression for its id; never user text. */
export const showHoursAs = (channelId: string): string =>
  `coalesce((select case when x.id is null then ${String(DEFAULT_SHOW_HOURS)} else x.show_hours end
     from (select ${channelId} as channel_id) c left join forum.channel_record_rule x on x.channel_id = c.channel_id))`;

// $1 is the reader's side: of the chains of posts only their own.
const select = `
  select r.id, r.session_id as "sessionId", r.origin_side as side, r.kind, r.title, r.state, r.for_signature as "forSignature",
         r.ad_referendum as "adReferendum", r.confirmed_at as "confirmedAt", r.authentic_languages as "authenticLanguages",
         r.prevailing_language as "prevailingLanguage",
         r.annex_of_id as "annexOfId", (select ${related('o')} from forum.record o where o.id = r.annex_of_id) as "annexOf", ${relatedList('annex_of_id')} as annexes,
         r.corrigendum_of_id as "corrigendumOfId", (select ${related('o')} from forum.record o where o.id = r.corrigendum_of_id) as "corrigendumOf",
         r.corrigendum_number as "corrigendumNumber", ${relatedList('corrigendum_of_id')} as corrigenda,
         case when r.signed_on is not null then jsonb_build_object('on', r.signed_on, 'place', r.signing_place,
              'kr', ${postAsJson('r.kr_signatory_post_id')}, 'jp', ${postAsJson('r.jp_signatory_post_id')}) end as signing,
         r.not_public as "notPublic", r.shared_at as "sharedAt", r.shown_at as "shownAt", r.withdrawn_at as "withdrawnAt",
         r.release_at as "releaseAt", r.released_at as "releasedAt", r.illustrative, r.audience, r.version, forum.now() as now,
         coalesce((select max(v.number) from forum.record_version v where v.record_id = r.id), 0) as "versionNumber",
         (select jsonb_build_object('id', s.id, 'channelId', s.channel_id, 'shared', s.audience not in ('kr','jp'), 'state', s.state,
                   'host', s.host_side, 'zone', s.zone, 'embargoAt', ${instant('s.embargo_at')})
            from forum.session s where s.id = r.session_id) as session,
         (select ${showHoursAs('s.channel_id')} from forum.session s where s.id = r.session_id) as "showHours",
         coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'position', p.position, 'kind', p.kind, 'text', p.text,
                   'agendaItemId', p.agenda_item_id, 'version', p.version,
                   'agendaItem', (select jsonb_build_object('shared', i.audience not in ('kr','jp'))
                      from forum.agenda_item i where i.id = p.agenda_item_id),
                   'correctsId', p.corrects_id, 'corrects', (select jsonb_build_object('text', o.text) from forum.record_paragraph o where o.id = p.corrects_id))
                   order by p.position, p.id)
            from forum.record_paragraph p where p.record_id = r.id and p.removed_at is null), '[]') as paragraphs,
         coalesce((select jsonb_agg(jsonb_build_object('side', k.side, 'hash', k.content_hash, 'at', ${instant('k.turned_at')},
                   'post', ${postAsJson('k.post_id')}) order by k.turned_at)
            from forum.key_turn k where k.subject_type = 'record' and k.subject_id = r.id and k.cleared_at is null), '[]') as keys,
         coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'side', c.side, 'state', c.state, 'at', ${instant('c.at')}) order by c.at)
            from forum.record_clearance c where c.record_id = r.id and c.ended_at is null), '[]') as clearances,
         coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'post', ${postAsJson('t.post_id')}, 'state', t.state, 'note', t.note,
                   'decidedAt', ${instant('t.decided_at')}) order by t.position)
            from forum.record_clearance_step t
           where t.audience = $1::text and t.clearance_id =
                 (select c.id from forum.record_clearance c where c.record_id = r.id and c.side = $1::text and c.state = 'in_clearance'
                   order by c.at desc, c.id desc limit 1)), '[]') as chain
    from forum.record r`;

/** One text, or undefined when there is none to see. @param side the reader's side, for their own chain of clearance */
export async function findRecord(reader: Reader, side: Side | null, id: string): Promise<RecordRow | undefined> {
  const [row] = await reader.query<Stored>(`${select} where r.id = $2`, [side, id]);
  return row && asRow(row);
}

/** As `findRecord`, by one of its paragraphs. */
export async function recordOfParagraph(reader: Reader, side: Side | null, id: string): Promise<RecordRow | undefined> {
  const [row] = await reader.query<Stored>(
    `${select} where r.id = (select p.record_id from forum.record_paragraph p where p.id = $2)`,
    [side, id],
  );
  return row && asRow(row);
}

/** The texts of a session that the reader may see, in the order they were made; what was withdrawn before it was shared is left out. */
export async function recordRowsOfSession(reader: Reader, side: Side | null, sessionId: string): Promise<RecordRow[]> {
  const rows = await reader.query<Stored>(
    `${select} where r.session_id = $2 and (r.state <> 'withdrawn' or r.shared_at is not null) order by r.id`,
    [side, sessionId],
  );
  return rows.map(asRow);
}

/** Several texts by id; what the reader may not see is left out. */
export async function recordsById(
  reader: Reader,
  ids: readonly string[],
  side: Side | null = null,
): Promise<RecordRow[]> {
  const rows = await reader.query<Stored>(`${select} where r.id = any ($2::uuid[]) order by r.id`, [side, ids]);
  return rows.map(asRow);
}

/** The paragraphs of a text with their words, e.g. to make an action or a clause of one; none when there is no such text to see. */
export async function paragraphsOf(reader: Reader, recordId: string): Promise<readonly RecordParagraph[]> {
  return (await findRecord(reader, null, recordId))?.paragraphs ?? [];
}

function asRow(row: Stored): RecordRow {
  const utc = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    ...row,
    confirmedAt: utc(row.confirmedAt),
    sharedAt: utc(row.sharedAt),
    shownAt: utc(row.shownAt),
    withdrawnAt: utc(row.withdrawnAt),
    releaseAt: utc(row.releaseAt),
    releasedAt: utc(row.releasedAt),
    now: row.now.toISOString(),
  };
}
