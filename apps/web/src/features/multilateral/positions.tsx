import { useTranslation } from 'react-i18next';
import { useZone } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import type { Position } from './api.js';
import css from './multilateral.module.css';

export function PositionText({ position }: { position: Position }) {
  const zone = useZone();
  return (
    <>
      <p className={css.text}>
        <Words value={position.text} />
      </p>
      {position.exchangedAt ? (
        <p className={css.muted}>
          <Moment at={position.exchangedAt} zone={zone} />
        </p>
      ) : null}
    </>
  );
}

/** What was replaced by a newer position, latest first. */
export function Earlier({ positions }: { positions: readonly Position[] }) {
  const { t } = useTranslation();
  if (positions.length === 0) return null;
  return (
    <details className={css.earlier}>
      <summary>{t('web-multilateral:earlier', { count: positions.length })}</summary>
      {positions.map((position) => (
        <section key={position.id} className={css.position}>
          <h4>
            <SideName side={position.side} />
          </h4>
          <PositionText position={position} />
        </section>
      ))}
    </details>
  );
}
