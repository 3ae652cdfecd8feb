import { commonErrors, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { Reference } from '../domain/channel.types.js';
import { channelsErrors } from '../domain/channels.errors.js';

/** The actor's side. @throws common.forbidden for who has none */
export function actorSide(tx: Tx): Side {
  const { side } = tx.actor;
  if (side === null) throw commonErrors.forbidden();
  return side;
}

/** A channel's names in one value, no side's in particular. */
export async function nameOf(tx: Tx, channelId: string): Promise<LocalizedText> {
  const [row] = await tx.query<{ name: LocalizedText | null }>('select forum.channel_name_for($1, null) as name', [
    channelId,
  ]);
  if (!row?.name) throw channelsErrors.noSuchChannel();
  return row.name;
}

/** @throws channels.noSuchChannel unless both sides see the channel and it is another one */
export async function sharedChannel(tx: Tx, id: string, other: string | null): Promise<void> {
  const rows = await tx.query(
    `select 1 from forum.channel where id = $1 and id is distinct from $2 and audience not in ('kr','jp')`,
    [id, other],
  );
  if (rows.length === 0) throw channelsErrors.noSuchChannel();
}

/** @throws channels.noSuchTopic */
export async function checkTopics(tx: Tx, codes: readonly string[]): Promise<void> {
  const rows = await tx.query('select 1 from forum.topic where code = any ($1)', [codes]);
  if (rows.length !== new Set(codes).size) throw channelsErrors.noSuchTopic();
}

export async function topicNames(tx: Tx, codes: readonly string[]): Promise<LocalizedText[]> {
  const rows = await tx.query<{ name: LocalizedText }>(
    'select name from forum.topic where code = any ($1) order by position',
    [codes],
  );
  return rows.map(({ name }) => name);
}

/** Present names of bodies, in the order given. @throws channels.noSuchBody */
export async function bodyNames(tx: Tx, ids: readonly string[]): Promise<LocalizedText[]> {
  const rows = await tx.query<{ name: LocalizedText }>(
    `select latest.name from unnest($1::uuid[]) with ordinality as g(id, position) cross join lateral (
       select n.name from forum.body_name n where n.body_id = g.id order by (n.valid_to is null) desc, n.valid_from desc nulls last limit 1) latest
      order by g.position`,
    [ids],
  );
  if (rows.length !== ids.length) throw channelsErrors.noSuchBody();
  return rows.map(({ name }) => name);
}

/** An instrument of the record must exist; a document or citation is taken as named. @throws channels.noSuchInstrument */
export async function checkReference(tx: Tx, reference: Reference): Promise<void> {
  if (reference.kind !== 'instrument') return;
  const rows = await tx.query('select 1 from forum.instrument where code = $1', [reference.text]);
  if (rows.length === 0) throw channelsErrors.noSuchInstrument();
}

/** @throws channels.noSuchSession, channels.sessionPast unless the session of this channel is still to come */
export async function sessionToCome(tx: Tx, channelId: string, sessionId: string): Promise<void> {
  const [session] = await tx.query<{ coming: boolean }>(
    `select s.state in ('proposed','date_agreed','preparing','ready','postponed') and (s.state = 'postponed' or s.start_date >= forum.today(s.zone)) as coming
       from forum.session s where s.id = $1 and s.channel_id = $2`,
    [sessionId, channelId],
  );
  if (!session) throw channelsErrors.noSuchSession();
  if (!session.coming) throw channelsErrors.sessionPast();
}
