import type { Actor, Side } from '#core/kernel';
import {
  choosesDate,
  isOfChannel,
  MOST_REMINDERS,
  REACH_DAYS,
  RuleBook,
  rulesOffers,
  targetsOf,
  valuesOf,
  type ChangedRule,
  type ChannelRules,
  type ReminderRule,
} from '#forum/reminder-rules';
import { countMessages, type RulesPreview } from '#forum/reminders';
import type { ProposalRow } from '#forum/two-key';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { presentProposal } from '../proposals/proposals.presenter.js';
import type {
  ReminderPreviewLineView,
  ReminderPreviewOtherView,
  ReminderPreviewOwnView,
  ReminderRulesPreviewView,
  ReminderRulesView,
  ReminderRuleValuesView,
  ReminderRuleView,
} from './reminder-rules.views.js';

const MOST_MESSAGES = 500;
const MOST_LINES = 50;

export interface RulesPage {
  readonly channelId: string;
  readonly channel: ChannelRules;
  readonly open: readonly ProposalRow[];
  readonly agreed: readonly ProposalRow[];
}

export function presentRules(page: RulesPage, actor: Actor, reading: Reading): ReminderRulesView {
  const { channelId, channel } = page;
  const present = (row: ProposalRow) => presentProposal(row, undefined, actor, reading);
  return {
    channelId,
    etag: etagOf(channel.agreed),
    rules: channel.rules.all.map(presentRule),
    proposals: page.open.map(present),
    history: page.agreed.map(present),
    reachDays: REACH_DAYS,
    mostReminders: MOST_REMINDERS,
    allowedActions: rulesOffers(channel, actor),
  };
}

function presentRule(rule: ReminderRule): ReminderRuleView {
  const standard = RuleBook.standard.get(rule.code);
  const { code, anchor, owner, unit, calendar, tone } = rule;
  const values = presentValues(rule);
  return {
    ...values,
    ...{ code, anchor, owner, unit, calendar, tone },
    standard: presentValues(standard),
    changed: JSON.stringify(values) !== JSON.stringify(presentValues(standard)),
    choosesDate: choosesDate(standard),
    ofChannel: isOfChannel(standard),
    targets: [...targetsOf(rule)],
  };
}

function presentValues(rule: ReminderRule): ReminderRuleValuesView {
  const { remindAt, escalations, ...values } = valuesOf(rule);
  return { ...values, remindAt: [...remindAt], escalations: [...escalations] };
}

/** The own side in full; of the other side how many mails and on which days, and nothing of whom or about what. */
export function presentPreview(
  preview: RulesPreview,
  changes: readonly ChangedRule[],
  side: Side,
  reading: Reading,
): ReminderRulesPreviewView {
  const reckoned = (code: string): boolean => {
    const { anchor } = RuleBook.standard.get(code);
    return anchor === 'session_start' || anchor === 'action_due';
  };
  return {
    own: presentOwn(preview, side, reading),
    other: presentOther(preview, side),
    notReckoned: changes.map(({ code }) => code).filter((code) => !reckoned(code)),
  };
}

function presentOwn({ messages, posts, subjects }: RulesPreview, side: Side, reading: Reading): ReminderPreviewOwnView {
  const own = messages.filter((message) => message.side === side);
  return {
    before: countMessages(own, 'before'),
    after: countMessages(own, 'after'),
    hasMore: own.length > MOST_MESSAGES,
    messages: own.slice(0, MOST_MESSAGES).map(({ day, delivery, change, lines }) => ({
      day,
      delivery,
      change,
      lineCount: lines.length,
      lines: lines
        .slice(0, MOST_LINES)
        .flatMap(({ rule, offsetDays, ruleDate, postId, subjectId }): ReminderPreviewLineView[] => {
          const post = posts.get(postId);
          const subject = subjects.get(subjectId);
          if (!post || !subject) return [];
          const { number, path } = subject;
          const title = presentText(subject.title, reading);
          return [{ rule, offsetDays, ruleDate, post: presentPost(post, reading), title, number, path }];
        }),
    })),
  };
}

function presentOther({ messages }: RulesPreview, side: Side): ReminderPreviewOtherView {
  const other = messages.filter((message) => message.side !== side);
  const count = (among: typeof other) => ({
    before: countMessages(among, 'before').messages,
    after: countMessages(among, 'after').messages,
  });
  const days = new Map<string, typeof other>();
  for (const message of other) {
    const known = days.get(message.day);
    if (known) known.push(message);
    else days.set(message.day, [message]);
  }
  const sorted = [...days].sort(([one], [two]) => (one < two ? -1 : 1));
  return { ...count(other), days: sorted.map(([day, among]) => ({ day, ...count(among) })) };
}
