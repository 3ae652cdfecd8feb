import { formatCountdown } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import type { Deadline, SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Day, SessionDate } from '../../shared/ui/dates.js';
import css from './session-page.module.css';

/** The deadlines before and after the session, each as many days away as the language says it. */
export function Deadlines({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const before = session.deadlines.filter((deadline) => deadline.offsetDays < 0);
  const after = session.deadlines.filter((deadline) => deadline.offsetDays >= 0);
  return (
    <ol className={css.deadlines}>
      {before.map((deadline) => (
        <DeadlineRow key={deadline.rule} deadline={deadline} />
      ))}
      <li data-session>
        <SessionDate session={session} />
        <span>{t('web-sessions:deadlines.session')}</span>
      </li>
      {after.map((deadline) => (
        <DeadlineRow key={deadline.rule} deadline={deadline} />
      ))}
    </ol>
  );
}

function DeadlineRow({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const offset = formatCountdown(-deadline.offsetDays, useLanguage());
  return (
    <li data-passed={deadline.passed || undefined}>
      <span>
        <Day date={deadline.date} />
      </span>
      <span>
        {t(`web-words:rule.${deadline.rule}`)}{' '}
        <span className={css.note}>
          {[
            offset,
            t(`web-words:ruleOwner.${deadline.owner}`),
            deadline.passed ? t('web-sessions:deadlines.passed') : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {deadline.raw !== deadline.date ? (
          <span className={css.note}>
            <br />
            {t('web-sessions:deadlines.rolled')} <Day date={deadline.raw} />
          </span>
        ) : null}
      </span>
    </li>
  );
}
