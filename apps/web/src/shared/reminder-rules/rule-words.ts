import { formatDayOffset, formatDayOffsets } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import type { ReminderRuleValues } from '../api/types.js';
import { useLanguage } from '../i18n/language.js';

const OF_SESSIONS = [
  'actions_registered',
  'agenda_agreed',
  'agenda_proposal',
  'commitments_reviewed',
  'date_proposal',
  'delegation_list',
  'draft_minutes',
  'interpretation',
  'minutes_agreed',
  'press_text_cleared',
  'texts_without_brackets',
  'translations',
] as const;
const OTHERS = [
  ...(['action-item', 'action-silence', 'arrangement_posted', 'commitment-review'] as const),
  ...(['contribution-decide', 'contribution-submit', 'contribution-text'] as const),
  ...(['exchange-call', 'exchange-report', 'exchange-visa'] as const),
  ...(['exhibition-allot', 'exhibition-apply', 'exhibition-invite', 'exhibition-list'] as const),
  ...(['exhibition-report', 'exhibition-shipping', 'monthly-waiting', 'poll-chase'] as const),
  ...(['radio-acknowledge', 'radio-measure', 'radio-season', 'translation-due'] as const),
];
const OVERDUE = '-overdue';

const oneOf = <Code extends string>(codes: readonly Code[], code: string): Code | undefined =>
  codes.find((known) => known === code);

/** What a rule is called; `-overdue` tells those above. */
export function useRuleName(): (code: string) => string {
  const { t } = useTranslation();
  const plain = (code: string): string => {
    const session = oneOf(OF_SESSIONS, code);
    if (session) return t(`web-words:rule.${session}`);
    const other = oneOf(OTHERS, code);
    return other ? t(`web-reminder-rules:rule.${other}`) : code;
  };
  return (code) =>
    code.endsWith(OVERDUE)
      ? t('web-reminder-rules:overdue', { rule: plain(code.slice(0, -OVERDUE.length)) })
      : plain(code);
}

export interface RuleWords {
  readonly days: (days: readonly number[]) => string;
  readonly escalations: (escalations: ReminderRuleValues['escalations']) => string[];
  readonly delivery: (delivery: ReminderRuleValues['delivery']) => string;
}

/** The parts of a rule in words. */
export function useRuleWords(): RuleWords {
  const { t } = useTranslation();
  const lang = useLanguage();
  const days = (list: readonly number[]): string =>
    list.length === 0 ? t('web-reminder-rules:none') : formatDayOffsets(list, lang);
  return {
    days,
    escalations: (list) =>
      [...list]
        .sort((one, other) => one.at - other.at)
        .map(({ at, to }) => `${formatDayOffset(at, lang)} · ${t(`web-reminder-rules:target.${to}`)}`),
    delivery: (delivery) => t(`web-reminder-rules:delivery.${delivery}`),
  };
}
