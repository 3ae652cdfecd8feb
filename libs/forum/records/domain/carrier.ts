import type { Actor } from '#core/kernel';

/** The system itself: a planned minute belongs to no side. */
export const carrier: Actor = {
  userId: '00000000-0000-7000-8000-000000000001',
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_worker',
};
