import { Injectable } from '@nestjs/common';
import { commonErrors, newId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { needsRecorded } from '../delegations.events.js';
import { readsNeeds } from '../domain/delegation-context.js';
import { delegationsErrors } from '../domain/delegations.errors.js';
import { lockMember, sideOf } from '../persistence/delegations.repository.js';

export interface RecordNeedsInput {
  readonly memberId: string;
  /** Version of the needs the actor has seen; 0 when there were none. */
  readonly version: number;
  readonly diet: string;
  readonly access: string;
}

/**
 * Writes what a delegate needs to eat and to get in. It changes nothing that the other side could notice, not even a version number.
 * @throws delegations.memberNotFound (also for the other side's people), common.forbidden, common.staleVersion
 */
@Injectable()
export class RecordNeeds {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RecordNeedsInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const side = sideOf(actor);
      const { list, session, member } = await lockMember(tx, input.memberId);
      if (list.side !== side) throw delegationsErrors.memberNotFound();
      if (!readsNeeds(actor, side, member)) throw commonErrors.forbidden();
      if ((member.needs?.version ?? 0) !== input.version) throw commonErrors.staleVersion();
      await tx.query(
        `insert into forum.delegation_need (id, member_id, diet, access, audience) values ($1, $2, $3, $4, $5)
         on conflict on constraint uq_delegation_need_member_id do update
           set diet = excluded.diet, access = excluded.access, version = delegation_need.version + 1, updated_at = forum.now()`,
        [newId(), member.id, input.diet, input.access, side],
      );
      const about = { audience: side, subjectType: 'session', subjectId: session.id };
      await tx.publish(needsRecorded, { sessionId: session.id, memberId: member.id }, about);
    });
  }
}
