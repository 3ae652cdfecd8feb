/**
 * Answers of /api/v1 under the names the screens use. The shapes are generated from the API's own description:
 * `npm run openapi`. Dates are YYYY-MM-DD, instants ISO 8601 in UTC.
 */
import type { components } from './schema.js';

export type { Language, Side } from '#core/kernel';

type Schemas = components['schemas'];

export interface List<T> {
  items: T[];
  hasMore?: boolean;
  nextCursor?: string | null;
}

export type TextView = Schemas['LocalizedTextView'];
export type Allowed = Schemas['AllowedView'];
export type PartialDate = Schemas['PartialDateView'];
export type Topic = Schemas['CodedNameView'];
export type SourceRef = Schemas['SessionSourceView'];
export type ConflictView = Schemas['ConflictView'];

export type Me = Schemas['MeView'];
export type PostRef = Schemas['PostView'];
export type DemoAccounts = Schemas['DemoAccountsView'];
export type Home = Schemas['HomeView'];
export type WorkItem = Schemas['WorkItemView'];

export type ChannelSummary = Schemas['ChannelSummaryView'];
export type ChannelList = Schemas['ChannelListView'];
export type ChannelDetail = Schemas['ChannelDetailView'];
export type ChannelName = Schemas['ChannelNameView'];
export type ChannelEvent = Schemas['ChannelEventView'];
export type Timeline = Schemas['TimelineView'];
export type TimelineChannel = Schemas['TimelineChannelView'];
export type Level = ChannelSummary['nominalLevel'];

export type SessionSummary = Schemas['SessionSummaryView'];
export type SessionDetail = Schemas['SessionDetailView'];
export type Deadline = Schemas['DeadlineView'];
export type Delegation = Schemas['DelegationView'];

export type Readiness = Schemas['ReadinessView'];
export type NextSession = Schemas['NextSessionView'];
export type Programme = Schemas['ProgrammeView'];
export type ProgrammeItem = Schemas['ProgrammeItemView'];

export type Proposal = Schemas['ProposalView'];

export type Agenda = Schemas['AgendaView'];
export type AgendaItem = Schemas['AgendaItemView'];
export type AgendaVersion = Schemas['AgendaVersionView'];
export type AgendaDiff = Schemas['AgendaDiffView'];
export type AgendaRowDiff = Schemas['AgendaRowDiffView'];
export type WordMark = Schemas['WordMarkView'];
export type AgendaLink = Schemas['AgendaLinkView'];
export type AgendaFollowUp = Schemas['AgendaFollowUpView'];
export type AgendaComment = Schemas['AgendaCommentView'];
export type AgendaTemplate = Schemas['AgendaTemplateView'];
export type CarryOver = Schemas['CarryOverView'];
export type Key = Schemas['KeyView'];
export type Objective = NonNullable<AgendaItem['objective']>;
export type TextField = Schemas['GapView']['field'];

export type ActionSummary = Schemas['ActionSummaryView'];
export type ActionDetail = Schemas['ActionDetailView'];
export type ActionListItem = Schemas['ActionListItemView'];
export type ActionHandover = Schemas['ActionHandoverView'];
export type ActionComment = Schemas['ActionCommentView'];
export type BulkResults = Schemas['BulkResultsView'];
export type ChannelActionRule = Schemas['ChannelActionRuleView'];
export type Evidence = Schemas['EvidenceView'];
export type HistoryEntry = Schemas['ActionEventView'];
export type ReminderView = Schemas['ReminderView'];
export type MailView = Schemas['MailView'];
export type ReminderRules = Schemas['ReminderRulesView'];
export type ReminderRule = Schemas['ReminderRuleView'];
export type ReminderRuleValues = Schemas['ReminderRuleValuesView'];
export type ReminderRulesPreview = Schemas['ReminderRulesPreviewView'];
export type ReminderPreviewMessage = Schemas['ReminderPreviewMessageView'];

export type InstrumentSummary = Schemas['InstrumentSummaryView'];
export type InstrumentDetail = Schemas['InstrumentDetailView'];
export type CommitmentSummary = Schemas['CommitmentSummaryView'];
export type CommitmentDetail = Schemas['CommitmentDetailView'];
export type ChainLink = Schemas['ChainLinkView'];

export type RadioIssue = Schemas['RadioIssueSummaryView'];
export type RadioIssueDetail = Schemas['RadioIssueDetailView'];
export type Band = Schemas['BandView'];
export type Exhibition = Schemas['ExhibitionView'];
export type ExchangeProgramme = Schemas['ExchangeProgrammeView'];
export type MultilateralMeeting = Schemas['MultilateralMeetingView'];
export type BodySummary = Schemas['BodyView'];
export type ContextEvent = Schemas['ContextEventView'];
