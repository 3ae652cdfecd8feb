import { useTranslation } from 'react-i18next';
import { SideName } from '../../shared/ui/badges.js';
import { Due } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import type { Issue } from './api.js';
import css from './radio.module.css';

/** What runs for the case: who has to act, until when, and what may follow when it runs out. */
export function Timers({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  if (issue.timers.length === 0) return null;
  return (
    <Section title={t('web-radio:timers')}>
      <ul className={css.rows}>
        {issue.timers.map((timer) => (
          <li key={timer.rule}>
            <span>{timer.due ? <Due date={timer.due} days={timer.daysLeft} /> : t('web-radio:timer.meetings')}</span>
            <span>
              {t(`web-radio:timer.${timer.rule}`)}{' '}
              {timer.side ? (
                <SideName side={timer.side} />
              ) : (
                <span className={css.muted}>{t('web-radio:bothSides')}</span>
              )}
              {timer.suggestsLevel ? <em className={css.hint}>{t('web-radio:timer.suggests')}</em> : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
