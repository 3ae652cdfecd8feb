import type { Calendars, Country } from './calendars.js';

/**
 * The table of domain.md 4, written down a second time from the table itself: what a year's messages have to be. Nothing here comes from the
 * product. Where the table names whom a deadline rises to and no day, the last of its reminders is meant.
 */
interface Row {
  readonly rule: string;
  /** Days from T, the first day of the session. */
  readonly at: number;
  readonly who: 'host' | 'both';
  readonly remind: readonly number[];
  readonly heads?: readonly [at: number, who: 'host' | 'both'];
}

const sessionTable: readonly Row[] = [
  { rule: 'date_proposal', at: -90, who: 'host', remind: [-7, 0, 3], heads: [3, 'host'] },
  { rule: 'commitments_reviewed', at: -45, who: 'both', remind: [-14, 0] },
  { rule: 'agenda_proposal', at: -30, who: 'both', remind: [-7, -3, -1, 0, 1], heads: [3, 'both'] },
  { rule: 'agenda_agreed', at: -21, who: 'both', remind: [-3, 0, 1], heads: [3, 'both'] },
  { rule: 'translations', at: -14, who: 'both', remind: [-5, -1, 0, 1] },
  { rule: 'delegation_list', at: -10, who: 'both', remind: [-3, -1, 0, 1], heads: [1, 'both'] },
  { rule: 'interpretation', at: -10, who: 'host', remind: [-3, 0], heads: [0, 'host'] },
  { rule: 'texts_without_brackets', at: -3, who: 'both', remind: [-2, -1, 0], heads: [0, 'both'] },
  { rule: 'press_text_cleared', at: -1, who: 'both', remind: [0], heads: [0, 'both'] },
  { rule: 'draft_minutes', at: 7, who: 'host', remind: [-2, 0, 1], heads: [1, 'host'] },
  { rule: 'actions_registered', at: 7, who: 'both', remind: [0, 1] },
  { rule: 'minutes_agreed', at: 14, who: 'both', remind: [-7, -1, 0, 1, 7], heads: [7, 'both'] },
];

/** Rules of which every message, also on the day itself, goes into the mail of the day. */
const alwaysGathered = ['commitments_reviewed'];

/** From `from` on, until something changed it again. Instants are ISO 8601 in UTC. */
export interface Phase {
  readonly from: string;
  readonly until: string;
}

export interface SessionPhase extends Phase {
  readonly id: string;
  readonly start: string;
  readonly host: Country;
  /** A session whose date is not agreed reminds of nothing but its date. */
  readonly agreed: boolean;
  /** Something promised in its channel is still to be kept. */
  readonly owed: boolean;
}

export interface ActionPhase extends Phase {
  readonly id: string;
  readonly due: string;
  readonly side: Country;
  /** Code of the post that owns it, and of the one above. */
  readonly owner: string;
  readonly division: string | null;
}

/** One thing to tell one post on one day. */
export interface Expected {
  readonly day: string;
  readonly post: string;
  readonly object: string;
  readonly rule: string;
  /** In the one mail of the reader's day. */
  readonly gathered: boolean;
}

export interface Posts {
  readonly secretariat: Readonly<Record<Country, string>>;
  readonly head: Readonly<Record<Country, string>>;
}

const countries = ['kr', 'jp'] as const;
/** 09:30 in Seoul and in Tokyo. */
const opens = (day: string): string => `${day}T00:30:00.000Z`;

export function ofSession(phase: SessionPhase, posts: Posts, calendars: Calendars): Expected[] {
  return sessionTable
    .filter(({ rule }) => (rule === 'date_proposal') !== phase.agreed)
    .filter(({ rule }) => rule !== 'commitments_reviewed' || phase.owed)
    .flatMap((row) => {
      const ruleDate = calendars.from(phase.start, row.at, countries);
      const owners = countries.filter((side) => row.who === 'both' || side === phase.host);
      const told = owners.flatMap((side) =>
        days(ruleDate, row.remind, side, calendars).map(({ day, offset }) => ({
          ...{ day, post: posts.secretariat[side], object: phase.id, rule: row.rule },
          gathered: offset < 0 || alwaysGathered.includes(row.rule),
        })),
      );
      const risen = row.heads ? heads(row.rule, row.heads, phase, ruleDate, posts, calendars) : [];
      return [...told, ...risen].filter((one) => within(one, phase));
    });
}

function heads(
  rule: string,
  [at, who]: readonly [number, 'host' | 'both'],
  phase: SessionPhase,
  ruleDate: string,
  posts: Posts,
  calendars: Calendars,
): Expected[] {
  return countries
    .filter((side) => who === 'both' || side === phase.host)
    .map((side) => ({
      ...{ day: calendars.from(ruleDate, at, [side]), post: posts.head[side], object: phase.id },
      ...{ rule: `${rule}-overdue`, gathered: false },
    }));
}

export function ofAction(phase: ActionPhase, posts: Posts, calendars: Calendars): Expected[] {
  const { due, side, id, owner, division } = phase;
  const other = side === 'kr' ? 'jp' : 'kr';
  const overdue = (at: number, reader: Country, post: string, rule = 'action-item-overdue'): Expected => ({
    ...{ day: calendars.from(due, at, [reader]), post, object: id, rule, gathered: false },
  });
  return [
    ...days(due, [-14, -7, -1, 0, 1, 7], side, calendars).map(({ day, offset }) => ({
      ...{ day, post: owner, object: id, rule: 'action-item', gathered: offset < 0 },
    })),
    ...(division === null ? [] : [overdue(1, side, division)]),
    overdue(7, side, posts.head[side]),
    overdue(7, side, posts.secretariat[side]),
    overdue(7, other, posts.secretariat[other]),
    overdue(30, side, posts.secretariat[side]),
  ].filter((one) => within(one, phase));
}

/** The days of one rule for one reader; where two fall together the later one speaks for both. */
function days(
  ruleDate: string,
  remind: readonly number[],
  side: Country,
  calendars: Calendars,
): { day: string; offset: number }[] {
  const last = new Map(remind.map((offset) => [calendars.from(ruleDate, offset, [side]), offset]));
  return [...last].map(([day, offset]) => ({ day, offset }));
}

const within = ({ day }: Expected, { from, until }: Phase): boolean => opens(day) > from && opens(day) < until;
