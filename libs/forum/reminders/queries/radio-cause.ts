import { otherSide, SIDES, type LocalizedText, type Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { Due, DueObject } from '../domain/due.js';
import { silentChannelsAs } from './silent-channels.js';
import type { DueFamily } from './due-family.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly number: string | null;
  readonly channelId: string | null;
  readonly status: string;
  readonly reportedSide: Side | null;
  readonly reportedOn: string | null;
  /** The day from which a measurement is owed; null where none is, or one was exchanged. */
  readonly measuredFrom: string | null;
}

/** What can be measured on the air (domain.md 3.10). */
const measurable = `coalesce(i.type not in ('planned_use','satellite_filing','wrc_position','standard'), true)`;
const day = (column: string): string => `to_char(${column} at time zone 'Asia/Seoul', 'YYYY-MM-DD')`;

/** How long ago a case may have been reported for its dates to lie ahead still, days. */
const reach = 800;

/**
 * Cases of the radio register that wait for an acknowledgement of the side that did not report them, or for measurements of both
 * (domain.md 3.10, 4). The contact points are the secretariats.
 */
export const radioDues: DueFamily = {
  subjectType: 'radio_issue',
  table: 'radio_issue',
  rules: ['radio-acknowledge', 'radio-measure'],
  async find(reader: Reader, _side, ids): Promise<DueObject[]> {
    const rows = await reader.query<Row>(
      `select i.id, i.title, i.code as number, i.channel_id as "channelId", i.status, i.reported_side as "reportedSide", ${day('i.reported_at')} as "reportedOn",
              case when ${measurable} and not exists (select 1 from forum.radio_measurement m
                                                       where m.radio_issue_id = i.id and m.removed_at is null and m.exchanged_at >= i.reported_at)
                   then ${day('i.acknowledged_at')} end as "measuredFrom"
         from forum.radio_issue i
        where i.status in ('reported','acknowledged','under_measurement') and i.audience = 'joint' and not i.illustrative
          and not ${silentChannelsAs('i.channel_id')}
          and (i.id = any ($1::uuid[]) or ($1::uuid[] is null and i.reported_at > forum.now() - interval '${String(reach)} days'))
        order by i.id`,
      [ids],
    );
    return rows.map((row) => ({
      id: row.id,
      channelId: row.channelId,
      title: row.title,
      number: row.number,
      ...(row.reportedSide ? { side: row.reportedSide } : {}),
      ...(row.number === null ? {} : { facts: [{ label: 'number', plain: row.number }] }),
      path: `/radio/${row.id}`,
      dues: duesOf(row),
    }));
  },
};

function duesOf({ status, reportedSide, reportedOn, measuredFrom }: Row): Due[] {
  if (status === 'reported')
    return reportedSide === null || reportedOn === null
      ? []
      : [
          {
            rule: 'radio-acknowledge',
            anchor: reportedOn,
            owedBy: [otherSide(reportedSide)],
            fingerprint: `reported=${reportedOn};side=${reportedSide}`,
          },
        ];
  return measuredFrom === null
    ? []
    : [{ rule: 'radio-measure', anchor: measuredFrom, owedBy: SIDES, fingerprint: `acknowledged=${measuredFrom}` }];
}
