import { commonErrors, newId, type DatabaseRole, type LocalizedText, type Side } from '#core/kernel';
import type { DomainEvent, Tx } from '#platform/database';
import { ACTION_SUBJECT, type ActionChanged } from '../actions.events.js';
import type {
  ActionCommentKind,
  ActionEventName,
  ActionItem,
  ActionPriority,
  ActionState,
  Evidence,
} from '../domain/action.types.js';
import { actionsErrors } from '../domain/actions.errors.js';

/** Roles that may change items at all; others may not even lock what they can read. */
const WRITERS: readonly DatabaseRole[] = ['forum_kr', 'forum_jp', 'forum_joint', 'forum_worker'];

/**
 * Takes the row until the transaction ends and checks the version the caller has seen; without one, e.g. for a second key, the row alone counts.
 * @throws actions.notFound when it is missing or not visible, common.forbidden for a reader who changes nothing,
 *   common.staleVersion when it changed since
 */
export async function lockAction(tx: Tx, id: string, version?: number): Promise<ActionItem> {
  const writes = WRITERS.includes(tx.actor.databaseRole);
  const [item] = await tx.query<ActionItem>(
    `select id, number, owner_side as "ownerSide", owner_post_id as "ownerPostId", state, due, original_due as "originalDue", joint, audience,
            session_id as "sessionId", channel_id as "channelId", commitment_id as "commitmentId", deputy_post_id as "deputyPostId",
            supporting_body_ids as "supportingBodyIds", priority, expected_on as "expectedOn", answer_until as "answerUntil", version
       from forum.action_item where id = $1 ${writes ? 'for update' : ''}`,
    [id],
  );
  if (!item) throw actionsErrors.notFound();
  if (!writes) throw commonErrors.forbidden();
  if (version !== undefined && item.version !== version) throw commonErrors.staleVersion();
  return item;
}

export interface ActionChange {
  readonly state?: ActionState;
  readonly due?: string;
  readonly ownerPostId?: string;
  readonly deputyPostId?: string | null;
  readonly supportingBodyIds?: readonly string[];
  readonly priority?: ActionPriority;
  /** Kept while blocked only. */
  readonly expectedOn?: string;
  /** Kept while reported complete only. */
  readonly answerUntil?: string | null;
  readonly supersededById?: string;
}

/** Writes what a step changed and raises the version; the row is locked by `lockAction`. */
export async function saveAction(tx: Tx, item: ActionItem, change: ActionChange): Promise<ActionItem> {
  const state = change.state ?? item.state;
  const changed: ActionItem = {
    ...item,
    state,
    due: change.due ?? item.due,
    originalDue: change.due === undefined ? item.originalDue : (item.originalDue ?? item.due),
    ownerPostId: change.ownerPostId ?? item.ownerPostId,
    deputyPostId: change.deputyPostId === undefined ? item.deputyPostId : change.deputyPostId,
    supportingBodyIds: change.supportingBodyIds ?? item.supportingBodyIds,
    priority: change.priority ?? item.priority,
    expectedOn: state === 'blocked' ? (change.expectedOn ?? item.expectedOn) : null,
    answerUntil: state === 'done_claimed' ? (change.answerUntil ?? item.answerUntil) : null,
    version: item.version + 1,
  };
  const rows = await tx.query(
    `update forum.action_item
        set state = $3, due = $4, original_due = $5, version = $6, updated_at = forum.now(), owner_post_id = $7, deputy_post_id = $8,
            supporting_body_ids = $9, priority = $10, expected_on = $11, answer_until = $12, superseded_by_id = $13,
            silence_from = case when $3 = 'done_claimed' and state = 'done_claimed' then silence_from end,
            claimed_at = case when $3 = 'done_claimed' and state <> 'done_claimed' then forum.now()
                              when $3 in ('done_claimed','done_confirmed') then claimed_at end
      where id = $1 and version = $2 returning id`,
    [
      item.id,
      item.version,
      changed.state,
      changed.due,
      changed.originalDue,
      changed.version,
      changed.ownerPostId,
      changed.deputyPostId,
      changed.supportingBodyIds,
      changed.priority,
      changed.expectedOn,
      changed.answerUntil,
      change.supersededById ?? null,
    ],
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

/** Keeps words for the actor's side alone. */
export async function addComment(
  tx: Tx,
  actionId: string,
  side: Side,
  comment: { readonly kind: ActionCommentKind; readonly text: LocalizedText },
): Promise<void> {
  await tx.query(
    `insert into forum.action_comment (id, action_item_id, kind, text, post_id, audience) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), actionId, comment.kind, comment.text, tx.actor.postIds[0] ?? null, side],
  );
}
