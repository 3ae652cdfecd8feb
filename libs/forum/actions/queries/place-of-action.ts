import type { Tx } from '#platform/database';
import { actionsErrors } from '../domain/actions.errors.js';
import type { OwnerPost } from '../domain/owners.js';

/** Where an item is recorded; without a session its series is that of the year. Dates are `YYYY-MM-DD`. */
export interface Place {
  readonly sessionId: string | null;
  readonly sessionState: string | null;
  readonly startDate: string | null;
  readonly ordinal: number | null;
  readonly illustrative: boolean;
  readonly channelId: string | null;
  readonly channelCode: string | null;
  /** Both sides may know of the session and the channel. */
  readonly shared: boolean;
  readonly today: string;
}

/** @throws actions.sessionNotFound, actions.originUnknown when the channel is not for this reader */
export async function readPlace(
  tx: Tx,
  { sessionId, channelId }: { readonly sessionId?: string | undefined; readonly channelId?: string | undefined },
): Promise<Place> {
  const today = `forum.today(coalesce(forum.zone_of($2), 'Asia/Seoul')) as today`;
  if (sessionId !== undefined) {
    const [session] = await tx.query<Place>(
      // An ordinal that the sides count differently stays out of the shared number (domain.md 1.1).
      `select s.id as "sessionId", s.state as "sessionState", s.start_date as "startDate",
              case when s.ordinal_kr = s.ordinal_jp then s.ordinal_kr end as ordinal, s.illustrative, s.channel_id as "channelId",
              c.code as "channelCode", ${today}, s.audience not in ('kr','jp') and c.audience not in ('kr','jp') as shared
         from forum.session s join forum.channel c on c.id = s.channel_id where s.id = $1`,
      [sessionId, tx.actor.side],
    );
    if (!session) throw actionsErrors.sessionNotFound();
    return session;
  }
  const [place] = await tx.query<Omit<Place, 'sessionId' | 'sessionState' | 'startDate' | 'ordinal' | 'illustrative'>>(
    `select c.id as "channelId", c.code as "channelCode", ${today}, coalesce(c.audience not in ('kr','jp'), true) as shared
       from (select 1) one left join forum.channel c on c.id = $1::uuid`,
    [channelId ?? null, tx.actor.side],
  );
  if (!place || (channelId !== undefined && place.channelId === null)) throw actionsErrors.originUnknown();
  return { ...place, sessionId: null, sessionState: null, startDate: null, ordinal: null, illustrative: false };
}

export function readPosts(tx: Tx, ids: readonly string[]): Promise<OwnerPost[]> {
  return tx.query<OwnerPost>('select id, side from forum.post where id = any ($1::uuid[])', [ids]);
}

/** A post as a person may call it on a line. */
export interface NamedPost {
  readonly id: string;
  readonly code: string | null;
  /** Titles and body names in every language. */
  readonly names: readonly string[];
}

/** Every post with a side and what it goes by: its code, its title, and its body and title together. */
export function readPostNames(tx: Tx): Promise<NamedPost[]> {
  return tx.query<NamedPost>(
    `select p.id, p.code,
            array(select t.value ->> 'text' from jsonb_each(p.title) t where jsonb_typeof(t.value) = 'object')
            || array(select distinct (b.value ->> 'text') || (t.value ->> 'text')
                       from forum.body_name n, jsonb_each(n.name) b, jsonb_each(p.title) t
                      where n.body_id = p.body_id and b.key = t.key and jsonb_typeof(b.value) = 'object' and jsonb_typeof(t.value) = 'object')
            || array(select distinct (b.value ->> 'text') || (t.value ->> 'text')
                       from forum.body_name n, jsonb_each(n.short_name) b, jsonb_each(p.title) t
                      where n.body_id = p.body_id and b.key = t.key and jsonb_typeof(b.value) = 'object' and jsonb_typeof(t.value) = 'object') as names
       from forum.post p where p.side is not null`,
  );
}
