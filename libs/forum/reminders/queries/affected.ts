import type { Reader } from '#platform/database';
import type { RuleAnchor, RuleBook } from '#forum/reminder-rules';
import { reachOf, type Reach } from '../domain/reach.js';
import type { ReplanScope } from '../domain/replan.types.js';

/** A session that still has deadlines ahead, under this alias. */
const living = (s: string): string =>
  `${s}.state in ('proposed','date_agreed','preparing','ready','in_session','held') and ${s}.audience not in ('kr','jp') and not ${s}.illustrative`;

interface Found {
  readonly id: string;
}

/** Sessions of a channel of which these rules may tell something still: those to come, and those as long ago as a rule reaches. */
export async function sessionsOfChannel(
  reader: Reader,
  channelId: string,
  books: readonly RuleBook[],
): Promise<string[]> {
  const rows = await reader.query<Found>(
    `select s.id from forum.session s
      where s.channel_id = $1 and ${living('s')} and s.start_date >= forum.today(s.zone) - $2::integer order by s.start_date, s.id`,
    [channelId, reachOf('session_start', books).after],
  );
  return rows.map(({ id }) => id);
}

/** Action items of a channel that are still to be done. */
export async function actionsOfChannel(reader: Reader, channelId: string): Promise<string[]> {
  const rows = await reader.query<Found>(
    `select i.id from forum.action_item i
      where i.channel_id = $1 and i.state in ('open','in_progress') and not i.illustrative order by i.due, i.id`,
    [channelId],
  );
  return rows.map(({ id }) => id);
}

/** A kind of object that reminders are planned for: which of them can still remind, and the day their rules are counted from. */
export interface AffectedKind {
  /** Under which what cannot be planned is kept. */
  readonly name: string;
  readonly anchor: RuleAnchor;
  /** With the alias `o`. */
  readonly from: string;
  readonly where: string;
  /** SQL of the day and of the channel. */
  readonly day: string;
  readonly channel: string;
}

export const sessionKind: AffectedKind = {
  name: 'session',
  anchor: 'session_start',
  from: 'forum.session o',
  where: living('o'),
  day: 'o.start_date',
  channel: 'o.channel_id',
};

export const actionKind: AffectedKind = {
  name: 'action_item',
  anchor: 'action_due',
  from: 'forum.action_item o',
  where: `o.state in ('open','in_progress') and not o.illustrative`,
  day: 'o.due',
  channel: 'o.channel_id',
};

/** Reports that silence confirms. */
export const reportKind: AffectedKind = {
  name: 'report',
  anchor: 'answer_due',
  from: 'forum.action_item o',
  where: `o.state = 'done_claimed' and o.answer_until is not null and not o.illustrative`,
  day: 'o.answer_until',
  channel: 'o.channel_id',
};

export const pollKind: AffectedKind = {
  name: 'date_poll',
  anchor: 'poll_deadline',
  from: 'forum.date_poll o',
  where: `o.state = 'open'`,
  day: 'o.deadline::date',
  channel: 'o.channel_id',
};

export const translationKind: AffectedKind = {
  name: 'translation_request',
  anchor: 'translation_due',
  from: 'forum.translation_request o left join forum.session s on s.id = o.session_id',
  where: `o.state in ('requested','in_work')`,
  day: 'o.due_on',
  channel: 's.channel_id',
};

/** An object of a kind; what a side keeps for itself is planned like the rest and not counted. */
export interface Affected {
  readonly id: string;
  readonly counted: boolean;
}

/** The next affected objects by id, locked until the end of the transaction, so that nobody changes them meanwhile. */
export function nextAffected(
  reader: Reader,
  kind: AffectedKind,
  scope: ReplanScope,
  reach: Reach,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<Affected[]> {
  return reader.query<Affected>(
    `select o.id, o.audience not in ('kr','jp') as counted from ${kind.from}
      where ${within(kind)} and ($6::uuid is null or o.id > $6::uuid) order by o.id limit $7 for share of o`,
    [...bounds(scope, reach), after, limit],
  );
}

export async function countAffected(
  reader: Reader,
  kind: AffectedKind,
  scope: ReplanScope,
  reach: Reach,
): Promise<number> {
  const [row] = await reader.query<{ count: number }>(
    `select count(*)::integer as count from ${kind.from} where ${within(kind)} and o.audience not in ('kr','jp')`,
    bounds(scope, reach),
  );
  return row?.count ?? 0;
}

const within = ({ where, day, channel }: AffectedKind): string =>
  `${where} and ($1::uuid is null or ${channel} = $1::uuid)
      and ($2::date is null or ${day} >= $2::date - $5::integer) and ($3::date is null or ${day} <= $3::date + $4::integer)`;

const bounds = ({ channelId, from, to }: ReplanScope, { before, after }: Reach): unknown[] => [
  channelId,
  from,
  to,
  before,
  after,
];
