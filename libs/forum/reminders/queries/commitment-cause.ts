import { SIDES, type LocalizedText } from '#core/kernel';
import type { DueFamily } from './due-family.js';
import { isOwedAs, reviewedAs } from './open-commitments.js';
import { silentChannelsAs } from './silent-channels.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly number: string;
  readonly channelId: string | null;
  /** The day of the last status or evidence, or of the text itself. */
  readonly since: string;
}

/**
 * What both sides promised and have not kept yet, looked at again 180 days after the last status, evidence or review (domain.md 4). A
 * review that found nothing to change is the beginning of the next round.
 */
export const commitmentDues: DueFamily = {
  subjectType: 'commitment',
  table: 'commitment',
  rules: ['commitment-review'],
  async find(reader, _side, ids) {
    const rows = await reader.query<Row>(
      `select * from (
         select c.id, c.text as title, c.code as number,
                coalesce((select s.channel_id from forum.session s where s.id = c.session_id),
                         (select s.channel_id from forum.instrument n join forum.session s on s.id = n.session_id where n.id = c.instrument_id)) as "channelId",
                to_char(${reviewedAs('c')}, 'YYYY-MM-DD') as since
           from forum.commitment c
          where ${isOwedAs('c')} and ($1::uuid[] is null or c.id = any ($1::uuid[]))) w
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
