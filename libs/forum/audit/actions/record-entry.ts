import { newId } from '#core/kernel';
import { subscribeToAllInTx } from '#platform/database';

/** Writes an entry for every published event, inside its transaction: no change without a trace, no trace without a change. */
export function recordEveryEvent(): void {
  subscribeToAllInTx(async (tx, payload, about, event) => {
    const { userId, side, postIds } = tx.actor;
    await tx.query(
      `insert into forum.audit_entry (id, zone, event, subject_type, subject_id, actor_user_id, actor_side, actor_post_id, params, audience)
       values ($1, forum.zone_of($2), $3, $4, $5, $6, $2, $7, $8, $9)`,
      [
        newId(),
        side,
        event,
        about.subjectType,
        about.subjectId,
        userId,
        postIds[0] ?? null,
        JSON.stringify(payload),
        about.audience,
      ],
    );
  });
}
