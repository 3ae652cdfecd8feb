import { NEWS } from './news.js';
import { invitationRule, keysClearedRule, pollSharedRule, PROPOSAL_NOTICES, SESSION_NOTICES } from './rules.js';

/** Notices whose reader is whoever is secretariat; an invitation also goes to heads and to posts on a list. */
export const secretariatNotices: readonly string[] = [
  ...PROPOSAL_NOTICES,
  ...SESSION_NOTICES,
  ...NEWS,
  'record-exchanged',
  'record-keys-cleared',
  'record-release-planned',
  'record-release-cancelled',
  pollSharedRule,
  keysClearedRule,
  invitationRule,
];
