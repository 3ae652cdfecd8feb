import { Injectable } from '@nestjs/common';
import {
  changedText,
  commonErrors,
  givenText,
  newText,
  type Actor,
  type Language,
  type GivenTexts,
} from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { mayDraft, meetingContext, meetingState, supportContext } from '../domain/multilateral-context.js';
import { multilateralErrors } from '../domain/multilateral.errors.js';
import { meetingLifecycle, supportLifecycle } from '../domain/multilateral.lifecycle.js';
import type { SupportRow } from '../domain/multilateral.types.js';
import { supportChanged, supportRead } from '../multilateral.events.js';
import { lockMeeting, lockSupport } from '../persistence/meetings.repository.js';
import { insertSupport, moveSupport, saveSupport } from '../persistence/works.repository.js';
import { findMeeting } from '../queries/meetings.js';
import { listSupport } from '../queries/support.js';

export interface AddSupportInput {
  readonly meetingId: string;
  readonly lang: Language;
  readonly office: GivenTexts;
  readonly candidate: string;
  readonly note?: string | undefined;
}

/** Drafts a request for support of an own candidate. @returns its id. @throws multilateral.notFound, common.required, common.forbidden */
@Injectable()
export class AddSupport {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { meetingId, lang, office, candidate, note }: AddSupportInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      meetingLifecycle.step(meetingState(meeting), 'add-support', meetingContext(meeting, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const facts = { office: givenText(office, lang, 'office'), candidate, note: note ? newText(lang, note) : null };
      const supportId = await insertSupport(tx, meetingId, side, facts);
      await tell(tx, { id: supportId, meetingId }, 'draft');
      return supportId;
    });
  }
}

export interface SupportVersion {
  readonly supportId: string;
  readonly version: number;
}

export interface EditSupportInput extends SupportVersion {
  readonly lang: Language;
  readonly office?: GivenTexts | undefined;
  readonly candidate?: string | undefined;
  readonly note?: string | undefined;
}

/** Changes a draft. @throws multilateral.supportNotFound, common.staleVersion, common.wrongState once it was asked */
@Injectable()
export class EditSupport {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { supportId, version, lang, office, candidate, note }: EditSupportInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, support } = await lockSupport(tx, supportId, version);
      const state = supportLifecycle.step(support.state, 'edit', supportContext(support.side, meeting, actor));
      await saveSupport(tx, supportId, {
        office: office ? changedText(support.office, office) : support.office,
        candidate: candidate ?? support.candidate,
        note: note === undefined ? support.note : note === '' ? null : newText(lang, note),
      });
      await tell(tx, support, state);
      return meeting.id;
    });
  }
}

export interface MoveSupportInput extends SupportVersion {
  readonly action: 'ask' | 'support' | 'decline' | 'withdraw';
  /** With an answer: read by both sides. */
  readonly answer?: { readonly lang: Language; readonly text: string } | undefined;
}

/** Asks, answers or takes back. @throws multilateral.supportNotFound, multilateral.meetingNotShared, common.forbidden, common.wrongState */
@Injectable()
export class MoveSupport {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { supportId, version, action, answer }: MoveSupportInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, support } = await lockSupport(tx, supportId, version);
      const state = supportLifecycle.step(support.state, action, supportContext(support.side, meeting, actor));
      await moveSupport(tx, support, state, answer ? newText(answer.lang, answer.text) : null);
      await tell(tx, support, state);
      return meeting.id;
    });
  }
}

/**
 * The requests of a meeting, for those who write for one of the two sides alone; that they were read is written down (domain.md 2), in the reader's own
 * side's trail. @throws multilateral.notFound, common.forbidden for everybody else
 */
@Injectable()
export class ReadSupport {
  constructor(private readonly database: Database) {}

  run(actor: Actor, meetingId: string): Promise<SupportRow[]> {
    return this.database.runInTx(actor, async (tx) => {
      if (!(await findMeeting(tx, meetingId))) throw multilateralErrors.notFound();
      const { side } = actor;
      if (side === null || !mayDraft(actor)) throw commonErrors.forbidden();
      const rows = await listSupport(tx, meetingId);
      if (rows.length > 0)
        await tx.publish(
          supportRead,
          { meetingId },
          { audience: side, subjectType: 'multilateral_meeting', subjectId: meetingId },
        );
      return rows;
    });
  }
}

/** Each side's trail tells what that side did; nobody else's tells that a candidate is spoken about (domain.md 3.13). */
async function tell(
  tx: Tx,
  { id, meetingId }: Pick<SupportRow, 'id' | 'meetingId'>,
  state: SupportRow['state'],
): Promise<void> {
  const { side } = tx.actor;
  if (side === null) throw commonErrors.forbidden();
  const about = { audience: side, subjectType: 'multilateral_support', subjectId: id } as const;
  await tx.publish(supportChanged, { meetingId, supportId: id, state }, about);
}
