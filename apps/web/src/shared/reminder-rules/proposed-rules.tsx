import { formatDayOffset } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import type { Proposal, ReminderRuleValues } from '../api/types.js';
import { useLanguage } from '../i18n/language.js';
import { useRuleName, useRuleWords } from './rule-words.js';
import css from './proposed-rules.module.css';

interface ChangedRule {
  code: string;
  before: ReminderRuleValues;
  after: ReminderRuleValues;
}

/** The rules that change, each as it is and as it would be; only what differs. */
export function ProposedRules({ proposal }: { proposal: Pick<Proposal, 'content' | 'state'> }) {
  const { t } = useTranslation();
  const nameOf = useRuleName();
  const partsOf = useParts();
  const { changes } = proposal.content as { changes: ChangedRule[] };
  const agreed = proposal.state === 'accepted';
  return (
    <ul className={css.changes}>
      {changes.map(({ code, before, after }) => {
        const now = partsOf(before);
        const then = partsOf(after);
        return (
          <li key={code}>
            <h3>{nameOf(code)}</h3>
            <table className={css.table}>
              <thead>
                <tr>
                  <td />
                  <th scope="col">{t(agreed ? 'web-reminder-rules:agreedBefore' : 'web-reminder-rules:before')}</th>
                  <th scope="col">{t(agreed ? 'web-reminder-rules:agreedAfter' : 'web-reminder-rules:after')}</th>
                </tr>
              </thead>
              <tbody>
                {now.map(([label, value], index) =>
                  value === then[index]?.[1] ? null : (
                    <tr key={label}>
                      <th scope="row">{label}</th>
                      <td>{value}</td>
                      <td className={css.after}>{then[index]?.[1]}</td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </li>
        );
      })}
    </ul>
  );
}

function useParts(): (values: ReminderRuleValues) => [label: string, value: string][] {
  const { t } = useTranslation();
  const lang = useLanguage();
  const words = useRuleWords();
  return ({ enabled, offset, remindAt, escalations, delivery }) => [
    [t('web-reminder-rules:editor.enabled'), t(enabled ? 'web-reminder-rules:editor.on' : 'web-reminder-rules:off')],
    [t('web-reminder-rules:columns.date'), formatDayOffset(offset, lang)],
    [t('web-reminder-rules:columns.remindAt'), words.days(remindAt)],
    [
      t('web-reminder-rules:columns.escalations'),
      words.escalations(escalations).join('\n') || t('web-reminder-rules:none'),
    ],
    [t('web-reminder-rules:columns.delivery'), words.delivery(delivery)],
  ];
}
