import type {
  ChannelEvent,
  Level,
  PartialDate,
  SessionSummary,
  Timeline,
  TimelineChannel,
} from '../../shared/api/types.js';

/** One mark of the picture: an event, or a session that is still to come. */
export interface TimelineMark {
  id: string;
  channelId: string;
  /** Years with a fraction, for placing. */
  at: number;
  date: PartialDate;
  shape: 'held' | 'founded' | 'stopped' | 'resumed' | 'note' | 'planned';
  level: Level | null;
  type: string;
  event: ChannelEvent | null;
  session: SessionSummary | null;
  href: string;
}

const SHAPES: Record<string, TimelineMark['shape']> = {
  session_held: 'held',
  first_session: 'held',
  agreed: 'founded',
  proposed: 'founded',
  intent_announced: 'note',
  resumption_announced: 'note',
  resumption_proposed: 'note',
  resumed: 'resumed',
  suspended: 'stopped',
  stalled: 'stopped',
  concluded: 'stopped',
  superseded: 'stopped',
  withdrawn: 'stopped',
  spawned: 'founded',
};

/** `2026-02-27` is 2026.16; a year alone stands in its middle, a month in its middle. */
export function yearOf(value: string): number {
  const [year = '0', month, day] = value.split('-');
  const months = month === undefined ? 6 : Number(month) - 1 + (day === undefined ? 0.5 : (Number(day) - 1) / 31);
  return Number(year) + months / 12;
}

const dayKey = (date: PartialDate): string => date.value;

/** Marks of one channel, oldest first. A held session that an event already tells of is not drawn twice. */
export function marksOf(channel: TimelineChannel): TimelineMark[] {
  const sessionAt = new Map(channel.sessions.map((session) => [dayKey(session.date), session]));
  const events = channel.events.map((event): TimelineMark => {
    const session = sessionAt.get(dayKey(event.date)) ?? null;
    return {
      id: event.id,
      channelId: channel.id,
      at: yearOf(event.date.value),
      date: event.date,
      shape: SHAPES[event.type] ?? 'note',
      level: session?.level ?? event.level,
      type: event.type,
      event,
      session,
      href: session ? `/sessions/${session.id}` : `/channels/${channel.id}`,
    };
  });
  const told = new Set(channel.events.map((event) => dayKey(event.date)));
  const more = channel.sessions
    .filter((session) => !told.has(dayKey(session.date)))
    .map((session): TimelineMark => ({
      id: session.id,
      channelId: channel.id,
      at: yearOf(session.date.value),
      date: session.date,
      shape: session.state === 'held' || session.state === 'closed' ? 'held' : 'planned',
      level: session.level,
      type: session.state === 'held' || session.state === 'closed' ? 'session_held' : 'planned',
      event: null,
      session,
      href: `/sessions/${session.id}`,
    }));
  return [...events, ...more].sort((a, b) => a.at - b.at);
}

export const FIRST_YEAR = 1998;

/** The first and last year to draw: from 1998, however old the channel, to the end of the year of the last mark. */
export function spanOf(timeline: Timeline): { from: number; to: number } {
  const last = Math.max(
    yearOf(timeline.to),
    ...timeline.channels.flatMap((channel) => marksOf(channel).map((mark) => mark.at)),
  );
  return { from: FIRST_YEAR, to: Math.floor(last) + 1 };
}
