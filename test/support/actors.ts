import { newId, type Actor } from '#core/kernel';
import type { TestDatabase } from './database.js';
import { databaseRoleOf } from '#forum/identity';

/** The actor of a demo account, e.g. `secretariat.kr`, as the API would find it. */
export async function demoActor(test: TestDatabase, name: string): Promise<Actor> {
  const [row] = await test.admin<Pick<Actor, 'side' | 'roles' | 'language'> & { id: string; posts: string[] }>(
    `select u.id, u.side, u.roles, u.language, array(select h.post_id from forum.post_holder h where h.user_id = u.id) as posts
       from forum.user_account u where u.email = $1`,
    [`${name}@forum.example`],
  );
  if (!row) throw new Error(`no demo account ${name}`);
  return {
    userId: row.id,
    side: row.side,
    roles: row.roles,
    postIds: row.posts,
    language: row.language,
    databaseRole: databaseRoleOf(row.side, row.roles),
  };
}

/** The system itself, as the worker acts. */
export const workerActor: Actor = {
  userId: newId(),
  side: null,
  roles: [],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_worker',
};
