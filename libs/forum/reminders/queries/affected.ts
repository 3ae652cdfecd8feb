import type { Reader } from '#platform/database';

/** States in which a session still has deadlines ahead. */
const living = `s.state in ('proposed','date_agreed','preparing','ready','in_session','held') and s.audience not in ('kr','jp') and not s.illustrative`;

interface Found {
  readonly id: string;
}

/** Sessions of a channel whose deadlines depend on whether the channel rests; only those of the last two months and to come. */
export async function sessionsOfChannel(reader: Reader, channelId: string): Promise<string[]> {
  const rows = await reader.query<Found>(
    `select s.id from forum.session s
      where s.channel_id = $1 and ${living} and s.start_date >= forum.today(s.zone) - 60 order by s.start_date, s.id`,
    [channelId],
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

/**
 * Sessions whose deadlines can be moved by a holiday between two days: the rules reach from T-90 to T+14, their reminders a week further,
 * and a deadline rolls at most over the longest row of holidays.
 */
export async function sessionsAround(reader: Reader, from: string, to: string): Promise<string[]> {
  const rows = await reader.query<Found>(
    `select s.id from forum.session s
      where ${living} and s.start_date between $1::date - 45 and $2::date + 115 order by s.start_date, s.id`,
    [from, to],
  );
  return rows.map(({ id }) => id);
}

/** Action items still to be done whose reminders, from D-14 to D+30, can be moved by a holiday between two days. */
export async function actionsAround(reader: Reader, from: string, to: string): Promise<string[]> {
  const rows = await reader.query<Found>(
    `select i.id from forum.action_item i
      where i.state in ('open','in_progress') and not i.illustrative and i.due between $1::date - 50 and $2::date + 30 order by i.due, i.id`,
    [from, to],
  );
  return rows.map(({ id }) => id);
}

/** Open date polls whose chases, three days before the deadline, can be moved by a holiday between two days. */
export async function pollsAround(reader: Reader, from: string, to: string): Promise<string[]> {
  const rows = await reader.query<Found>(
    `select d.id from forum.date_poll d
      where d.state = 'open' and d.deadline >= $1::date - 5 and d.deadline < $2::date + 20 order by d.deadline, d.id`,
    [from, to],
  );
  return rows.map(({ id }) => id);
}
