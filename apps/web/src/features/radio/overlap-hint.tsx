import { useTranslation } from 'react-i18next';
import { useRead } from '../../shared/api/hooks.js';
import type { components } from '../../shared/api/schema.js';
import { bandsOf } from './form-values.js';
import { OverlapWords } from './neighbours.js';
import css from './radio.module.css';

type OverlapList = components['schemas']['RadioOverlapListView'];

/** While a case is written: what shares its bands and places already. */
export function OverlapHint({ band, areas, except }: { band: string; areas: string; except?: string | undefined }) {
  const { t } = useTranslation();
  const asked = bandsOf(band)
    .map(({ text }) => text)
    .join(';');
  const found = useRead<OverlapList>(
    '/radio-issues/overlaps',
    { band: asked, ...(areas ? { area: areas } : {}), ...(except ? { except } : {}) },
    asked !== '',
  );
  const items = asked === '' ? [] : (found.data?.items ?? []);
  return (
    <div aria-live="polite">
      {items.length > 0 && !found.error ? (
        <div className={css.hintBox}>
          <p>{t('web-radio:form.overlapHint', { count: items.length })}</p>
          <ul className={css.cards}>
            {items.slice(0, 5).map((one) => (
              <li key={one.id}>
                <OverlapWords overlap={one} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
