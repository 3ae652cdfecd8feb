import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type Side } from '#core/kernel';
import { Database } from '#platform/database';
import { agendaOfSession } from '#forum/agenda';
import { lastSpeaking, speakingOrder } from '../domain/alternation.js';
import { liveErrors } from '../domain/live.errors.js';
import { openSegment, type RunRow, type SpeakerRow } from '../domain/live.types.js';
import { stepRun } from '../domain/run.lifecycle.js';
import { speakerContext, speakerLifecycle } from '../domain/speaker.lifecycle.js';
import { happened, lockRun, raiseVersion } from '../persistence/live.repository.js';
import {
  endFloor,
  insertSpeaker,
  listedMembers,
  saveSpeaker,
  sessionOfSpeaker,
  type ListedMember,
} from '../persistence/speakers.repository.js';
import { sideOf, type RunVersion } from './conduct-run.js';

export interface AskFloorInput {
  readonly sessionId: string;
  /** A card of the own side's list: any for the secretariat, the own one for others. Absent is the own card, else the side. */
  readonly memberId?: string | undefined;
}

/**
 * Asks for the floor on what is on.
 * @returns the id of the wish
 * @throws sessions.notFound, live.notRunning, live.memberNotFound, live.alreadyWaiting, common.forbidden
 */
@Injectable()
export class AskFloor {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: AskFloorInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const run = await lockRun(tx, input.sessionId);
      stepRun(run, 'ask-floor', actor);
      const side = sideOf(actor);
      const memberId = speakerOf(await listedMembers(tx, run.sessionId, side, actor), actor, input.memberId);
      const itemId = openSegment(run)?.itemId ?? null;
      const waits = run.speakers.some(
        (speaker) =>
          ['requested', 'speaking'].includes(speaker.state) &&
          speaker.itemId === itemId &&
          speaker.side === side &&
          speaker.memberId === memberId,
      );
      if (waits) throw liveErrors.alreadyWaiting();
      const id = await insertSpeaker(tx, run.sessionId, { itemId, side, memberId });
      await happened(tx, run.sessionId, 'speaker_asked', { subjectId: id });
      return id;
    });
  }
}

/** Whom the actor may ask for: a card of the list, or the side as a whole, whose speaker rises in the room. */
function speakerOf(listed: readonly ListedMember[], actor: Actor, memberId: string | undefined): string | null {
  const speaks = actor.roles.includes('secretariat') || actor.roles.includes('head');
  const own = listed.find(({ mine }) => mine);
  if (memberId === undefined) {
    if (own && !actor.roles.includes('secretariat')) return own.id;
    if (speaks) return null;
    throw liveErrors.memberNotFound();
  }
  const named = listed.find(({ id }) => id === memberId);
  if (!named) throw liveErrors.memberNotFound();
  if (!named.mine && !actor.roles.includes('secretariat')) throw commonErrors.forbidden();
  return named.id;
}

/**
 * Gives the floor to one who waits, or to the next in turn; whoever has it gives it up.
 * @throws sessions.notFound, live.notRunning, live.nobodyWaiting, live.speakerNotFound, common.staleVersion, common.forbidden
 */
@Injectable()
export class GiveFloor {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RunVersion & { readonly speakerId?: string | undefined }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const run = await lockRun(tx, input.sessionId, input.version);
      stepRun(run, 'give-floor', actor);
      const itemId = openSegment(run)?.itemId ?? null;
      const agenda = await agendaOfSession(tx, null, run.sessionId);
      const lead = agenda?.items.find(({ id }) => id === itemId)?.lead ?? null;
      const waiting = waitingFor(run, lead);
      const speaker = input.speakerId === undefined ? waiting[0] : waiting.find(({ id }) => id === input.speakerId);
      if (!speaker) throw liveErrors.speakerNotFound();
      const state = speakerLifecycle.step(speaker.state, 'give-floor', speakerContext(speaker, actor));
      await endFloor(tx, run);
      await saveSpeaker(tx, speaker.id, state);
      await raiseVersion(tx, run.sessionId);
      await happened(tx, run.sessionId, 'floor_given', { subjectId: speaker.id });
    });
  }
}

/** Who waits for the floor on what is on, in turn (alternation of the sides, beginning with the lead of the item, else the host). */
export function waitingFor(run: RunRow, lead: Side | null): SpeakerRow[] {
  const itemId = openSegment(run)?.itemId ?? null;
  const here = run.speakers.filter((speaker) => speaker.itemId === itemId);
  return speakingOrder(
    here.filter(({ state }) => state === 'requested'),
    lastSpeaking(here),
    lead ?? run.hostSide,
  );
}

/** Takes the floor back. @throws live.notRunning, live.nobodySpeaking, common.staleVersion, common.forbidden */
@Injectable()
export class EndFloor {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: RunVersion): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const run = await lockRun(tx, input.sessionId, input.version);
      stepRun(run, 'end-floor', actor);
      await endFloor(tx, run);
      await raiseVersion(tx, run.sessionId);
    });
  }
}

/**
 * Passes over one who waits (`skip`, by either chair), or takes the own wish back (`withdraw`).
 * @returns the id of the session
 * @throws live.speakerNotFound, live.notRunning, common.wrongState, common.forbidden
 */
@Injectable()
export class DropSpeaker {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly speakerId: string; readonly how: 'skip' | 'withdraw' }): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const sessionId = await sessionOfSpeaker(tx, input.speakerId);
      const run = await lockRun(tx, sessionId);
      const speaker = run.speakers.find(({ id }) => id === input.speakerId);
      if (!speaker) throw liveErrors.speakerNotFound();
      if (run.sessionState !== 'in_session') throw liveErrors.notRunning();
      const state = speakerLifecycle.step(speaker.state, input.how, speakerContext(speaker, actor));
      await saveSpeaker(tx, speaker.id, state);
      const kind = input.how === 'skip' ? 'speaker_skipped' : 'speaker_withdrawn';
      await happened(tx, sessionId, kind, { subjectId: speaker.id });
      return sessionId;
    });
  }
}
