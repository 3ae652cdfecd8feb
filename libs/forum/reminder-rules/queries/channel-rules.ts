import type { Actor, Allowed, Audience } from '#core/kernel';
import { commonErrors, isSide } from '#core/kernel';
import type { Reader } from '#platform/database';
import { isLiving, type ChannelState } from '#forum/channels';
import { reminderRulesErrors } from '../domain/reminder-rules.errors.js';
import type { RuleBook } from '../domain/rule-book.js';
import { channelReminderRules } from '../rule-proposals.js';
import { findRuleBook } from './rule-books.js';

/** The rules of a channel with what decides whether they may be changed. */
export interface ChannelRules {
  readonly rules: RuleBook;
  readonly state: ChannelState;
  readonly audience: Audience;
  /** How many sets of rules both sides have agreed on so far; the standard alone is none. */
  readonly agreed: number;
}

/** Undefined for a channel that is not to be seen. */
export async function findChannelRules(reader: Reader, channelId: string): Promise<ChannelRules | undefined> {
  const [row] = await reader.query<Omit<ChannelRules, 'rules'>>(
    `select c.state, c.audience, (select count(*)::int from forum.proposal p
        where p.subject_type = 'channel' and p.subject_id = c.id and p.kind = $2 and p.state = 'accepted') as agreed
       from forum.channel c where c.id = $1`,
    [channelId, channelReminderRules.kind],
  );
  return row && { ...row, rules: await findRuleBook(reader, channelId) };
}

const ended: readonly ChannelState[] = ['concluded', 'superseded', 'withdrawn'];

/** Why nobody may change the rules of a channel now; null when they may be. */
export function closedBecause({ state, audience }: Pick<ChannelRules, 'state' | 'audience'>): string | null {
  if (isSide(audience)) return reminderRulesErrors.channelNotShared.code;
  return ended.includes(state) || !isLiving(state) ? reminderRulesErrors.channelOver.code : null;
}

/** What a reader is offered: keys are turned by secretariats and heads (domain.md 2). */
export function rulesOffers(channel: ChannelRules, actor: Actor): Allowed[] {
  const turns = actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));
  const reason = turns ? closedBecause(channel) : commonErrors.forbidden.code;
  return ['preview', 'propose'].map((action) => ({ action, allowed: reason === null, reason }));
}
