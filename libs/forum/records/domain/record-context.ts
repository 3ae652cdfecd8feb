import type { Actor, LifecycleContext } from '#core/kernel';
import { machineTexts, openFault } from './record-content.js';
import {
  clearanceOf,
  isSentBack,
  isShared,
  isUnilateral,
  nextStep,
  type RecordRow,
  type RecordSession,
} from './record.types.js';
import { recordsErrors } from './records.errors.js';

type Who =
  'ownDrafter' | 'ownLead' | 'ownHead' | 'party' | 'head' | 'ownTranslator' | 'translator' | 'clearer' | 'system';
type Guard =
  | 'sessionGoesOn'
  | 'sessionShared'
  | 'hasParagraphs'
  | 'noMachineText'
  | 'itemsShared'
  | 'isJoint'
  | 'isUnilateral'
  | 'inClearance'
  | 'notInClearance'
  | 'notSentBack'
  | 'mayRecall'
  | 'nothingOpen'
  | 'authenticNamed'
  | 'ownKeyFree'
  | 'ownKeyTurned'
  | 'ownCleared'
  | 'notAdReferendum'
  | 'isForSignature'
  | 'isNotForSignature'
  | 'isSignedIfToBe'
  | 'isConfirmed'
  | 'notKeptClosed'
  | 'nothingPlanned'
  | 'somethingPlanned';

type Role = 'secretariat' | 'head' | 'official';

const has = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.side !== null && roles.some((role) => actor.roles.includes(role));

/** domain.md 2: secretariat, official and head draft for their side. */
export const mayDraft = (actor: Actor): boolean => has(actor, 'secretariat', 'official', 'head');

/** True while texts of a session may be written; its minutes are written long after it was held. */
export const takesRecords = (session: Pick<RecordSession, 'state'> | null): boolean =>
  session !== null && session.state !== 'cancelled';

/** Who the actor is to a text and what holds of it. A draft of the other side is never loaded. */
export function recordContext(record: RecordRow, actor: Actor, system = false): LifecycleContext<Who, Guard> {
  const own = actor.side === record.side;
  const alone = isUnilateral(record);
  // A release of one side is shown to the other, and nothing in it is for the other to decide.
  const concerned = actor.side !== null && (own || !alone);
  const clearance = clearanceOf(record, actor.side);
  const ownKey = record.keys.some(({ side }) => side === actor.side);
  const turn = nextStep(record);
  return {
    is: {
      ownDrafter: () => own && mayDraft(actor),
      ownLead: () => own && has(actor, 'secretariat', 'head'),
      ownHead: () => own && has(actor, 'head'),
      party: () => concerned && has(actor, 'secretariat', 'head'),
      head: () => concerned && has(actor, 'head'),
      ownTranslator: () => own && has(actor, 'secretariat', 'official', 'head'),
      translator: () =>
        (!alone && actor.roles.includes('interpreter')) || (concerned && has(actor, 'secretariat', 'official')),
      clearer: () => concerned && (!turn || actor.postIds.includes(turn.post.id)),
      system: () => system,
    },
    guards: {
      sessionGoesOn: () => (takesRecords(record.session) ? null : recordsErrors.sessionCancelled()),
      sessionShared: () => (record.session?.shared ? null : recordsErrors.sessionNotShared()),
      hasParagraphs: () => (record.paragraphs.length > 0 ? null : recordsErrors.noParagraphs()),
      noMachineText: () => {
        const count = machineTexts(record);
        return count > 0 ? recordsErrors.machineText({ count }) : null;
      },
      itemsShared: () =>
        record.paragraphs.some(({ agendaItem }) => agendaItem !== null && !agendaItem.shared)
          ? recordsErrors.itemPrivate()
          : null,
      isJoint: () => (alone ? recordsErrors.jointOnly() : null),
      isUnilateral: () => (alone ? null : recordsErrors.unilateralOnly()),
      inClearance: () => (clearance === 'in_clearance' ? null : recordsErrors.notInClearance()),
      notInClearance: () => (clearance === null ? null : recordsErrors.alreadyInClearance()),
      notSentBack: () => (isSentBack(record) ? recordsErrors.clearanceSentBack() : null),
      mayRecall: () => {
        if (clearance === null) return recordsErrors.notInClearance();
        // A key, a signature or a confirmation that stands on the word is taken back before it, or not at all.
        const stands = record.state === 'signed' ? !awaitsConfirmation(record) : ownKey && !record.adReferendum;
        return clearance === 'cleared' && stands ? recordsErrors.clearanceStands() : null;
      },
      nothingOpen: () => openFault(record),
      authenticNamed: () =>
        record.forSignature && record.authenticLanguages.length === 0 ? recordsErrors.authenticMissing() : null,
      ownKeyFree: () => (ownKey ? recordsErrors.keyAlreadyTurned() : null),
      ownKeyTurned: () => (ownKey ? null : recordsErrors.keyNotTurned()),
      ownCleared: () => (record.adReferendum || clearance === 'cleared' ? null : recordsErrors.notCleared()),
      notAdReferendum: () => (record.adReferendum ? recordsErrors.alreadyAdReferendum() : null),
      isForSignature: () => (record.forSignature ? null : recordsErrors.notForSignature()),
      isNotForSignature: () => (record.forSignature ? recordsErrors.forSignature() : null),
      isSignedIfToBe: () => (record.forSignature && record.signing === null ? recordsErrors.forSignature() : null),
      isConfirmed: () => (awaitsConfirmation(record) ? recordsErrors.notConfirmed() : null),
      notKeptClosed: () => (record.notPublic ? recordsErrors.keptClosed() : null),
      nothingPlanned: () => (record.releaseAt === null ? null : recordsErrors.releasePlanned()),
      somethingPlanned: () => (record.releaseAt === null ? recordsErrors.noReleasePlanned() : null),
    },
  };
}

/** True for what was agreed or signed ad referendum and a government has still to confirm. */
export const awaitsConfirmation = (record: Pick<RecordRow, 'adReferendum' | 'confirmedAt' | 'state'>): boolean =>
  record.adReferendum && record.confirmedAt === null && ['agreed_ad_referendum', 'signed'].includes(record.state);

/**
 * Whether nothing but the pens is missing: agreed by both keys and for signature. Without keys: whether a key could be turned.
 */
export const isReadyToSign = (record: RecordRow): boolean =>
  isShared(record) && record.forSignature && ['final', 'agreed_ad_referendum'].includes(record.state);
