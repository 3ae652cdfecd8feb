import { SIDES, type Actor, type LifecycleContext } from '#core/kernel';
import type { PollRow } from './date-poll.types.js';
import { datePollsErrors } from './date-polls.errors.js';
import { answersOwed, verdictFrom } from './verdict.js';

type Who = 'drafter' | 'secretariat' | 'head' | 'asked' | 'system';
type Guard = 'ownProposal' | 'slotsExist' | 'inTime' | 'participantsNamed' | 'headNamed' | 'answersIn' | 'verdictsIn';

/** Who the actor is to a poll, and what holds of it as far as the actor's side can know (domain.md 2). */
export function datePollContext(poll: PollRow, actor: Actor, system = false): LifecycleContext<Who, Guard> {
  const may = (role: 'secretariat' | 'head' | 'official' | 'delegate') =>
    actor.side !== null && actor.roles.includes(role);
  return {
    is: {
      drafter: () => may('secretariat') || may('head') || may('official') || may('delegate'),
      secretariat: () => may('secretariat'),
      head: () => may('head'),
      asked: () => poll.participants.some(({ post }) => actor.postIds.includes(post.id)),
      system: () => system,
    },
    guards: {
      ownProposal: () => (poll.proposedBy === actor.side ? null : datePollsErrors.onlyProposer()),
      slotsExist: () => (poll.slots.length > 0 ? null : datePollsErrors.noSlots()),
      inTime: () => (poll.deadlinePassed ? datePollsErrors.deadlinePassed() : null),
      participantsNamed: () => (poll.participants.length > 0 ? null : datePollsErrors.participantsMissing()),
      headNamed: () =>
        poll.bothHeads && !poll.participants.some(({ role }) => role === 'head') ? datePollsErrors.headMissing() : null,
      answersIn: () => {
        const count = answersOwed(poll);
        return count > 0 ? datePollsErrors.answersMissing({ count }) : null;
      },
      verdictsIn: () =>
        poll.slots.some((slot) => SIDES.every((side) => verdictFrom(slot, side) !== null))
          ? null
          : datePollsErrors.verdictsMissing(),
    },
  };
}
