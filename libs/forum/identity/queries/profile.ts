import type { Actor, Language, LocalizedText, Role, Side } from '#core/kernel';
import type { Database, Reader } from '#platform/database';
import { findPost, type PostRow } from './posts.js';

/** The signed-in user. `now` is the database's clock in UTC, `today` the date at the user's side. */
export interface ProfileRow {
  id: string;
  email: string;
  side: Side | null;
  roles: Role[];
  language: Language;
  names: { script: string; whole: string }[];
  post: PostRow | null;
  now: Date;
  today: string;
}

/** Reads the actor's own account. Administrators, observers and interpreters have no side role that may read accounts, so the sign-in role does. */
export async function profileOf(database: Database, actor: Actor): Promise<ProfileRow> {
  const [row] = await database.readAs('forum_auth').query<Omit<ProfileRow, 'post'>>(
    `select u.id, u.email, u.side, u.roles, u.language, forum.now() as now, forum.today(forum.zone_of(u.side)) as today,
            coalesce((select jsonb_agg(jsonb_build_object('script', n.script, 'whole', n.whole)) from forum.person_name n where n.person_id = u.person_id), '[]') as names
       from forum.user_account u where u.id = $1`,
    [actor.userId],
  );
  if (!row) throw new TypeError('identity.actorWithoutAccount');
  const postId = actor.postIds[0];
  return { ...row, post: postId === undefined ? null : ((await findPost(database.reader(actor), postId)) ?? null) };
}

export interface DemoAccountRow {
  email: string;
  side: Side | null;
  roles: Role[];
  title: LocalizedText | null;
}

/** The demo accounts in the order the sign-in page shows them; empty when none were made. */
export async function listDemoAccounts(reader: Reader): Promise<DemoAccountRow[]> {
  return reader.query<DemoAccountRow>(
    `select u.email, u.side, u.roles, (select p.title from forum.post_holder h join forum.post p on p.id = h.post_id where h.user_id = u.id limit 1) as title
       from forum.user_account u where u.demo and u.disabled_at is null order by u.created_at, u.id`,
  );
}
