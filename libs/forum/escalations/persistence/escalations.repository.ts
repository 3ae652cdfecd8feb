import { commonErrors, newId, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { EscalationState } from '../domain/escalation.lifecycle.js';
import { escalationsErrors } from '../domain/escalations.errors.js';
import type { EscalationRow, EventKind, LadderLevel, MatterRef } from '../domain/escalation.types.js';
import { findEscalation } from '../queries/escalations.js';

/** Locks a rise; every change of it goes through this lock. @throws escalations.notFound, common.staleVersion */
export async function lockEscalation(tx: Tx, id: string, version?: number): Promise<EscalationRow> {
  await tx.query('select id from forum.escalation where id = $1 for update', [id]);
  const row = await findEscalation(tx, tx.actor.side, id);
  if (!row) throw escalationsErrors.notFound();
  if (version !== undefined && row.version !== version) throw commonErrors.staleVersion();
  return row;
}

/** Where a matter comes from and goes to. */
export interface Way {
  readonly fromChannelId: string | null;
  readonly fromLevel: LadderLevel;
  readonly toChannelId: string | null;
  readonly toLevel: LadderLevel;
  readonly ituArticles: readonly number[];
}

export type Words = Pick<EscalationRow, 'title' | 'summary' | 'request'>;

/** Stores a rise that only its own side sees; gives its id. */
export async function insertEscalation(tx: Tx, side: Side, matter: MatterRef, way: Way, words: Words): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.escalation (id, origin_side, audience, matter_kind, matter_id, from_channel_id, from_level, to_channel_id, to_level, itu_articles,
            title, summary, request) values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      side,
      matter.kind,
      matter.id,
      way.fromChannelId,
      way.fromLevel,
      way.toChannelId,
      way.toLevel,
      [...way.ituArticles],
      words.title,
      words.summary,
      words.request,
    ],
  );
  return id;
}

export async function saveDraft(tx: Tx, id: string, way: Way, words: Words): Promise<void> {
  await tx.query(
    `update forum.escalation set from_channel_id = $2, from_level = $3, to_channel_id = $4, to_level = $5, itu_articles = $6, title = $7, summary = $8,
            request = $9, version = version + 1, updated_at = forum.now() where id = $1`,
    [
      id,
      way.fromChannelId,
      way.fromLevel,
      way.toChannelId,
      way.toLevel,
      [...way.ituArticles],
      words.title,
      words.summary,
      words.request,
    ],
  );
}

/** Shows a rise to both sides. Versions go on from a round number, which tells nothing of how often the draft was changed. */
export async function showEscalation(tx: Tx, id: string, words: Words): Promise<void> {
  await tx.query(
    `update forum.escalation set state = 'raised', audience = 'joint', raised_at = forum.now(), version = (version / 1000 + 1) * 1000,
            title = $2, summary = $3, request = $4, updated_at = forum.now() where id = $1`,
    [id, words.title, words.summary, words.request],
  );
}

/** Writes how a rise was decided. */
export async function moveEscalation(
  tx: Tx,
  id: string,
  state: EscalationState,
  outcome: LocalizedText | null = null,
): Promise<void> {
  await tx.query(
    `update forum.escalation set state = $2, outcome = coalesce($3, outcome), decided_at = forum.now(), version = version + 1, updated_at = forum.now()
      where id = $1`,
    [id, state, outcome],
  );
}

/** Where a rise stands: on whose agenda, as which item, and whether that item is there because of it. */
export interface Placement {
  readonly sessionId: string;
  readonly itemId: string;
  readonly made: boolean;
}

/** Writes on which session's agenda it stands; null while it waits for a session. */
export async function placeEscalation(tx: Tx, id: string, at: Placement | null): Promise<void> {
  await tx.query(
    `update forum.escalation set session_id = $2, item_id = $3, item_made = $4, version = version + 1, updated_at = forum.now() where id = $1`,
    [id, at?.sessionId ?? null, at?.itemId ?? null, at?.made ?? true],
  );
}

/** Adds a step to the history, which is never changed. */
export async function noteEvent(
  tx: Tx,
  escalationId: string,
  kind: EventKind,
  more: {
    readonly level?: LadderLevel | null;
    readonly channelId?: string | null;
    readonly sessionId?: string | null;
    readonly reason?: string | null;
  } = {},
): Promise<void> {
  await tx.query(
    `insert into forum.escalation_event (id, escalation_id, kind, side, post_id, level, channel_id, session_id, reason, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, forum.now())`,
    [
      newId(),
      escalationId,
      kind,
      tx.actor.side,
      tx.actor.postIds[0] ?? null,
      more.level ?? null,
      more.channelId ?? null,
      more.sessionId ?? null,
      more.reason ?? null,
    ],
  );
}
