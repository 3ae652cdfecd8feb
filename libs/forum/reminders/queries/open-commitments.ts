import { OPEN_STATUSES } from '#forum/commitments';

const states = OPEN_STATUSES.map((status) => `'${status}'`).join(',');

/**
 * SQL that tells whether a commitment is one both sides still have to keep; nothing that a side keeps for itself, or the other could tell
 * from its own reminders that it is there.
 * @param c its alias; never user text
 */
export const isOwedAs = (c: string): string =>
  `${c}.strength like 'joint\\_%' and ${c}.status in (${states}) and ${c}.removed_at is null and not ${c}.chapeau and not ${c}.illustrative
   and ${c}.audience not in ('kr','jp')`;

const day = (instant: string): string => `(${instant} at time zone 'Asia/Seoul')`;

/**
 * SQL of the moment a commitment was looked at last, by the clocks of the capitals: its last status or evidence, else when it was made. A
 * corrected word is no review (domain.md 4).
 * @param c its alias; never user text
 */
export const reviewedAs = (c: string): string =>
  `greatest(${day(`(select max(e.at) from forum.commitment_event e where e.commitment_id = ${c}.id and e.event in ('recorded','statusChanged') and e.audience not in ('kr','jp'))`)},
     ${day(`(select max(g.at) from forum.commitment_evidence g where g.commitment_id = ${c}.id and g.audience not in ('kr','jp'))`)},
     ${c}.status_as_of::timestamp, (select n.sort_date::timestamp from forum.instrument n where n.id = ${c}.instrument_id),
     (select s.start_date::timestamp from forum.session s where s.id = ${c}.session_id and s.start_date <= forum.today(s.zone)))`;
