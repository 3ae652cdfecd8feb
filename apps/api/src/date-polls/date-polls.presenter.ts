import { sideOrder, type Actor } from '#core/kernel';
import {
  datePollContext,
  datePollLifecycle,
  datePollOffers,
  ownVerdict,
  type PollListRow,
  type PollRow,
  type PollSummaryRow,
  type SlotRow,
} from '#forum/date-polls';
import { sessionTitle } from '#forum/sessions';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type { DatePollListItemView, DatePollSummaryView, DatePollView, PollSlotView } from './date-polls.views.js';

/** A poll for one reader: own answers, and of the other side one word per slot once it was handed over. */
export function presentPoll(poll: PollRow, actor: Actor, reading: Reading): DatePollView {
  const offers: readonly string[] = datePollOffers;
  return {
    ...presentSummary(poll, actor, reading),
    etag: etagOf(poll.version),
    slots: poll.slots.map((slot) => presentSlot(poll, slot, actor, reading)),
    participants: poll.participants.map(({ post, role }) => ({
      post: presentPost(post, reading),
      role,
      mine: actor.postIds.includes(post.id),
      mayAnswer: actor.postIds.includes(post.id) || actor.roles.includes('secretariat'),
    })),
    allowedActions: datePollLifecycle
      .allowedActions(poll.state, datePollContext(poll, actor))
      .filter(({ action }) => offers.includes(action)),
  };
}

export function presentPollItem(poll: PollListRow, actor: Actor, reading: Reading): DatePollListItemView {
  const { slotCount, firstSlot, asked, answered } = poll;
  return { ...presentSummary(poll, actor, reading), slotCount, firstSlot, asked, answered };
}

function presentSummary(poll: PollSummaryRow, actor: Actor, reading: Reading): DatePollSummaryView {
  return {
    id: poll.id,
    channel: { id: poll.channelId, name: presentText(poll.channelName, reading) },
    session: poll.session && {
      id: poll.session.id,
      title: presentText(sessionTitle(poll.session, actor.side), reading),
    },
    state: poll.state,
    zone: poll.zone,
    minutes: poll.minutes,
    format: poll.format,
    host: poll.host,
    deadline: poll.deadline,
    deadlinePassed: poll.deadlinePassed,
    bothHeads: poll.bothHeads,
    proposedBy: poll.proposedBy,
    shared: poll.shared,
  };
}

function presentSlot(poll: PollRow, slot: SlotRow, actor: Actor, reading: Reading): PollSlotView {
  return {
    id: slot.id,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    decided: slot.decided,
    verdicts: sideOrder(actor.side ?? 'neutral', poll.host ?? undefined).map((side) => {
      const said = slot.verdicts.find((verdict) => verdict.side === side);
      return { side, verdict: said?.verdict ?? null, at: said?.at ?? null };
    }),
    ownVerdict: ownVerdict(poll, slot),
    answers: slot.answers.map((answer) => ({ ...answer, by: answer.by && presentPost(answer.by, reading) })),
    hold: slot.hold,
  };
}
