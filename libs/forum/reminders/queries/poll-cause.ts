import type { LocalizedText, Side } from '#core/kernel';
import { wallClock } from '#core/i18n';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { findRuleBook } from '#forum/reminder-rules';
import { sessionRefAs, sessionTitle, type SessionRef } from '#forum/sessions';
import { zones } from '../domain/planning.js';
import type { Cause } from '../domain/reminder.types.js';
import { pollChaseRule, pollSharedRule } from '../domain/rules.js';
import { tellsOn } from '../domain/tells-on.js';

/** An open date poll as one side may see it; `waiting` are its own posts that have not answered every slot. */
export interface OpenPoll {
  readonly deadline: Date;
  /** The day it was made, YYYY-MM-DD. */
  readonly createdOn: string;
  readonly proposedBy: Side;
  readonly waiting: readonly string[];
  readonly session: SessionRef | null;
  readonly channel: LocalizedText | null;
  readonly silent: boolean;
  /** Whose rules say when it is told. */
  readonly channelId: string;
}

/** Undefined once the poll is closed, decided, withdrawn or over, or while its channel rests. */
export async function findOpenPoll(reader: Reader, side: Side | null, pollId: string): Promise<OpenPoll | undefined> {
  const [row] = await reader.query<OpenPoll>(
    `select d.deadline, to_char(d.created_at at time zone 'Asia/Seoul', 'YYYY-MM-DD') as "createdOn", d.proposed_by_side as "proposedBy", d.channel_id as "channelId", c.state = 'suspended' as silent,
            ${sessionRefAs('d.session_id', '$2::text')} as session, ${channelNameAs('d.channel_id', '$2::text')} as channel,
            array(select p.post_id from forum.date_poll_participant p
                   where p.poll_id = d.id and p.audience = $2 and p.removed_at is null
                     and exists (select 1 from forum.date_poll_slot s where s.poll_id = d.id
                                  and not exists (select 1 from forum.date_poll_answer a
                                                   where a.slot_id = s.id and a.participant_id = p.id and a.answer is not null))) as waiting
       from forum.date_poll d join forum.channel c on c.id = d.channel_id
      where d.id = $1 and d.state = 'open' and d.audience = 'joint' and d.deadline > forum.now()`,
    [pollId, side],
  );
  return row?.silent === false ? row : undefined;
}

/** What a chase depends on: the deadline. Who has answered is looked at again when the mail leaves. */
export const pollFingerprint = ({ deadline }: Pick<OpenPoll, 'deadline'>): string =>
  `deadline=${deadline.toISOString()}`;

/** What the first word about a poll depends on: that it is open. */
export const pollStillOpen = 'state=open';

/** The day of the deadline where a side's people are, YYYY-MM-DD. */
export const pollDay = ({ deadline }: Pick<OpenPoll, 'deadline'>, side: Side): string =>
  wallClock(deadline.toISOString(), zones[side]).date;

/** The poll as one of its readers is told of it; a chase only while that very post has not answered and the rules ask on that day. */
export async function findPollNews(
  reader: Reader,
  side: Side,
  pollId: string,
  { rule, postId, offsetDays }: { readonly rule: string; readonly postId: string; readonly offsetDays: number },
): Promise<Cause | undefined> {
  const poll = await findOpenPoll(reader, side, pollId);
  const title = poll && (poll.session ? sessionTitle(poll.session, side) : poll.channel);
  if (!poll || !title) return undefined;
  const shared = rule === pollSharedRule;
  if (!shared && !poll.waiting.includes(postId)) return undefined;
  if (rule === pollChaseRule.code) {
    const chase = (await findRuleBook(reader, poll.channelId)).get(pollChaseRule.code);
    if (!tellsOn(chase, offsetDays, { up: false })) return undefined;
  }
  return {
    fingerprint: rule === pollChaseRule.code ? pollFingerprint(poll) : pollStillOpen,
    title,
    number: null,
    session: null,
    side: poll.proposedBy,
    facts: [{ label: 'answerBy', date: pollDay(poll, side) }],
    path: `/date-polls/${pollId}`,
  };
}
