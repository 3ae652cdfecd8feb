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
 * each once a day, never the owner a second time unless the agenda is asked for; a division that is told as head or secretariat anyway
 * hears it once.
 */
export function actionPosts(item: ActionOwner, days: readonly ActionDay[], readers: ActionReaders) {
  const rows = new Map<string, { readonly day: ActionDay; readonly post: SidePost }>();
  const add = (day: ActionDay, post: SidePost): void => {
    const key = `${day.rule} ${String(day.offset_days)} ${post.postId}`;
    const known = rows.get(key);
    if (!known || day.due_at < known.day.due_at) rows.set(key, { day, post });
  };
  const mine = { postId: item.ownerPostId, side: item.ownerSide };
  for (const day of days) if (day.reader === 'owner') add(day, mine);
  const told = new Set<string>();
  for (const day of days) {
    for (const post of postsOf(day, readers)) {
      told.add(`${String(day.offset_days)} ${post.postId}`);
      const allowed = post.side === item.ownerSide || !item.internal;
      if (allowed && (post.postId !== item.ownerPostId || day.reader === 'agenda')) add(day, post);
    }
  }
  for (const day of days) {
    if (day.reader !== 'division' || item.aboveId === null) continue;
    if (!told.has(`${String(day.offset_days)} ${item.aboveId}`))
      add(day, { postId: item.aboveId, side: item.ownerSide });
  }
  return [...rows.values()];
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
