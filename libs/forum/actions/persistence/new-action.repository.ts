import { newId, type Audience, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import type { ActionOrigin, ActionPriority, ActionState } from '../domain/action.types.js';
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
  readonly deputyPostId?: string | null;
  readonly supportingBodyIds?: readonly string[];
  readonly priority?: ActionPriority;
  /** Absent: the session. */
  readonly origin?: ActionOrigin;
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
                                      owner_side, owner_post_id, due, state, joint, audience, illustrative,
                                      deputy_post_id, supporting_body_ids, priority, origin_kind, origin_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
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
        action.deputyPostId ?? null,
        action.supportingBodyIds ?? [],
        action.priority ?? 'normal',
        action.origin?.kind ?? 'session',
        action.origin?.id ?? null,
      ],
    );
    ids.push(id);
  }
  return ids;
}
