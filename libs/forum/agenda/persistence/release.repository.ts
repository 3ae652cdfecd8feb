import type { Audience } from '#core/kernel';
import type { Tx } from '#platform/database';
import { twoKeyErrors } from '#forum/two-key';
import { isOnAgenda, type AgendaRow } from '../domain/agenda.types.js';
import { saveAgenda, saveItem } from './agenda.repository.js';
import { moveLinks } from './links.repository.js';

/**
 * Gives an agenda, its items and the version with this hash to new readers. The database releases a version only while both keys stand
 * on it. An item that has the words of an earlier session's gets them for its own: its new readers cannot follow the link.
 * @returns the agenda's new version
 * @throws two-key.contentChanged when no such version bears both keys
 */
export async function releaseToReaders(tx: Tx, agenda: AgendaRow, hash: string, audience: Audience): Promise<number> {
  const [kept] = await tx.query<{ audience: Audience; released: string }>(
    `select v.audience, forum.release_agenda_version(v.id, $3) as released from forum.agenda_version v
      where v.agenda_id = $1 and v.content_hash = $2 order by v.number desc limit 1`,
    [agenda.id, hash, audience],
  );
  // The same words may have been everybody's before they were taken back.
  if (kept?.released !== '1' && kept?.audience !== 'public') throw twoKeyErrors.contentChanged();
  const items = agenda.items.filter(isOnAgenda);
  for (const item of items) await saveItem(tx, { ...item, ownWords: true, audience });
  await moveLinks(
    tx,
    items.map(({ id }) => id),
    audience,
  );
  await tx.query('update forum.agenda set audience = $2 where id = $1', [agenda.id, audience]);
  return saveAgenda(tx, agenda, agenda.state);
}

/** Takes a published agenda back among the two sides: what is negotiated anew is not public. The released version stays released. */
export async function takeBackFromReaders(tx: Tx, agenda: AgendaRow): Promise<void> {
  if (agenda.audience === 'joint') return;
  const published = agenda.items.filter((item) => item.audience === 'business' || item.audience === 'public');
  const ids = published.map(({ id }) => id);
  await tx.query(`update forum.agenda_item set audience = 'joint' where id = any ($1::uuid[])`, [ids]);
  await moveLinks(tx, ids, 'joint');
  await tx.query(`update forum.agenda set audience = 'joint' where id = $1`, [agenda.id]);
}
