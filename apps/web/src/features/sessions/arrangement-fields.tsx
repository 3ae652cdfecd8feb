import { wallClock } from '#core/i18n';
import { LANGUAGES, partyName, type Language } from '#core/kernel';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Level, SessionDetail, TextView } from '../../shared/api/types.js';
import { AreaField, DayField, FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { useFormState, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { hasText, sourceOf, textIn } from '../../shared/texts.js';
import { CountryField, TimeField, ZoneField } from './time-fields.js';

const LEVELS: readonly Level[] = [
  'expert',
  'division',
  'dg',
  'vice_minister',
  'minister',
  'summit',
  'local',
  'private',
];

export function LevelField() {
  const { t } = useTranslation();
  return (
    <SelectField
      name="level"
      label={t('web-sessions:level')}
      options={LEVELS.map((value) => ({ value, label: t(`web-words:level.${value}`) }))}
    />
  );
}

/** Date, place, format, level and host: what both keys stand on. */
export function ArrangementFields({ withReason }: { withReason: boolean }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { initial } = useFormState();
  const sides = useSides();
  return (
    <>
      <FieldRow>
        <DayField name="startDate" label={t('web-sessions:arrangement.startDate')} required />
        <DayField name="endDate" label={t('web-sessions:arrangement.endDate')} />
      </FieldRow>
      <FieldRow>
        <TimeField name="startTime" label={t('web-sessions:arrangement.startTime')} />
        <TimeField name="endTime" label={t('web-sessions:arrangement.endTime')} />
        <SelectField
          name="repeated"
          label={t('web-sessions:arrangement.repeated')}
          options={[
            { value: '', label: t('web-sessions:arrangement.notRepeated') },
            { value: 'earlier', label: t('web-sessions:arrangement.earlier') },
            { value: 'later', label: t('web-sessions:arrangement.later') },
          ]}
        />
      </FieldRow>
      <ZoneField />
      <FieldRow>
        <SelectField
          name="format"
          label={t('web-sessions:format')}
          options={(['in_person', 'online', 'hybrid'] as const).map((value) => ({
            value,
            label: t(`common:forms.${value}`),
          }))}
        />
        <TextField
          name="place"
          label={t('web-sessions:arrangement.place', { language: LANGUAGE_NAMES[lang] })}
          lang={lang}
        />
        <CountryField />
      </FieldRow>
      <FieldRow>
        <LevelField />
        <SelectField
          name="hostSide"
          label={t('web-sessions:host')}
          options={[
            ...sides.map((side): { value: string; label: string } => ({ value: side, label: partyName(side, lang) })),
            { value: '', label: t('web-sessions:arrangement.noHost') },
          ]}
        />
      </FieldRow>
      <Checkbox
        name="sameHostAgain"
        label={t('web-sessions:arrangement.sameHostAgain')}
        defaultChecked={initial['sameHostAgain'] === 'on'}
      />
      <TextField name="marginsOf" label={t('web-sessions:arrangement.marginsOf')} lang={lang} />
      {withReason ? (
        <AreaField
          name="reason"
          label={t('web-sessions:arrangement.reason')}
          hint={t('web-sessions:acts.bothRead')}
          rows={2}
        />
      ) : null}
    </>
  );
}

/** Words that were not changed keep every language they had. */
function inAllLanguages(known: TextView, lang: Language): object {
  const source = sourceOf(known);
  const others = LANGUAGES.filter((one) => one !== source && hasText(known, one));
  return {
    lang: hasText(known, source) ? source : lang,
    text: textIn(known, source)?.text ?? known.text,
    ...Object.fromEntries(others.map((one) => [one, textIn(known, one)?.text])),
  };
}

/** What the form says, in the words of the API; empty fields are left out. */
export function arrangementOf(data: FormData, lang: Language, session?: SessionDetail): object {
  const text = (name: string): string | undefined => valueOf(data, name) || undefined;
  const words = (name: string, known?: TextView | null) => {
    const value = text(name);
    if (value === undefined) return undefined;
    return known?.all && value === known.text ? inAllLanguages(known, lang) : { lang, text: value };
  };
  const margins = words('marginsOf', session?.marginsOf?.title);
  // A session named by its id stays, unless other words stand in its place.
  const known = session?.marginsOf?.sessionId;
  const kept = known && text('marginsOf') === session.marginsOf?.title.text ? known : undefined;
  return {
    startDate: valueOf(data, 'startDate'),
    endDate: text('endDate'),
    startTime: text('startTime'),
    endTime: text('endTime'),
    repeated: text('repeated'),
    zone: valueOf(data, 'zone'),
    place: words('place', session?.place),
    country: text('country'),
    format: valueOf(data, 'format'),
    level: valueOf(data, 'level'),
    hostSide: text('hostSide'),
    sameHostAgain: data.get('sameHostAgain') !== null,
    ...(kept ? { marginsOfSessionId: kept } : { marginsOf: margins }),
    reason: text('reason'),
  };
}

/** A session's arrangement as the form's first values. */
export function valuesOf(session: SessionDetail): Record<string, string> {
  const { startsAt, endsAt, zone } = session;
  return {
    startDate: session.date.value,
    endDate: session.dateEnd ?? '',
    startTime: startsAt ? wallClock(startsAt, zone).time : '',
    endTime: endsAt ? wallClock(endsAt, zone).time : '',
    zone,
    place: session.place?.text ?? '',
    country: session.country ?? '',
    format: session.format,
    level: session.level,
    hostSide: session.host ?? '',
    marginsOf: session.marginsOf?.title.text ?? '',
    sameHostAgain: session.sameHostAgain ? 'on' : '',
  };
}
