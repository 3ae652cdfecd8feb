import type { LocalizedText } from '#core/kernel';
import type { DueObject } from '../domain/due.js';
import type { DueFamily } from './due-family.js';
import { silentChannelsAs } from './silent-channels.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly number: string;
  readonly channelId: string | null;
  readonly concludedOn: string;
}

/** How long ago an arrangement may have been concluded for its dates to lie ahead still, days: a channel's rules reach twice a year far. */
const reach = 800;

/**
 * Arrangements between agencies that Korean law wants posted ten days after their conclusion (domain.md 3.8, 4): told to the Korean side
 * alone, until its own check says that it was done.
 */
export const instrumentDues: DueFamily = {
  subjectType: 'instrument',
  table: 'instrument',
  rules: ['arrangement_posted'],
  async find(reader, _side, ids) {
    const rows = await reader.query<Row>(
      `select i.id, i.name as title, i.code as number, (select s.channel_id from forum.session s where s.id = i.session_id) as "channelId",
              i.date_value as "concludedOn"
         from forum.instrument i
        where i.kind = 'agency_arrangement' and i.state = 'recorded' and i.date_precision = 'day' and not i.illustrative
          and i.audience not in ('kr','jp')
          and not exists (select 1 from forum.instrument_check k where k.instrument_id = i.id and k.side = 'kr' and k.posted_on is not null)
          and not ${silentChannelsAs('(select s.channel_id from forum.session s where s.id = i.session_id)')}
          and (i.id = any ($1::uuid[]) or ($1::uuid[] is null and i.sort_date > forum.today('Asia/Seoul') - ${String(reach)}))
        order by i.id`,
      [ids],
    );
    return rows.map(({ concludedOn, ...row }): DueObject => ({
      ...row,
      facts: [
        { label: 'number', plain: row.number },
        { label: 'concluded', date: concludedOn },
      ],
      path: `/instruments/${row.id}`,
      dues: [
        { rule: 'arrangement_posted', anchor: concludedOn, owedBy: ['kr'], fingerprint: `concluded=${concludedOn}` },
      ],
    }));
  },
};
