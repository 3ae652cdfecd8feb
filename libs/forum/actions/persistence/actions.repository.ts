import { commonErrors, newId, type Audience, type DatabaseRole, type LocalizedText, type Side } from '#core/kernel';
import type { DomainEvent, Tx } from '#platform/database';
import { ACTION_SUBJECT, type ActionChanged } from '../actions.events.js';
import type { ActionEventName, ActionItem, ActionState, Evidence } from '../domain/action.types.js';
import { actionsErrors } from '../domain/actions.errors.js';
import { actionNumber } from '../domain/numbering.js';

/** A new item before it has an id and a number. Dates are `YYYY-MM-DD`. */
export interface NewAction {
  readonly series: string;
  readonly sessionId: string | null;
  readonly channelId: string | null;
  readonly commitmentId: string | null;
  readonly title: LocalizedText;
  readonly owners: readonly { readonly id: string; readonly side: Side }[];
  readonly due: string;
  readonly state: ActionState;
  readonly joint: boolean;
  readonly audience: Audience;
  readonly illustrative: boolean;
  /** Code of an imported item, one for each owner; null for items recorded here. */
  readonly codes?: readonly string[];
}

/** Roles that may change items at all; others may not even lock what they can read. */
const WRITERS: readonly DatabaseRole[] = ['forum_kr', 'forum_jp', 'forum_joint', 'forum_worker'];

/**
 * Takes the row until the transaction ends and checks the version the caller has seen.
 * @throws actions.notFound when it is missing or not visible, common.forbidden for a reader who changes nothing,
 *   common.staleVersion when it changed since
 */
export async function lockAction(tx: Tx, id: string, version: number): Promise<ActionItem> {
  const writes = WRITERS.includes(tx.actor.databaseRole);
  const [item] = await tx.query<ActionItem>(
    `select id, number, owner_side as "ownerSide", owner_post_id as "ownerPostId", state, due, original_due as "originalDue", joint, audience,
            session_id as "sessionId", commitment_id as "commitmentId", version
       from forum.action_item where id = $1 ${writes ? 'for update' : ''}`,
    [id],
  );
  if (!item) throw actionsErrors.notFound();
  if (!writes) throw commonErrors.forbidden();
  if (item.version !== version) throw commonErrors.staleVersion();
  return item;
}

/** Inserts one item, or two halves for two owners, under the next number of the series. Gives their ids in the order of owners. */
export async function insertAction(tx: Tx, action: NewAction): Promise<string[]> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`action_item ${action.series}`]);
  const [last] = await tx.query<{ sequence: number }>(
    'select coalesce(max(sequence), 0) as sequence from forum.action_item where series = $1',
    [action.series],
  );
  const sequence = (last?.sequence ?? 0) + 1;
  const split = action.owners.length > 1;
  const ids: string[] = [];
  for (const [index, owner] of action.owners.entries()) {
    const id = newId();
    await tx.query(
      `insert into forum.action_item (id, code, number, series, sequence, split_of, session_id, channel_id, commitment_id, title,
                                      owner_side, owner_post_id, due, state, joint, audience, illustrative)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        id,
        action.codes?.[index] ?? null,
        actionNumber(action.series, sequence, split ? owner.side : null),
        action.series,
        sequence,
        split ? actionNumber(action.series, sequence, null) : null,
        action.sessionId,
        action.channelId,
        action.commitmentId,
        action.title,
        owner.side,
        owner.id,
        action.due,
        action.state,
        action.joint,
        action.audience,
        action.illustrative,
      ],
    );
    ids.push(id);
  }
  return ids;
}

/** Writes what a step changed and raises the version; the row is locked by `lockAction`. */
export async function saveAction(
  tx: Tx,
  item: ActionItem,
  change: { state?: ActionState; due?: string },
): Promise<ActionItem> {
  const due = change.due ?? item.due;
  const originalDue = change.due === undefined ? item.originalDue : (item.originalDue ?? item.due);
  const changed = { ...item, state: change.state ?? item.state, due, originalDue, version: item.version + 1 };
  const rows = await tx.query(
    `update forum.action_item set state = $3, due = $4, original_due = $5, version = $6, updated_at = forum.now()
      where id = $1 and version = $2 returning id`,
    [item.id, item.version, changed.state, changed.due, changed.originalDue, changed.version],
  );
  if (rows.length !== 1) throw commonErrors.staleVersion();
  return changed;
}

/** Adds evidence of the actor's side. */
export async function addEvidence(tx: Tx, item: ActionItem, side: Side, evidence: Evidence): Promise<void> {
  await tx.query(
    `insert into forum.action_evidence (id, action_item_id, kind, text, url, side, post_id, audience) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), item.id, evidence.kind, evidence.text, evidence.url, side, tx.actor.postIds[0] ?? null, item.audience],
  );
}

/** Writes the history row and publishes the event, so that neither exists without the other. */
export async function recordEvent(
  tx: Tx,
  item: Pick<ActionItem, 'id' | 'version' | 'audience'>,
  name: ActionEventName,
  event: DomainEvent<ActionChanged>,
  params: Readonly<Record<string, string>> = {},
): Promise<void> {
  await tx.query(
    `insert into forum.action_event (id, action_item_id, event, side, post_id, params, audience) values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), item.id, name, tx.actor.side, tx.actor.postIds[0] ?? null, params, item.audience],
  );
  await tx.publish(
    event,
    { actionId: item.id, version: item.version },
    { audience: item.audience, subjectType: ACTION_SUBJECT, subjectId: item.id },
  );
}
