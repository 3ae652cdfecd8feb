import { otherSide, SIDES } from '#core/kernel';
import { subscribeInTx, type Tx } from '#platform/database';
import {
  datePollAnswered,
  datePollClosed,
  datePollDecided,
  datePollExtended,
  datePollOpened,
  datePollParticipantsNamed,
  datePollReopened,
  datePollSlotsAdded,
  datePollWithdrawn,
} from '#forum/date-polls';
import { findRuleBook } from '#forum/reminder-rules';
import { loadCalendar } from '#forum/working-days';
import { dueDays } from '../domain/due.js';
import type { ReminderDelivery } from '../domain/reminder.types.js';
import { pollAskedRule, pollChaseRule, pollSharedRule } from '../domain/rules.js';
import { findOpenPoll, pollDay, pollFingerprint, pollStillOpen, type OpenPoll } from '../queries/poll-cause.js';
import { planNotice, secretariats, settled } from './plan-rows.js';

/** A day on which the posts of one side that have not answered are told. */
interface PollDay {
  readonly side: string;
  readonly offset_days: number;
  readonly rule_date: string;
  readonly due_at: string;
  readonly delivery: ReminderDelivery;
}

/**
 * Asks the posts of both sides for their answers, at once and on the days before the deadline. Who they are is known to their own side
 * alone, so the days go to a function of the database that joins them to the posts and gives nothing back.
 */
export async function planPollReminders(tx: Tx, pollId: string): Promise<void> {
  const poll = await findOpenPoll(tx, tx.actor.side, pollId);
  await planFor(tx, pollId, pollAskedRule, pollStillOpen, poll ? await askedNow(tx, poll) : []);
  await planFor(tx, pollId, pollChaseRule.code, poll ? pollFingerprint(poll) : '', poll ? await chased(tx, poll) : []);
}

async function planFor(tx: Tx, pollId: string, rule: string, cause: string, days: readonly PollDay[]): Promise<void> {
  await tx.query('select forum.plan_poll_reminders($1, $2, $3, $4::jsonb)', [
    pollId,
    rule,
    cause,
    JSON.stringify(days),
  ]);
}

/** Once for each post: the day the poll was made is the same however often it is planned. */
async function askedNow(tx: Tx, { createdOn }: OpenPoll): Promise<PollDay[]> {
  const due_at = settled(await tx.now());
  return SIDES.map((side) => ({ side, offset_days: 0, rule_date: createdOn, due_at, delivery: 'single' }));
}

async function chased(tx: Tx, poll: OpenPoll): Promise<PollDay[]> {
  const calendar = await loadCalendar(tx);
  const rule = (await findRuleBook(tx, poll.channelId)).get(pollChaseRule.code);
  return SIDES.flatMap((side) => {
    return dueDays(rule, pollDay(poll, side), rule.remindAt, side, calendar)
      .filter(({ dueAt }) => Date.parse(dueAt) < poll.deadline.getTime())
      .map(({ offsetDays, ruleDate, dueAt, delivery }) => ({
        ...{ side, offset_days: offsetDays, rule_date: ruleDate, due_at: dueAt, delivery },
      }));
  });
}

export function followPolls(): void {
  for (const event of [
    datePollOpened,
    datePollReopened,
    datePollParticipantsNamed,
    datePollSlotsAdded,
    datePollExtended,
    datePollAnswered,
    datePollClosed,
    datePollDecided,
    datePollWithdrawn,
  ]) {
    subscribeInTx(event, (tx, { pollId }) => planPollReminders(tx, pollId));
  }
  subscribeInTx(datePollOpened, async (tx, { pollId }) => {
    const poll = await findOpenPoll(tx, tx.actor.side, pollId);
    if (!poll) return;
    const plan = { subjectType: 'date_poll', subjectId: pollId, rule: pollSharedRule, cause: pollStillOpen } as const;
    await planNotice(tx, plan, await secretariats(tx, otherSide(poll.proposedBy)));
  });
}
