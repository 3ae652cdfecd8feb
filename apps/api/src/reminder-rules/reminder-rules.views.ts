import { ApiProperty } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import {
  ESCALATION_TARGETS,
  RULE_ANCHORS,
  RULE_DELIVERIES,
  RULE_OWNERS,
  type EscalationTarget,
  type RuleAnchor,
  type RuleDelivery,
  type RuleOwner,
} from '#forum/reminder-rules';
import { AllowedView, LocalizedTextView } from '../http/text.view.js';
import { PostView } from '../identity/identity.dto.js';
import { ProposalView } from '../proposals/proposals.dto.js';

export class ReminderEscalationView {
  @ApiProperty({ description: 'days from the rule date' }) at: number;
  @ApiProperty({ enum: ESCALATION_TARGETS }) to: EscalationTarget;
}

export class ReminderRuleValuesView {
  @ApiProperty({ description: 'days from the fact to the rule date, before rolling' }) offset: number;
  @ApiProperty({ type: [Number], description: 'days from the rule date, earliest first' }) remindAt: number[];
  @ApiProperty({ type: [ReminderEscalationView] }) escalations: ReminderEscalationView[];
  @ApiProperty({ enum: RULE_DELIVERIES }) delivery: RuleDelivery;
  @ApiProperty({ description: 'a rule that is off keeps its date and reminds nobody' }) enabled: boolean;
}

export class ReminderRuleView extends ReminderRuleValuesView {
  @ApiProperty() code: string;
  @ApiProperty({ enum: RULE_ANCHORS }) anchor: RuleAnchor;
  @ApiProperty({ enum: RULE_OWNERS }) owner: RuleOwner;
  @ApiProperty({ enum: ['days', 'working_days'] }) unit: 'days' | 'working_days';
  @ApiProperty({ enum: ['common', ...SIDES], description: 'whose working days the rule date falls on' })
  calendar: 'common' | Side;
  @ApiProperty({ enum: ['notice', 'deadline'] }) tone: 'notice' | 'deadline';
  @ApiProperty({ type: ReminderRuleValuesView }) standard: ReminderRuleValuesView;
  @ApiProperty({ description: 'differs from the standard' }) changed: boolean;
  @ApiProperty({ description: 'whether the channel chooses the days to the rule date' }) choosesDate: boolean;
  @ApiProperty({ description: 'whether what it tells of belongs to a channel; if not, the standard holds everywhere' })
  ofChannel: boolean;
  @ApiProperty({ enum: ESCALATION_TARGETS, isArray: true }) targets: EscalationTarget[];
}

export class ReminderRulesView {
  @ApiProperty() channelId: string;
  @ApiProperty({ description: 'counts the sets of rules that both sides agreed on' }) etag: string;
  @ApiProperty({ type: [ReminderRuleView], description: 'in the order of the standard' }) rules: ReminderRuleView[];
  @ApiProperty({ type: [ProposalView], description: 'what waits for the second key' }) proposals: ProposalView[];
  @ApiProperty({ type: [ProposalView], description: 'what was agreed, latest first; at most fifty' })
  history: ProposalView[];
  @ApiProperty({ description: 'most days a rule may lie from its fact' }) reachDays: number;
  @ApiProperty({ description: 'most days on which one rule reminds' }) mostReminders: number;
  @ApiProperty({ type: [AllowedView] }) allowedActions: AllowedView[];
}

export class ReminderPreviewCountView {
  @ApiProperty() people: number;
  @ApiProperty() messages: number;
}

export class ReminderPreviewLineView {
  @ApiProperty({ description: 'with `-overdue` where those above are told' }) rule: string;
  @ApiProperty({ description: 'days from the rule date' }) offsetDays: number;
  @ApiProperty({ description: 'YYYY-MM-DD' }) ruleDate: string;
  @ApiProperty({ type: PostView }) post: PostView;
  @ApiProperty({ type: LocalizedTextView }) title: LocalizedTextView;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  @ApiProperty({ description: 'page of the web app' }) path: string;
}

export class ReminderPreviewMessageView {
  @ApiProperty({ description: 'YYYY-MM-DD at the reader’s side' }) day: string;
  @ApiProperty({ enum: ['single', 'digest'] }) delivery: 'single' | 'digest';
  @ApiProperty({ enum: ['new', 'gone', 'changed', 'same'], description: 'against the rules that hold now' })
  change: 'new' | 'gone' | 'changed' | 'same';
  @ApiProperty({ type: [ReminderPreviewLineView], description: 'the first fifty' }) lines: ReminderPreviewLineView[];
  @ApiProperty({ description: 'how many there are' }) lineCount: number;
}

export class ReminderPreviewOwnView {
  @ApiProperty({ type: ReminderPreviewCountView }) before: ReminderPreviewCountView;
  @ApiProperty({ type: ReminderPreviewCountView }) after: ReminderPreviewCountView;
  @ApiProperty({ type: [ReminderPreviewMessageView], description: 'by day; at most five hundred' })
  messages: ReminderPreviewMessageView[];
  @ApiProperty() hasMore: boolean;
}

export class ReminderPreviewDayView {
  @ApiProperty({ description: 'YYYY-MM-DD' }) day: string;
  @ApiProperty() before: number;
  @ApiProperty() after: number;
}

export class ReminderPreviewOtherView {
  @ApiProperty() before: number;
  @ApiProperty() after: number;
  @ApiProperty({ type: [ReminderPreviewDayView] }) days: ReminderPreviewDayView[];
}

export class ReminderRulesPreviewView {
  @ApiProperty({ type: ReminderPreviewOwnView, description: 'to the reader’s own side' }) own: ReminderPreviewOwnView;
  @ApiProperty({ type: ReminderPreviewOtherView, description: 'to the other side: how many, and on which days' })
  other: ReminderPreviewOtherView;
  @ApiProperty({
    type: [String],
    description: 'changed rules about other things than sessions and action items: what they tell is not reckoned here',
  })
  notReckoned: string[];
}
