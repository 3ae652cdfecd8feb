import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Day } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import type { RiseSummary } from './api.js';
import css from './escalations.module.css';

/** From which channel to which, and the session that deals with it. */
export function Way({ rise }: { rise: Pick<RiseSummary, 'from' | 'to' | 'ituArticles' | 'session' | 'state'> }) {
  const { t } = useTranslation();
  const { from, to, session, ituArticles } = rise;
  return (
    <p className={css.meta}>
      <span>
        {from ? <Words value={from.name} marks={false} /> : t('web-escalations:noChannel')} <span aria-hidden>→</span>{' '}
        <span className="fd-hidden">{t('web-escalations:risesTo')}</span>
        {to ? <Words value={to.name} marks={false} /> : t('web-escalations:itu', { articles: ituArticles.join(', ') })}
      </span>
      {session ? (
        <Link to={`/sessions/${session.id}/agenda`}>
          <Words value={session.title} marks={false} /> (<Day date={session.startDate} />)
        </Link>
      ) : to && (rise.state === 'raised' || rise.state === 'accepted') ? (
        <span className={css.muted}>{t('web-escalations:waitsForSession')}</span>
      ) : null}
    </p>
  );
}
