import { Injectable } from '@nestjs/common';
import { newId, type Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { attendanceMarked } from '../delegations.events.js';
import { delegationContext } from '../domain/delegation-context.js';
import { delegationLifecycle } from '../domain/delegation.lifecycle.js';
import { lockMember } from '../persistence/delegations.repository.js';

export interface MarkAttendanceInput {
  readonly memberId: string;
  /** An item of the session's agenda, checked where both are known; null for the session as a whole. */
  readonly itemId: string | null;
  readonly present: boolean;
}

/**
 * The own secretariat marks who was there, while the session is under way and until it is closed. The last mark counts.
 * @throws delegations.memberNotFound, delegations.attendanceLocked, common.forbidden
 */
@Injectable()
export class MarkAttendance {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: MarkAttendanceInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { list, session, member } = await lockMember(tx, input.memberId);
      delegationLifecycle.step(list.state, 'mark-attendance', delegationContext(list, session, actor));
      const aboutId = input.itemId ?? session.id;
      await tx.query(
        `insert into forum.attendance (id, session_id, member_id, about_id, present) values ($1, $2, $3, $4, $5)
         on conflict on constraint uq_attendance_member_id_about_id do update set present = excluded.present, marked_at = forum.now()`,
        [newId(), session.id, member.id, aboutId, input.present],
      );
      const about = { audience: 'joint', subjectType: 'session', subjectId: session.id } as const;
      await tx.publish(
        attendanceMarked,
        { sessionId: session.id, memberId: member.id, aboutId, present: input.present },
        about,
      );
    });
  }
}
