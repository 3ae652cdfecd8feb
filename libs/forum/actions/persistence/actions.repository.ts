import { commonErrors, newId, type DatabaseRole, type Side } from '#core/kernel';
import type { DomainEvent, Tx } from '#platform/database';
import { ACTION_SUBJECT, type ActionChanged } from '../actions.events.js';
import type { ActionEventName, ActionItem, ActionState, Evidence } from '../domain/action.types.js';
import { actionsErrors } from '../domain/actions.errors.js';

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
            session_id as "sessionId", channel_id as "channelId", commitment_id as "commitmentId", deputy_post_id as "deputyPostId",
            supporting_body_ids as "supportingBodyIds", priority, expected_on as "expectedOn", confirms_on as "confirmsOn", version
       from forum.action_item where id = $1 ${writes ? 'for update' : ''}`,
    [id],
  );
  if (!item) throw actionsErrors.notFound();
  if (!writes) throw commonErrors.forbidden();
  if (item.version !== version) throw commonErrors.staleVersion();
  return item;
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
