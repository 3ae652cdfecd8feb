import type { Side } from '#core/kernel';
import { wallClock } from '#core/i18n';
import type { PlainDay } from '#forum/working-days';
import { zones } from './planning.js';
import type { ReminderDelivery } from './reminder.types.js';

/** One reminder as it would be planned, with who holds the post now. */
export interface ToldRow {
  readonly subjectType: 'session' | 'action_item';
  readonly subjectId: string;
  readonly rule: string;
  readonly offsetDays: number;
  readonly ruleDate: PlainDay;
  readonly postId: string;
  readonly side: Side;
  /** The person; the post itself while nobody holds it. */
  readonly holder: string;
  /** ISO 8601 in UTC. */
  readonly dueAt: string;
  readonly delivery: ReminderDelivery;
}

export type PreviewChange = 'new' | 'gone' | 'changed' | 'same';

/** One mail: a reminder alone, or what one person is told together on one day. */
export interface PreviewMessage {
  readonly side: Side;
  readonly holder: string;
  /** The day at the reader's side. */
  readonly day: PlainDay;
  readonly delivery: ReminderDelivery;
  readonly change: PreviewChange;
  readonly lines: readonly ToldRow[];
}

/** The mails that two sets of reminders make, day by day, each with what becomes of it. */
export function compareMessages(before: readonly ToldRow[], after: readonly ToldRow[]): PreviewMessage[] {
  const dayOf = dayReader();
  const old = gather(before, dayOf);
  const fresh = gather(after, dayOf);
  const messages = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key): PreviewMessage[] => {
    const was = old.get(key);
    const will = fresh.get(key);
    const [first] = will ?? was ?? [];
    if (!first) return [];
    const { side, holder, delivery } = first;
    const change = !was ? 'new' : !will ? 'gone' : contentOf(was) === contentOf(will) ? 'same' : 'changed';
    return [{ side, holder, delivery, day: dayOf(first), change, lines: will ?? was ?? [] }];
  });
  return messages
    .map((message) => [`${message.day} ${message.holder} ${message.delivery}`, message] as const)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, message]) => message);
}

/** How many mails there would be, and for how many people. */
export function countMessages(messages: readonly PreviewMessage[], when: 'before' | 'after') {
  const counted = messages.filter(({ change }) => change !== (when === 'before' ? 'new' : 'gone'));
  return { people: new Set(counted.map(({ holder }) => holder)).size, messages: counted.length };
}

type DayOf = (row: ToldRow) => PlainDay;

/** The day of a row at its reader's side; of the many rows of a morning the zone is asked once. */
function dayReader(): DayOf {
  const days = new Map<string, PlainDay>();
  return ({ dueAt, side }) => {
    const key = `${side} ${dueAt}`;
    const day = days.get(key) ?? wallClock(dueAt, zones[side]).date;
    days.set(key, day);
    return day;
  };
}

/** By mail; a digest is one for each person and day, whatever posts they hold (domain.md 4, job rules). */
function gather(rows: readonly ToldRow[], dayOf: DayOf): Map<string, ToldRow[]> {
  const mails = new Map<string, ToldRow[]>();
  for (const row of rows) {
    const own = row.delivery === 'digest' ? 'digest' : `${row.postId} ${row.subjectId} ${row.rule}`;
    const key = `${dayOf(row)} ${row.holder} ${own}`;
    const mail = mails.get(key);
    if (mail) mail.push(row);
    else mails.set(key, [row]);
  }
  return mails;
}

const contentOf = (rows: readonly ToldRow[]): string =>
  rows
    .map(({ subjectId, rule, offsetDays, ruleDate, postId }) =>
      [subjectId, rule, offsetDays, ruleDate, postId].join(' '),
    )
    .sort()
    .join('\n');
