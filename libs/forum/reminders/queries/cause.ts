import type { Reader } from '#platform/database';
import { monthRule } from '../domain/month.js';
import { isNews } from '../domain/news.js';
import type { Cause, ReminderToSend } from '../domain/reminder.types.js';
import {
  actionSilenceRule,
  invitationRule,
  isProposalNotice,
  isRecordNotice,
  isSessionNotice,
  keysClearedRule,
  radioSeasonRule,
} from '../domain/rules.js';
import { deadlineOfRule } from '../domain/session-rules.js';
import { findActionCause } from './action-cause.js';
import { findDue } from './due-families.js';
import { findClearedKeys } from './cleared-keys.js';
import { findNews } from './news-cause.js';
import { findMonth } from './month-cause.js';
import { findInvitation } from './invitation-cause.js';
import { findPollNews } from './poll-cause.js';
import { findProposalNews } from './proposal-cause.js';
import { findRadioSeason } from './radio-season-cause.js';
import { findRecordNews } from './record-cause.js';
import { findSessionDeadline } from './session-deadline-cause.js';
import { findReport } from './silence-cause.js';
import { findSessionNews } from './session-notice-cause.js';
import { findTranslationNews } from './translation-cause.js';

type Asked = Pick<
  ReminderToSend,
  'subjectType' | 'subjectId' | 'recipientSide' | 'recipientPostId' | 'rule' | 'offsetDays'
>;

/** What a reminder depends on as it stands now for this reader; undefined when there is nothing left to tell. */
export async function findCause(reader: Reader, asked: Asked): Promise<Cause | undefined> {
  const { subjectType, subjectId, recipientSide: side, recipientPostId: postId, rule } = asked;
  if (isNews(rule)) return findNews(reader, side, subjectId, rule);
  switch (subjectType) {
    case 'action_item':
      return rule === actionSilenceRule.code
        ? findReport(reader, side, subjectId, asked.offsetDays)
        : findActionCause(reader, side, subjectId, asked);
    case 'session':
      return findSessionCause(reader, asked);
    case 'proposal':
      return isProposalNotice(rule) ? findProposalNews(reader, side, subjectId, postId) : undefined;
    case 'date_poll':
      return findPollNews(reader, side, subjectId, { rule, postId, offsetDays: asked.offsetDays });
    case 'translation_request':
      return findTranslationNews(reader, side, subjectId, asked);
    case 'channel':
      return rule === radioSeasonRule.code ? findRadioSeason(reader, side, subjectId, asked.offsetDays) : undefined;
    case 'record':
      return isRecordNotice(rule) ? findRecordNews(reader, side, subjectId, { rule, postId }) : undefined;
    case 'radio_issue':
    case 'commitment':
    case 'instrument':
    case 'multilateral_meeting':
    case 'exhibition':
    case 'exchange_programme':
      return findDue(reader, side, asked);
    case 'post':
      return rule === monthRule ? findMonth(reader, side, postId) : undefined;
    case 'delegation':
    case 'escalation':
      return undefined;
  }
}

async function findSessionCause(reader: Reader, asked: Asked): Promise<Cause | undefined> {
  const { subjectId: id, recipientSide: side, recipientPostId: postId, rule } = asked;
  if (rule === keysClearedRule) return findClearedKeys(reader, side, id);
  if (rule === invitationRule) return findInvitation(reader, side, id, postId);
  if (isSessionNotice(rule)) return findSessionNews(reader, side, id, { rule, postId });
  const about = deadlineOfRule(rule);
  return about && findSessionDeadline(reader, side, id, { ...about, offsetDays: asked.offsetDays });
}
