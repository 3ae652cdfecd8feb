import { formatBand, formatFrequency } from '#core/i18n';
import { useLanguage } from '../../shared/i18n/language.js';
import { useTranslation } from 'react-i18next';
import type { Band } from '../../shared/api/types.js';

/** Bands as numbers with their unit; a nominal band is called a band of that frequency. */
export function Bands({ bands }: { bands: Band[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  if (bands.length === 0) return <>{t('web-radio:noBand')}</>;
  return (
    <>
      {bands
        .map((band) =>
          band.lowHz && band.highHz
            ? formatBand(Number(band.lowHz), Number(band.highHz), lang)
            : band.nominalHz
              ? t('web-radio:nominal', { frequency: formatFrequency(Number(band.nominalHz), lang) })
              : null,
        )
        .filter(Boolean)
        .join(' · ')}
    </>
  );
}
