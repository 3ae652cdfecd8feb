import { zoneName } from '#core/i18n';
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../shared/forms/fields.js';
import { useFormState } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';

/** A clock time `HH:MM` at the venue. */
export function TimeField({ name, label, hint }: { name: string; label: string; hint?: ReactNode }) {
  const { initial, errorOf } = useFormState();
  return (
    <TextInput
      name={name}
      type="time"
      label={label}
      defaultValue={initial[name] ?? ''}
      error={errorOf(name)}
      {...(hint ? { description: hint } : {})}
    />
  );
}

export const CAPITAL_ZONES = { kr: 'Asia/Seoul', jp: 'Asia/Tokyo' } as const;
const USUAL = ['Asia/Shanghai', 'Europe/Zurich'];

/** The zone of the venue: both capitals first, then where the two sides meet elsewhere, then all the world. */
export function ZoneField() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const first = [...useSides().map((side): string => CAPITAL_ZONES[side]), ...USUAL];
  const rest = Intl.supportedValuesOf('timeZone').filter((zone) => !first.includes(zone));
  return (
    <SelectField
      name="zone"
      label={t('web-sessions:arrangement.zone')}
      hint={t('web-sessions:arrangement.zoneHint')}
      options={[...first, ...rest].map((zone) => ({ value: zone, label: zoneName(zone, lang) }))}
    />
  );
}

const COUNTRIES = ['CN', 'CH', 'FR', 'SG', 'TH', 'US', 'VN'];

export function CountryField() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const codes = [...useSides().map((side) => side.toUpperCase()), ...COUNTRIES];
  return (
    <SelectField
      name="country"
      label={t('web-sessions:arrangement.country')}
      options={[
        ...codes.map((value) => ({ value, label: names.of(value) ?? value })),
        { value: '', label: t('web-sessions:arrangement.noCountry') },
      ]}
    />
  );
}
