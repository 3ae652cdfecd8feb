import { useTranslation } from 'react-i18next';
import { useSides } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import css from './calendar.module.css';

/** What the borders and hues mean, in words. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={css.legend} aria-label={t('web-calendar:legend')}>
      {useSides().map((side) => (
        <li key={side}>
          <SideName side={side} suffix={false} /> {t('web-calendar:kinds.holiday')}
        </li>
      ))}
      {(['session', 'open', 'hold', 'poll', 'avoid', 'free'] as const).map((kind) => (
        <li key={kind}>
          <span className={css.swatch} data-kind={kind} aria-hidden />
          {t(`web-calendar:kinds.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
