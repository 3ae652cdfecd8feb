import { commonErrors, newId, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { agendaErrors } from '../domain/agenda.errors.js';
import { agendaContent } from '../domain/agenda-content.js';
import type { VersionOccasion } from '../domain/version.types.js';
import type { AgendaItemRow, AgendaRow, ItemKind, Objective, StandingCode } from '../domain/agenda.types.js';
import { agendaById, agendaOfItem, agendaOfSession } from '../queries/agenda-of-session.js';

/** Locks the agenda of a session; every change of an agenda goes through this lock, so keys and content never cross. */
export async function lockAgenda(tx: Tx, sessionId: string): Promise<AgendaRow> {
  await tx.query('select id from forum.agenda where session_id = $1 for update', [sessionId]);
  const agenda = await agendaOfSession(tx, tx.actor.side, sessionId);
  if (!agenda) throw agendaErrors.notFound();
  return agenda;
}

/** As `lockAgenda`, by the agenda's own id. */
export async function lockAgendaById(tx: Tx, id: string): Promise<AgendaRow> {
  await tx.query('select id from forum.agenda where id = $1 for update', [id]);
  const agenda = await agendaById(tx, tx.actor.side, id);
  if (!agenda) throw agendaErrors.notFound();
  return agenda;
}

/** Locks the agenda an item belongs to, and checks that the item is the version the actor has seen. */
export async function lockItem(
  tx: Tx,
  itemId: string,
  version: number,
): Promise<{ agenda: AgendaRow; item: AgendaItemRow }> {
  await tx.query(
    'select id from forum.agenda where id = (select agenda_id from forum.agenda_item where id = $1) for update',
    [itemId],
  );
  const agenda = await agendaOfItem(tx, tx.actor.side, itemId);
  const item = agenda?.items.find((candidate) => candidate.id === itemId);
  if (!agenda || !item) throw agendaErrors.itemNotFound();
  if (item.version !== version) throw commonErrors.staleVersion();
  return { agenda, item };
}

/** @throws common.staleVersion when the shared agenda moved since the actor read it */
export function assertAgendaVersion(agenda: AgendaRow, version: number): void {
  if (agenda.version !== version) throw commonErrors.staleVersion();
}

export interface NewItem {
  readonly kind: ItemKind;
  readonly standing?: StandingCode;
  readonly carriedFromId?: string;
  /** Null only for what is carried over and has the words of its origin. */
  readonly title: LocalizedText | null;
  readonly description: LocalizedText | null;
  readonly lead: Side | null;
  readonly minutes: number;
  readonly objective: Objective | null;
}

/**
 * Adds a draft that only `side` can see, after everything `side` sees.
 * @param place how many drafts the same action has added before
 */
export async function insertDraft(tx: Tx, agenda: AgendaRow, side: Side, item: NewItem, place = 0): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.agenda_item (id, agenda_id, position, proposer_side, lead_side, minutes, objective, title, description, state, audience,
            kind, standing, carried_from_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', $4, $10, $11, $12)`,
    [
      id,
      agenda.id,
      Math.max(0, ...agenda.items.map((known) => known.position)) + 1 + place,
      side,
      item.lead,
      item.minutes,
      item.objective,
      item.title,
      item.description,
      item.kind,
      item.standing ?? null,
      item.carriedFromId ?? null,
    ],
  );
  return id;
}

/** Writes an item's present values; gives its new version. What has the words of its origin keeps only the link to it. */
export async function saveItem(tx: Tx, item: AgendaItemRow): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `update forum.agenda_item set title = $3, description = $4, lead_side = $5, minutes = $6, objective = $7, state = $8, audience = $9, position = $10,
            deferred_in = $11, version = version + 1, updated_at = forum.now() where id = $1 and version = $2 returning version`,
    [
      item.id,
      item.version,
      item.ownWords ? item.title : null,
      item.ownWords ? item.description : null,
      item.lead,
      item.minutes,
      item.objective,
      item.state,
      item.audience,
      item.position,
      item.deferredIn,
    ],
  );
  if (!row) throw commonErrors.staleVersion();
  return row.version;
}

/** A side's own note to an item (발언요지 / 発言要領): one per side, never seen by the other. */
export async function saveNote(tx: Tx, itemId: string, side: Side, text: LocalizedText): Promise<void> {
  await tx.query(
    `insert into forum.agenda_note (id, item_id, text, audience) values ($1, $2, $3, $4)
     on conflict on constraint uq_agenda_note_item_id_audience do update set text = excluded.text, updated_at = forum.now()`,
    [newId(), itemId, text, side],
  );
}

/** Writes the agenda's state and counts a shared change. */
export async function saveAgenda(tx: Tx, agenda: AgendaRow, state: AgendaRow['state']): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'update forum.agenda set state = $2, version = version + 1 where id = $1 returning version',
    [agenda.id, state],
  );
  if (!row) throw agendaErrors.notFound();
  return row.version;
}

/**
 * Keeps the shared content as an immutable numbered version, unless the latest one already says the same.
 * @param hash the SHA-256 of `agenda`'s shared content
 */
export async function keepVersion(tx: Tx, agenda: AgendaRow, hash: string, occasion: VersionOccasion): Promise<void> {
  const [latest] = await tx.query<{ number: number; hash: string }>(
    'select number, content_hash as hash from forum.agenda_version where agenda_id = $1 order by number desc limit 1',
    [agenda.id],
  );
  if (latest?.hash === hash) return;
  await tx.query(
    `insert into forum.agenda_version (id, agenda_id, number, content_hash, content, occasion, made_by_side)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      newId(),
      agenda.id,
      (latest?.number ?? 0) + 1,
      hash,
      JSON.stringify(agendaContent(agenda.items)),
      occasion,
      tx.actor.side,
    ],
  );
}

/** Moves every shared item of an agenda into the state that follows from the agenda's. */
export async function moveSharedItems(tx: Tx, agendaId: string, from: readonly string[], to: string): Promise<void> {
  await tx.query(
    `update forum.agenda_item set state = $3, version = version + 1, updated_at = forum.now()
      where agenda_id = $1 and audience not in ('kr','jp') and state = any ($2::text[])`,
    [agendaId, from, to],
  );
}
