import { SIDES, type Actor, type LifecycleContext, type Side } from '#core/kernel';
import { multilateralErrors } from './multilateral.errors.js';
import {
  draftPosition,
  isShared,
  standingPosition,
  type ContributionRow,
  type ItemRow,
  type MeetingRow,
  type MeetingState,
} from './multilateral.types.js';

type Who = 'drafter' | 'ownDrafter' | 'ownLead' | 'eitherLead' | 'otherLead';

/** domain.md 2: secretariat, official and head draft for their side; secretariat and head speak for it. */
function who(actor: Actor, side: Side | null): LifecycleContext<Who, never>['is'] {
  const drafts =
    actor.side !== null && (['secretariat', 'official', 'head'] as const).some((role) => actor.roles.includes(role));
  const leads = actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
  const own = actor.side === side;
  return {
    drafter: () => drafts,
    ownDrafter: () => drafts && own,
    ownLead: () => leads && own,
    eitherLead: () => leads,
    otherLead: () => leads && !own,
  };
}

/** True when the actor may write for a side at all. */
export const mayDraft = (actor: Actor): boolean => who(actor, null).drafter();

export const meetingState = (meeting: Pick<MeetingRow, 'audience'>): MeetingState =>
  isShared(meeting) ? 'shared' : 'draft';

export function meetingContext(meeting: MeetingRow, actor: Actor): LifecycleContext<Who, 'notOfTheRecord'> {
  return {
    is: who(actor, meeting.side),
    guards: { notOfTheRecord: () => (meeting.code === null ? null : multilateralErrors.ofTheRecord()) },
  };
}

type ItemGuard = 'meetingShared' | 'noDraftYet' | 'draftThere' | 'bothPositions' | 'notBothSpoke';

export function itemContext(
  item: ItemRow,
  meeting: Pick<MeetingRow, 'audience'>,
  actor: Actor,
): LifecycleContext<Who, ItemGuard> {
  const bothSpoke = SIDES.every((side) => standingPosition(item, side));
  return {
    is: who(actor, item.side),
    guards: {
      meetingShared: () => (isShared(meeting) ? null : multilateralErrors.meetingNotShared()),
      noDraftYet: () => (draftPosition(item, actor.side) ? multilateralErrors.positionDrafted() : null),
      draftThere: () => (draftPosition(item, actor.side) ? null : multilateralErrors.positionNotFound()),
      bothPositions: () => (bothSpoke ? null : multilateralErrors.positionsMissing()),
      notBothSpoke: () => (bothSpoke ? multilateralErrors.bothSpoke() : null),
    },
  };
}

type WorkGuard = 'meetingShared' | 'itemShared' | 'jointAgreed' | 'alone' | 'inBothNames';

/** @param item the item a contribution belongs to, where it belongs to one */
export function contributionContext(
  contribution: ContributionRow,
  meeting: Pick<MeetingRow, 'audience'>,
  item: ItemRow | undefined,
  actor: Actor,
): LifecycleContext<Who, WorkGuard> {
  return {
    is: who(actor, contribution.side),
    guards: {
      meetingShared: () => (isShared(meeting) ? null : multilateralErrors.meetingNotShared()),
      itemShared: () => (!item || isShared(item) ? null : multilateralErrors.itemNotShared()),
      jointAgreed: () =>
        !contribution.joint || item?.commonLine === 'joint_contribution' ? null : multilateralErrors.notJoint(),
      alone: () => (contribution.joint ? multilateralErrors.takesBoth() : null),
      inBothNames: () => (contribution.joint ? null : multilateralErrors.notInBothNames()),
    },
  };
}

export function supportContext(
  side: Side,
  meeting: Pick<MeetingRow, 'audience'>,
  actor: Actor,
): LifecycleContext<Who, 'meetingShared'> {
  return {
    is: who(actor, side),
    guards: { meetingShared: () => (isShared(meeting) ? null : multilateralErrors.meetingNotShared()) },
  };
}
