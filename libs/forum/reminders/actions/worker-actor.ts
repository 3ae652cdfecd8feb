import type { Actor, DatabaseRole, Side } from '#core/kernel';

/** The worker itself: it holds no post and speaks for no side. */
export const workerActor: Actor = {
  userId: '00000000-0000-7000-8000-000000000001',
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_worker',
};

/** The role through which everything a side's reader gets is read (design.md decision 3). */
export function roleOfSide(side: Side): DatabaseRole {
  return side === 'kr' ? 'forum_kr' : 'forum_jp';
}
