import type { LocalizedText, Side } from '#core/kernel';
import type { Due, DueObject } from '../domain/due.js';
import type { DueFamily } from './due-family.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly side: Side;
  readonly callEndsOn: string | null;
  readonly arrivesOn: string | null;
  readonly endsOn: string | null;
}

/** The end of the call, the papers for a visa and the report of an exchange's next round, told to the side that hosts (domain.md 3.12, 4). */
export const exchangeDues: DueFamily = {
  subjectType: 'exchange_programme',
  table: 'exchange_programme',
  heldBy: 'exchange_programme',
  rules: ['exchange-call', 'exchange-visa', 'exchange-report'],
  async find(reader, _side, ids) {
    const rows = await reader.query<Row>(
      `select x.id, x.name as title, x.host_side as side, x.call_ends_on as "callEndsOn", x.arrives_on as "arrivesOn", x.ends_on as "endsOn"
         from forum.exchange_programme x
        where x.host_side is not null and x.audience not in ('kr','jp')
          and (x.id = any ($1::uuid[])
            or ($1::uuid[] is null and greatest(x.call_ends_on, x.arrives_on, x.ends_on) > forum.today(forum.zone_of(x.host_side)) - 90))
        order by x.id`,
      [ids],
    );
    return rows.map(({ id, title, ...days }): DueObject => ({
      id,
      channelId: null,
      title,
      number: null,
      facts: [
        ...(days.arrivesOn === null ? [] : [{ label: 'arrival', date: days.arrivesOn } as const]),
        ...(days.endsOn === null ? [] : [{ label: 'departure', date: days.endsOn } as const]),
      ],
      path: '/records/exchange-programmes',
      dues: duesOf(days),
    }));
  },
};

function duesOf({ side, callEndsOn, arrivesOn, endsOn }: Omit<Row, 'id' | 'title'>): Due[] {
  const due = (rule: string, anchor: string | null): Due[] =>
    anchor === null ? [] : [{ rule, anchor, owedBy: [side], fingerprint: `${anchor};host=${side}` }];
  return [...due('exchange-call', callEndsOn), ...due('exchange-visa', arrivesOn), ...due('exchange-report', endsOn)];
}
