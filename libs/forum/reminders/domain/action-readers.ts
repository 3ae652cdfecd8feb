import type { Side } from '#core/kernel';
import type { ActionDay } from './action-days.js';

/** An action item as far as it decides who hears of it. */
export interface ActionOwner {
  readonly ownerSide: Side;
  readonly ownerPostId: string;
  /** The post above the owner's, at the same side. */
  readonly aboveId: string | null;
  /** Its side's own: the other side is never told. */
  readonly internal: boolean;
}

interface SidePost {
  readonly postId: string;
  readonly side: Side;
}

export interface ActionReaders {
  readonly secretariats: readonly SidePost[];
  readonly heads: readonly SidePost[];
}

/**
 * Whom the days of an action item reach, as `forum.plan_action_reminders` writes them: the owner; the posts above and the secretariats,
 * each once a day, of two days that meet the later or the one that asks for the agenda; never the owner a second time unless the agenda
 * is asked for; a division that is told as head or secretariat that day anyway hears it once.
 */
export function actionPosts(item: ActionOwner, days: readonly ActionDay[], readers: ActionReaders) {
  const mine = { postId: item.ownerPostId, side: item.ownerSide };
  const owner = days.filter(({ reader }) => reader === 'owner').map((day) => ({ day, post: mine }));
  const told = new Map<string, ToldPost>();
  for (const day of days) {
    for (const post of postsOf(day, readers)) {
      const key = `${day.due_at} ${post.postId}`;
      const asked = day.reader === 'agenda';
      const known = told.get(key);
      if (!known || speaksBefore({ asked, day }, known)) told.set(key, { day, post, asked });
    }
  }
  const above = [...told.values()].filter(
    ({ post, asked }) =>
      (post.postId !== item.ownerPostId || asked) && (post.side === item.ownerSide || !item.internal),
  );
  const division = days.flatMap((day) => {
    if (day.reader !== 'division' || item.aboveId === null) return [];
    return told.has(`${day.due_at} ${item.aboveId}`)
      ? []
      : [{ day, post: { postId: item.aboveId, side: item.ownerSide } }];
  });
  return [...owner, ...above, ...division].map(({ day, post }) => ({ day, post }));
}

interface ToldPost {
  readonly day: ActionDay;
  readonly post: SidePost;
  readonly asked: boolean;
}

function speaksBefore(one: Pick<ToldPost, 'asked' | 'day'>, other: ToldPost): boolean {
  if (one.asked !== other.asked) return one.asked;
  return one.day.offset_days > other.day.offset_days;
}

function postsOf(day: ActionDay, { secretariats, heads }: ActionReaders): readonly SidePost[] {
  switch (day.reader) {
    case 'owner':
    case 'division':
      return [];
    case 'head':
      return heads.filter(({ side }) => side === day.reader_side);
    case 'secretariat':
    case 'agenda':
      return secretariats.filter(({ side }) => side === day.reader_side);
  }
}
