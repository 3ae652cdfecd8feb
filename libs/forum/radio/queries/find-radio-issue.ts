import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { sourcesAs } from '#forum/provenance';
import { sessionRefAs } from '#forum/sessions';
import { REOPEN_MONTHS } from '../domain/radio-context.js';
import type { RadioIssueDetailRow } from '../domain/radio-issue.types.js';
import type { RadioEventKind } from '../domain/radio.types.js';
import { dayAs, issueColumns, utcAs } from './issue-columns.js';

type Stored = Omit<
  RadioIssueDetailRow,
  'bandCount' | 'firstReport' | 'measurementCount' | 'measureCount' | 'positionDrafted'
>;

const list = (json: string, rest: string): string => `coalesce((select jsonb_agg(${json}) from ${rest}), '[]')`;

// A case is raised where somebody said so, or where it stands on an agenda that both sides see.
const select = `
  select ${issueColumns}, i.stations, i.position_kr as "positionKr", i.position_jp as "positionJp", i.evidence,
         ${sourcesAs('i.source_codes')} as sources, i.allocation, i.first_seen as "firstSeen", i.times, i.channel_id as "channelId",
         ${channelNameAs('i.channel_id', '$2::text')} as "channelName", ${channelNameAs('i.escalated_to_channel_id', '$2::text')} as "escalatedToName",
         i.escalated_to_channel_id as "escalatedToChannelId", ${utcAs('i.reported_at')} as "reportedAt", ${dayAs('i.reported_at')} as "reportedOn",
         ${dayAs('i.acknowledged_at')} as "acknowledgedOn", ${dayAs('i.resolved_at')} as "resolvedOn", ${utcAs('i.status_since')} as "statusSince",
         ${utcAs('i.updated_at')} as "updatedAt", ${dayAs('forum.now()')} as today,
         coalesce(i.resolved_at > forum.now() - interval '${String(REOPEN_MONTHS)} months', false) as reopenable,
         ${list(
           `jsonb_build_object('value', h.date_value, 'precision', h.date_precision, 'end', h.date_end, 'text', h.text, 'kind', h.kind, 'state', h.state,
             'side', h.side, 'detail', h.detail, 'occurredAt', ${utcAs('h.occurred_at')}) order by h.position nulls last, h.occurred_at, h.id`,
           'forum.radio_event h where h.radio_issue_id = i.id',
         )} as history,
         ${list(
           `jsonb_build_object('role', s.role, 'side', s.side, 'class', s.class, 'holder', s.holder, 'operator', s.operator, 'area', s.area,
             'latitudeTenths', s.latitude_tenths, 'longitudeTenths', s.longitude_tenths, 'heightMetres', s.height_metres, 'eirpTenths', s.eirp_tenths,
             'antenna', s.antenna, 'polarisation', s.polarisation) order by s.position, s.id`,
           'forum.radio_station s where s.radio_issue_id = i.id and s.removed_at is null',
         )} as "stationRows",
         ${list(
           `jsonb_build_object('kind', r.kind, 'reference', r.reference, 'dated', r.dated) order by r.position, r.id`,
           'forum.radio_reference r where r.radio_issue_id = i.id and r.removed_at is null',
         )} as "references",
         ${list(
           `jsonb_build_object('id', m.id, 'side', m.side, 'measuredOn', m.measured_on, 'area', m.area, 'place', m.place, 'frequencyHz', m.frequency_hz::text,
             'bandwidthHz', m.bandwidth_hz::text, 'strengthTenths', m.strength_tenths, 'method', m.method, 'version', m.version,
             'exchangedAt', ${utcAs('m.exchanged_at')}) order by m.measured_on, m.id`,
           'forum.radio_measurement m where m.radio_issue_id = i.id and m.removed_at is null',
         )} as measurements,
         ${list(
           `jsonb_build_object('id', p.id, 'side', p.side, 'text', p.text, 'version', p.version, 'exchangedAt', ${utcAs('p.exchanged_at')},
             'replacedAt', ${utcAs('p.replaced_at')}) order by p.exchanged_at nulls last, p.id`,
           'forum.radio_position p where p.radio_issue_id = i.id',
         )} as positions,
         ${list(
           `jsonb_build_object('id', a.id, 'text', a.text, 'actingSide', a.acting_side, 'dueOn', a.due_on, 'agreedAt', ${utcAs('a.agreed_at')}) order by a.agreed_at, a.id`,
           'forum.radio_measure a where a.radio_issue_id = i.id',
         )} as measures,
         ${list(
           `jsonb_build_object('session', ${sessionRefAs('s.id', '$2::text')}, 'channelId', s.channel_id, 'level', s.level, 'held', s.state in ('held','closed'),
             'startDate', s.start_date) order by s.start_date, s.id`,
           `forum.session s where s.audience not in ('kr','jp') and (exists (select 1 from forum.radio_meeting m where m.radio_issue_id = i.id and m.session_id = s.id)
             or exists (select 1 from forum.agenda_item_link l join forum.agenda_item g on g.id = l.item_id join forum.agenda d on d.id = g.agenda_id
                         where l.target_id = i.id and l.kind = 'radio_issue' and not l.removed and g.audience not in ('kr','jp') and g.state <> 'withdrawn'
                           and d.session_id = s.id))`,
         )} as raised,
         ${list(
           `jsonb_build_object('linkId', k.id, 'id', o.id, 'code', o.code, 'title', o.title, 'status', o.status) order by o.position, o.id`,
           `forum.radio_link k join forum.radio_issue o on o.id in (k.one_id, k.other_id) and o.id <> i.id
             where i.id in (k.one_id, k.other_id) and k.removed_at is null`,
         )} as links
    from forum.radio_issue i`;

/** One case with positions, history, evidence and links; undefined when there is none to see. */
export async function findRadioIssue(
  reader: Reader,
  side: Side | null,
  id: string,
): Promise<RadioIssueDetailRow | undefined> {
  const [row] = await reader.query<Stored>(`${select} where i.id = $1`, [id, side]);
  return row && withFacts(row);
}

/** What is in the history only once the case is of both sides. */
const ofBoth: readonly (RadioEventKind | null)[] = ['acknowledged', 'resolved', 'reopened', 'taken_up'];

/** Evidence of an earlier course of the case, before it was reported again, opens no step of this one. */
function withFacts(row: Stored): RadioIssueDetailRow {
  const ofThisReport = (at: string | null): boolean => at !== null && at >= (row.reportedAt ?? '');
  return {
    ...row,
    bandCount: row.bands.length,
    firstReport: row.originSide !== null && !row.history.some(({ kind }) => ofBoth.includes(kind)),
    measurementCount: row.measurements.filter((one) => ofThisReport(one.exchangedAt)).length,
    measureCount: row.measures.filter((one) => ofThisReport(one.agreedAt)).length,
    positionDrafted: row.positions.some((one) => one.exchangedAt === null),
  };
}
