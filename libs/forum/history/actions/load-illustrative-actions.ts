import { historicText, newId } from '#core/kernel';
import type { Tx } from '#platform/database';
import { insertAction, seriesOf } from '#forum/actions';
import type { History } from '../domain/history.schema.js';
import { illustrativeOwners, type IllustrativeOwner } from '../domain/illustrative-owners.js';
import { described } from '../domain/rows/row-words.js';

interface Origin {
  readonly session_id: string;
  readonly channel_id: string;
  readonly channel_code: string;
  readonly start_date: string;
  readonly ordinal: number | null;
}

/**
 * Records the invented actions as what the radio meeting that has the invented agenda will leave behind. Each is written once and then
 * lives like any other; the ones already there are left alone. No event is published: nobody is reminded of invented work until
 * somebody takes it up.
 * @returns how many items were made now
 */
export async function loadIllustrativeActions(tx: Tx, { illustrative }: History): Promise<number> {
  const [session] = illustrative.agenda;
  if (session === undefined) return 0;
  const [origin] = await tx.query<Origin>(
    `select s.id as session_id, c.id as channel_id, c.code as channel_code, s.start_date, s.ordinal_kr as ordinal
       from forum.session s join forum.channel c on c.id = s.channel_id where s.code = $1`,
    [session.session],
  );
  if (origin === undefined) return 0;
  let made = 0;
  for (const item of illustrative.action_items) {
    const owners = illustrativeOwners[item.id] ?? [];
    const codes = owners.map(({ side }) => (owners.length > 1 ? `${item.id}-${side.toUpperCase()}` : item.id));
    const known = await tx.query('select 1 from forum.action_item where code = any ($1::text[])', [codes]);
    if (known.length > 0 || owners.length === 0) continue;
    const posts = [];
    for (const owner of owners) posts.push({ id: await ensurePost(tx, owner), side: owner.side });
    const ids = await insertAction(tx, {
      series: seriesOf({ startDate: origin.start_date, channelCode: origin.channel_code, ordinal: origin.ordinal }),
      sessionId: origin.session_id,
      channelId: origin.channel_id,
      commitmentId: null,
      title: described(item.title),
      owners: posts,
      due: item.due,
      state: item.status,
      joint: true,
      audience: 'joint',
      illustrative: true,
      codes,
    });
    made += ids.length;
  }
  return made;
}

async function ensurePost(tx: Tx, owner: IllustrativeOwner): Promise<string> {
  const [found] = await tx.query<{ id: string }>('select id from forum.post where code = $1', [owner.post]);
  if (found) return found.id;
  const id = newId();
  await tx.query(
    `insert into forum.post (id, code, body_id, side, title, rank, demo)
     values ($1, $2, (select id from forum.body where code = $3), $4, $5, $6, true)`,
    [id, owner.post, owner.body, owner.side, historicText(owner.title, owner.side === 'jp' ? 'ja' : 'ko'), owner.rank],
  );
  return id;
}
