import { SIDES, type LocalizedText, type Side } from '#core/kernel';
import type { Due, DueObject } from '../domain/due.js';
import type { DueFamily } from './due-family.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly meetingId: string;
  readonly meeting: LocalizedText;
  /** First day of the meeting, where it is known to the day. */
  readonly startsOn: string | null;
  /** The organisation's own deadline, and the day it falls on in its zone. */
  readonly dueAt: Date;
  readonly dueOn: string;
  readonly zone: string;
  readonly ofBoth: boolean;
  readonly side: Side;
}

/**
 * Contributions to a meeting of another organisation that are not submitted yet: to be decided on, written, and sent before the
 * organisation's deadline (domain.md 3.13, 4). What both submit is told to both; a draft and what one side submits to that side alone.
 */
export const contributionDues: DueFamily = {
  subjectType: 'multilateral_meeting',
  table: 'multilateral_contribution',
  heldBy: 'multilateral_meeting',
  rules: ['contribution-decide', 'contribution-text', 'contribution-submit'],
  async find(reader, _side, ids) {
    const rows = await reader.query<Row>(
      `select c.id, c.title, c.meeting_id as "meetingId", m.name as meeting, case when m.date_precision = 'day' then m.date_value end as "startsOn",
              c.due_at as "dueAt", to_char(c.due_at at time zone c.zone, 'YYYY-MM-DD') as "dueOn", c.zone, c.joint and c.audience = 'joint' as "ofBoth",
              c.origin_side as side
         from forum.multilateral_contribution c join forum.multilateral_meeting m on m.id = c.meeting_id
        where c.state in ('draft','shared') and (c.id = any ($1::uuid[]) or ($1::uuid[] is null and c.due_at > forum.now() - interval '60 days'))
        order by c.id`,
      [ids],
    );
    return rows.map((row): DueObject => {
      const when = { startDate: row.dueOn, endDate: null, startsAt: row.dueAt.toISOString(), endsAt: null };
      return {
        id: row.id,
        channelId: null,
        title: row.title,
        number: null,
        facts: [
          { label: 'meeting', text: row.meeting },
          { label: 'submitBy', when: { ...when, zone: row.zone } },
        ],
        path: `/multilateral/${row.meetingId}`,
        dues: duesOf(row),
      };
    });
  },
};

function duesOf({ startsOn, dueOn, dueAt, ofBoth, side }: Row): Due[] {
  const owedBy = ofBoth ? SIDES : [side];
  const submit: Due = {
    rule: 'contribution-submit',
    anchor: dueOn,
    owedBy,
    fingerprint: `due=${dueAt.toISOString()}`,
  };
  if (startsOn === null) return [submit];
  const before = { anchor: startsOn, owedBy, fingerprint: `start=${startsOn}` };
  return [{ rule: 'contribution-decide', ...before }, { rule: 'contribution-text', ...before }, submit];
}
