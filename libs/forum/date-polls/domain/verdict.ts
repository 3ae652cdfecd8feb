import type { Side } from '#core/kernel';
import type { Answer, ParticipantRole, PollRow, SlotRow, Verdict } from './date-poll.types.js';

interface Asked {
  readonly role: ParticipantRole;
  /** null while there is no answer. */
  readonly answer: Answer | null;
}

/**
 * One word for a slot from the answers of one side.
 * - A head's "no" makes it not possible; with "both heads must say yes" so does everything but a "yes".
 * - Anything but a "yes" of a head or of a required post makes it difficult.
 * - Optional posts are asked, but decide nothing: the word must not tell how many of them are busy.
 * @returns null as long as a head or a required post has not answered, or when nobody decides
 */
export function verdictOf(asked: readonly Asked[], bothHeads: boolean): Verdict | null {
  const deciding = asked.filter(({ role }) => role !== 'optional');
  if (deciding.length === 0 || deciding.some(({ answer }) => answer === null)) return null;
  const heads = deciding.filter(({ role }) => role === 'head');
  if (heads.some(({ answer }) => (bothHeads ? answer !== 'yes' : answer === 'no'))) return 'not_possible';
  return deciding.every(({ answer }) => answer === 'yes') ? 'possible' : 'difficult';
}

/** What the reader's own side would hand over for a slot now. */
export function ownVerdict(poll: Pick<PollRow, 'participants' | 'bothHeads'>, slot: SlotRow): Verdict | null {
  const asked = poll.participants.map(({ role, post }) => ({
    role,
    answer: slot.answers.find((answer) => answer.postId === post.id)?.answer ?? null,
  }));
  return verdictOf(asked, poll.bothHeads);
}

/** Answers that heads and required posts of the own side still owe. */
export function answersOwed(poll: Pick<PollRow, 'participants' | 'slots'>): number {
  const deciding = poll.participants.filter(({ role }) => role !== 'optional');
  return poll.slots.reduce(
    (sum, slot) =>
      sum + deciding.filter(({ post }) => !slot.answers.some((answer) => answer.postId === post.id)).length,
    0,
  );
}

/** What a side said of a slot; null = not yet. */
export function verdictFrom(slot: Pick<SlotRow, 'verdicts'>, side: Side): Verdict | null {
  return slot.verdicts.find((verdict) => verdict.side === side)?.verdict ?? null;
}
