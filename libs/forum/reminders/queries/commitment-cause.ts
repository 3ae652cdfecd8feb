import { SIDES, type LocalizedText } from '#core/kernel';
import type { DueFamily } from './due-family.js';
import { silentChannelsAs } from './silent-channels.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly number: string;
  readonly channelId: string | null;
  /** The day of the last status or evidence, or of the text itself. */
  readonly since: string;
}

const day = (instant: string): string => `(${instant} at time zone 'Asia/Seoul')`;

/**
 * What both sides promised and have not kept yet, looked at again 180 days after the last status, evidence or review (domain.md 4). A
 * review that found nothing to change is the beginning of the next round.
 */
export const commitmentDues: DueFamily = {
  subjectType: 'commitment',
  rules: ['commitment-review'],
  async find(reader, _side, ids) {
    const rows = await reader.query<Row>(
      `select * from (
         select c.id, c.text as title, c.code as number,
                coalesce((select s.channel_id from forum.session s where s.id = c.session_id),
                         (select s.channel_id from forum.instrument n join forum.session s on s.id = n.session_id where n.id = c.instrument_id)) as "channelId",
                to_char(greatest(${day(`(select max(e.at) from forum.commitment_event e where e.commitment_id = c.id and e.event in ('recorded','statusChanged'))`)},
                  ${day('(select max(g.at) from forum.commitment_evidence g where g.commitment_id = c.id)')}, c.status_as_of::timestamp,
                  (select n.sort_date::timestamp from forum.instrument n where n.id = c.instrument_id),
                  (select s.start_date::timestamp from forum.session s where s.id = c.session_id)), 'YYYY-MM-DD') as since
           from forum.commitment c
          where c.strength in ('joint_binding','joint_political','joint_non_binding') and c.status in ('recorded','assigned','in_progress','partly')
            and c.removed_at is null and not c.chapeau and not c.illustrative and c.audience not in ('kr','jp')
            and ($1::uuid[] is null or c.id = any ($1::uuid[]))) w
        where w.since is not null and not ${silentChannelsAs('w."channelId"')} order by w.id`,
      [ids],
    );
    return rows.map(({ since, ...row }) => ({
      ...row,
      facts: [{ label: 'number', plain: row.number }],
      path: `/commitments/${row.id}`,
      dues: [{ rule: 'commitment-review', anchor: since, repeats: true, owedBy: SIDES, fingerprint: `since=${since}` }],
    }));
  },
};
