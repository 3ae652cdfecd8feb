import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentSummary } from '../../shared/api/types.js';
import { Illustrative, State } from '../../shared/ui/badges.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import css from './commitments.module.css';
import { toneOf } from './progress.js';

export function CommitmentRows({ list, origin = false }: { list: CommitmentSummary[]; origin?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className={css.rows}>
      {list.map((item) => (
        <li key={item.id} data-open={!item.agreed || undefined}>
          <span className={css.code}>{item.code}</span>
          <span>
            <Link to={`/commitments/${item.id}`}>
              <Words value={item.text} />
            </Link>
            <span className={css.about}>
              {t(`web-words:strength.${item.strength}`)}
              {item.due ? (
                <>
                  {' · '}
                  {t('web-commitments:due')} <KnownDate date={item.due} />
                </>
              ) : null}
              {origin && item.instrument ? (
                <>
                  {' · '}
                  <Link to={`/instruments/${item.instrument.id}`}>
                    <Words value={item.instrument.name} marks={false} />
                  </Link>
                </>
              ) : null}
              {origin && !item.instrument && item.session ? (
                <>
                  {' · '}
                  <Link to={`/sessions/${item.session.id}`}>
                    <Words value={item.session.title} marks={false} />
                  </Link>
                </>
              ) : null}
            </span>
          </span>
          <span className={css.end}>
            <State tone={toneOf(item.status)}>{t(`web-words:commitment.${item.status}`)}</State>
            <Illustrative show={item.illustrative} />
          </span>
        </li>
      ))}
    </ul>
  );
}
