import type { Actor, Language, Role, Side } from '#core/kernel';
import type { Database } from '#platform/database';
import { databaseRoleOf } from '../domain/database-role.js';
import { hashSessionToken } from '../domain/session-token.js';

interface SessionRow {
  id: string;
  side: Side | null;
  roles: Role[];
  language: Language;
  post_ids: string[];
}

/**
 * Who a session token belongs to, with the posts held today; undefined when the session is unknown, ended, idle too long or past its
 * absolute limit, or the user is disabled (asvs 7.3.1, 7.3.2, 7.4.2). Also marks the session as seen, at most once a minute, unless it is a
 * screen that asks by itself and not a person.
 */
export async function actorOfSession(
  database: Database,
  token: string,
  idleMinutes: number,
  { person = true }: { readonly person?: boolean } = {},
): Promise<Actor | undefined> {
  const [row] = await database.readAs('forum_auth').query<SessionRow>(
    `with live as (
       select s.id, s.user_id, s.last_seen_at from forum.auth_session s
        where s.token_hash = $1 and s.ended_at is null and s.expires_at > forum.now()
          and s.last_seen_at > forum.now() - make_interval(mins => $2)
     ), seen as (
       update forum.auth_session s set last_seen_at = forum.now() from live
        where s.id = live.id and $3 and live.last_seen_at < forum.now() - interval '1 minute'
     )
     select u.id, u.side, u.roles, u.language,
            array(select h.post_id from forum.post_holder h
                   where h.user_id = u.id and (h.held_from is null or h.held_from <= forum.today(forum.zone_of(u.side)))
                     and (h.held_to is null or h.held_to >= forum.today(forum.zone_of(u.side))) order by h.held_from, h.id) as post_ids
       from live join forum.user_account u on u.id = live.user_id
      where u.disabled_at is null`,
    [hashSessionToken(token), idleMinutes, person],
  );
  if (!row) return undefined;
  return {
    userId: row.id,
    side: row.side,
    roles: row.roles,
    postIds: row.post_ids,
    language: row.language,
    databaseRole: databaseRoleOf(row.side, row.roles),
  };
}
