import { commonErrors } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { ProgrammeItem } from '../domain/programme.js';
import { sessionsErrors } from '../domain/sessions.errors.js';
import { findProgrammeItem } from '../queries/programme.js';

/**
 * Locks a point's session and then the point, in the order in which everybody does.
 * @throws sessions.programmeItemNotFound, common.staleVersion
 */
export async function lockItem(tx: Tx, id: string, version: number): Promise<ProgrammeItem> {
  const seen = await findProgrammeItem(tx, id);
  if (!seen) throw sessionsErrors.programmeItemNotFound();
  await tx.query('select id from forum.session where id = $1 for update', [seen.sessionId]);
  await tx.query('select id from forum.session_programme_item where id = $1 for update', [id]);
  const item = await findProgrammeItem(tx, id);
  if (!item) throw sessionsErrors.programmeItemNotFound();
  if (item.version !== version) throw commonErrors.staleVersion();
  return item;
}

export async function insertItem(tx: Tx, item: ProgrammeItem): Promise<void> {
  await tx.query(
    `insert into forum.session_programme_item (id, session_id, audience, kind, day, start_time, end_time, title, place)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [item.id, item.sessionId, item.audience, ...contentOf(item)],
  );
}

export async function saveItem(tx: Tx, item: ProgrammeItem, removed: boolean): Promise<void> {
  await tx.query(
    `update forum.session_programme_item set version = version + 1, kind = $3, day = $4, start_time = $5, end_time = $6, title = $7,
            place = $8, removed_at = case when $9 then forum.now() end where id = $1 and version = $2`,
    [item.id, item.version, ...contentOf(item), removed],
  );
}

function contentOf({ kind, day, startTime, endTime, title, place }: ProgrammeItem): unknown[] {
  return [kind, day, startTime, endTime, JSON.stringify(title), place && JSON.stringify(place)];
}
