import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { openProposal, type AcceptedProposal } from '#forum/two-key';
import { assertDates, type MeetingFacts } from '../domain/facts.js';
import { mayDraft, meetingContext, meetingState } from '../domain/multilateral-context.js';
import { meetingProposal } from '../domain/multilateral-content.js';
import { meetingLifecycle } from '../domain/multilateral.lifecycle.js';
import { isShared, type MeetingRow } from '../domain/multilateral.types.js';
import { meetingAdded, meetingEdited, meetingShared } from '../multilateral.events.js';
import { insertMeeting, lockMeeting, saveMeeting, showMeeting } from '../persistence/meetings.repository.js';

/** Who may come to know that something happened to a meeting: its own side, then both. */
export const aboutMeeting = (meeting: Pick<MeetingRow, 'id' | 'audience'>) =>
  ({
    audience: isShared(meeting) ? 'joint' : meeting.audience,
    subjectType: 'multilateral_meeting',
    subjectId: meeting.id,
  }) as const;

/**
 * Adds a meeting as the own side's; the other side learns nothing of it until it is shared.
 * @returns the id of the meeting
 * @throws multilateral.datesWrong, common.forbidden
 */
@Injectable()
export class AddMeeting {
  constructor(private readonly database: Database) {}

  run(actor: Actor, facts: MeetingFacts): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { side } = actor;
      if (side === null || !mayDraft(actor)) throw commonErrors.forbidden();
      assertDates(facts);
      const meetingId = await insertMeeting(tx, side, facts);
      await tx.publish(meetingAdded, { meetingId }, aboutMeeting({ id: meetingId, audience: side }));
      return meetingId;
    });
  }
}

export interface EditMeetingInput {
  readonly meetingId: string;
  readonly version: number;
  readonly facts: MeetingFacts;
  /** Read by both sides; only of a shared meeting. */
  readonly reason?: string | undefined;
}

/**
 * Changes a draft at once, and proposes the change of what both sides see: there the other side's key makes it.
 * @throws multilateral.notFound, multilateral.ofTheRecord, multilateral.datesWrong, two-key.alreadyProposed, common.staleVersion
 */
@Injectable()
export class EditMeeting {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { meetingId, version, facts, reason }: EditMeetingInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const meeting = await lockMeeting(tx, meetingId, version);
      const action = isShared(meeting) ? 'propose-edit' : 'edit';
      meetingLifecycle.step(meetingState(meeting), action, meetingContext(meeting, actor));
      assertDates(facts);
      if (action === 'propose-edit') {
        await openProposal(tx, meetingProposal, meetingId, facts, { reason: reason ?? null });
        return;
      }
      await saveMeeting(tx, meetingId, facts);
      await tx.publish(meetingEdited, { meetingId }, aboutMeeting(meeting));
    });
  }
}

/** The second key on other facts of a meeting. */
export async function agreeMeeting(tx: Tx, { subjectId, content }: AcceptedProposal<MeetingFacts>): Promise<void> {
  const meeting = await lockMeeting(tx, subjectId);
  await saveMeeting(tx, meeting.id, content);
  await tx.publish(meetingEdited, { meetingId: meeting.id }, aboutMeeting(meeting));
}

/** Shows a meeting to the other side. @throws multilateral.notFound, common.staleVersion, common.forbidden, common.wrongState */
@Injectable()
export class ShareMeeting {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { meetingId, version }: { meetingId: string; version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const meeting = await lockMeeting(tx, meetingId, version);
      meetingLifecycle.step(meetingState(meeting), 'share', meetingContext(meeting, actor));
      await showMeeting(tx, meetingId);
      await tx.publish(meetingShared, { meetingId }, aboutMeeting({ id: meetingId, audience: 'joint' }));
    });
  }
}
