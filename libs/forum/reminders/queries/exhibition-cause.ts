import type { LocalizedText, Side } from '#core/kernel';
import type { DueObject } from '../domain/due.js';
import type { DueFamily } from './due-family.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly place: LocalizedText;
  readonly side: Side;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

const steps = [
  'exhibition-invite',
  'exhibition-apply',
  'exhibition-allot',
  'exhibition-list',
  'exhibition-shipping',
  'exhibition-report',
] as const;

/** The steps towards the next edition of an exhibition, told to the secretariat of the side that invites (domain.md 3.11, 4). */
export const exhibitionDues: DueFamily = {
  subjectType: 'exhibition',
  table: 'exhibition',
  heldBy: 'exhibition',
  rules: steps,
  async find(reader, _side, ids) {
    const rows = await reader.query<Row>(
      `select x.id, x.name as title, x.place, x.side, x.starts_on as "startsOn", x.ends_on as "endsOn" from forum.exhibition x
        where x.starts_on is not null and x.audience not in ('kr','jp')
          and (x.id = any ($1::uuid[]) or ($1::uuid[] is null and x.starts_on > forum.today(forum.zone_of(x.side)) - 60))
        order by x.id`,
      [ids],
    );
    return rows.map(({ id, title, place, side, startsOn, endsOn }): DueObject => {
      const when = { startDate: startsOn, endDate: endsOn, startsAt: null, endsAt: null, zone: '' };
      return {
        id,
        channelId: null,
        title,
        number: null,
        facts: [
          { label: 'when', when },
          { label: 'place', text: place },
        ],
        path: '/records/exhibitions',
        dues: steps.map((rule) => ({ rule, anchor: startsOn, owedBy: [side], fingerprint: `start=${startsOn}` })),
      };
    });
  },
};
