/** An action item, counted from its due date D; the reader is the owner post. On which days is in the rules of its channel. */
export const actionItemRule = { code: 'action-item' } as const;

/** Marks a rule that tells who stands above, once the date has passed; the rest of its code is the rule it rises from. */
const overdueMark = '-overdue';
export const overdue = (code: string): string => code + overdueMark;

/** An action item that is overdue, counted from the same date; the readers are above its owner (domain.md 4, column "Escalation"). */
export const actionOverdueRule = overdue(actionItemRule.code);

/** The last day to answer a report of completion where silence confirms (domain.md 3.9); the reader is the other side's secretariat. */
export const actionSilenceRule = { code: 'action-silence' } as const;

/** The talks about radio, on 15 February and 15 November; the readers are both secretariats (domain.md 3.10, 4). */
export const radioSeasonRule = { code: 'radio-season' } as const;

/** A date poll, counted from its deadline; the readers are the own posts that have not answered (domain.md 4; 3.3). */
export const pollChaseRule = { code: 'poll-chase' } as const;

/** An edit cleared the keys of an agenda: both secretariats are told, once a day for each session (design.md decision 1; domain.md 4). */
export const keysClearedRule = 'agenda-keys-cleared';

/** The calendar file of a session, told to everybody who is invited once for each sequence (domain.md 5). */
export const invitationRule = 'invitation';

/** What happens to a proposal; the reader is the secretariat that has not done it. */
export const PROPOSAL_NOTICES = [
  'proposal-opened',
  'proposal-accepted',
  'proposal-refused',
  'proposal-withdrawn',
] as const;
export type ProposalNotice = (typeof PROPOSAL_NOTICES)[number];

/** What happens to a session (domain.md 3.3, 3.4). */
export const SESSION_NOTICES = [
  'session-level-changed',
  'session-postponed',
  'session-cancelled',
  'delegation-changed',
] as const;
export type SessionNotice = (typeof SESSION_NOTICES)[number];

/** A translation request (domain.md 4, row "translations"): the reader is who translates, a day late the secretariat that asked. */
export const translationDueRule = { code: 'translation-due' } as const;
export const translationOverdueRule = { code: 'translation-overdue' } as const;

/** What is told about a translation request (domain.md 3.5). */
export const translationRules = [
  'translation-assigned',
  'translation-delivered',
  'translation-returned',
  'translation-outdated',
  'translation-due',
  'translation-overdue',
] as const;
export type TranslationRule = (typeof translationRules)[number];

/** What happens to a text of a session (domain.md 3.7). */
export const RECORD_NOTICES = [
  'record-exchanged',
  'record-keys-cleared',
  'record-clearance-turn',
  'record-release-planned',
  'record-release-cancelled',
] as const;
export type RecordNotice = (typeof RECORD_NOTICES)[number];

/** The other side opened a date poll; the reader is the secretariat that names who answers. */
export const pollSharedRule = 'poll-shared';

/** The reader was asked for an answer. */
export const pollAskedRule = 'poll-asked';

const among =
  <Code extends string>(codes: readonly Code[]) =>
  (rule: string): rule is Code =>
    codes.some((code) => code === rule);

export const isProposalNotice = among(PROPOSAL_NOTICES);
export const isSessionNotice = among(SESSION_NOTICES);
export const isRecordNotice = among(RECORD_NOTICES);
