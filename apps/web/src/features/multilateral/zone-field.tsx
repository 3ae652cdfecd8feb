import { zoneName } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../shared/forms/fields.js';
import { useFormState } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { ZONES } from './api.js';

/** The zone in which an organisation counts: the usual ones, and the one that stands. */
export function ZoneField({ name }: { name: string }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { initial } = useFormState();
  const standing = initial[name];
  const zones = standing && !ZONES.includes(standing) ? [standing, ...ZONES] : ZONES;
  return (
    <SelectField
      name={name}
      label={t('web-multilateral:field.zone')}
      hint={t('web-multilateral:field.zoneHint')}
      options={zones.map((zone) => ({ value: zone, label: zoneName(zone, lang) }))}
    />
  );
}
