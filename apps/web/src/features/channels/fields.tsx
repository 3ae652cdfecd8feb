import { LANGUAGES, type Language } from '#core/kernel';
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../shared/api/hooks.js';
import type { BodySummary, InstrumentSummary, Level, List, Topic } from '../../shared/api/types.js';
import { AreaField, FieldRow, NumberField, SelectField, TextField } from '../../shared/forms/fields.js';
import { numberOf, useFormState, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useMe } from '../../shared/me.js';
import css from './acts.module.css';
import { LEVELS } from './keep.js';

/** Words that both sides will read with the proposal. */
export function WhyField() {
  const { t } = useTranslation();
  return <AreaField name="why" label={t('web-channels:form.why')} hint={t('web-channels:form.whyHint')} />;
}

export const whyOf = (data: FormData, lang: Language): object => {
  const why = valueOf(data, 'why');
  return { lang, ...(why === '' ? {} : { why }) };
};

/** The text an agreement rests on: an instrument of the record, or words that name it. */
export function ReferenceFields() {
  const { t } = useTranslation();
  const instruments = useRead<List<InstrumentSummary>>('/instruments', { limit: '200' });
  return (
    <>
      <SelectField
        name="instrument"
        label={t('web-channels:form.instrument')}
        options={[
          { value: '', label: t('web-channels:form.otherText') },
          // What is still a draft has no code to be named by.
          ...(instruments.data?.items ?? []).flatMap(({ code, name }) =>
            code === null ? [] : [{ value: code, label: name.text }],
          ),
        ]}
      />
      <TextField name="reference" label={t('web-channels:form.citation')} hint={t('web-channels:form.citationHint')} />
    </>
  );
}

export const referenceOf = (data: FormData): object => {
  const instrument = valueOf(data, 'instrument');
  return {
    reference: instrument
      ? { kind: 'instrument', text: instrument }
      : { kind: 'citation', text: valueOf(data, 'reference') },
  };
};

export function LevelField({ name = 'level', without }: { name?: string; without?: Level }) {
  const { t } = useTranslation();
  return (
    <SelectField
      name={name}
      label={t('web-channels:form.level')}
      options={LEVELS.filter((level) => level !== without).map((level) => ({
        value: level,
        label: t(`web-words:level.${level}`),
      }))}
    />
  );
}

const own = { kr: 'ko', jp: 'ja' } as const;

/** One name per language; the own side's language is needed and comes first. */
export function NameFields() {
  const { t } = useTranslation();
  const side = useMe()?.side;
  const first = side ? own[side] : undefined;
  return (
    <>
      {[...LANGUAGES]
        .sort((a, b) => Number(b === first) - Number(a === first))
        .map((lang) => (
          <TextField
            key={lang}
            name={`name-${lang}`}
            lang={lang}
            required={lang === first}
            label={t('web-channels:form.name', { language: LANGUAGE_NAMES[lang] })}
          />
        ))}
    </>
  );
}

export const namesOf = (data: FormData): { names: { language: Language; text: string }[] } => ({
  names: LANGUAGES.map((language) => ({ language, text: valueOf(data, `name-${language}`) })).filter(
    ({ text }) => text !== '',
  ),
});

/** Cadence, hosting, topics and who meets; what is left empty stays as it is. */
export function DetailFields() {
  const { t } = useTranslation();
  const topics = useRead<List<Topic>>('/topics');
  const bodies = useRead<List<BodySummary>>('/bodies', { limit: '200' });
  return (
    <>
      <FieldRow>
        <NumberField name="cadenceMonths" label={t('web-channels:form.cadenceMonths')} />
        <SelectField
          name="hostingRule"
          label={t('web-channels:hosting')}
          options={[
            { value: '', label: '–' },
            ...(['alternating', 'rotation', 'by_agreement'] as const).map((rule) => ({
              value: rule,
              label: t(`web-channels:hostingRule.${rule}`),
            })),
          ]}
        />
      </FieldRow>
      <TextField name="cadence" label={t('web-channels:form.cadence')} />
      <Checks
        name="topicCodes"
        label={t('web-channels:topics')}
        options={(topics.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name.text }))}
      />
      <Checks
        name="bodyIds"
        label={t('web-channels:parties')}
        options={(bodies.data?.items ?? [])
          .filter(({ side, successorId }) => side !== null && successorId === null)
          .map(({ id, name }) => ({ value: id, label: name.text }))}
      />
    </>
  );
}

export function detailsOf(data: FormData): object {
  const hostingRule = valueOf(data, 'hostingRule');
  const cadence = valueOf(data, 'cadence');
  const many = (name: string): string[] => data.getAll(name).filter((value) => typeof value === 'string');
  return {
    ...(valueOf(data, 'cadenceMonths') === '' ? {} : { cadenceMonths: numberOf(data, 'cadenceMonths') }),
    ...(hostingRule === '' ? {} : { hostingRule }),
    ...(cadence === '' ? {} : { cadence }),
    ...(many('topicCodes').length === 0 ? {} : { topicCodes: many('topicCodes') }),
    ...(many('bodyIds').length === 0 ? {} : { bodyIds: many('bodyIds') }),
  };
}

/** Many of a list, in a box that scrolls. `initial` of the form holds what is ticked, parted by commas. */
function Checks({
  name,
  label,
  options,
}: {
  name: string;
  label: ReactNode;
  options: { value: string; label: string }[];
}) {
  const { initial, errorOf } = useFormState();
  const ticked = (initial[name] ?? '').split(',');
  const error = errorOf(name);
  return (
    <fieldset className={css.checks}>
      <legend>{label}</legend>
      <div className={css.box}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            defaultChecked={ticked.includes(option.value)}
          />
        ))}
      </div>
      {error ? <p role="alert">{error}</p> : null}
    </fieldset>
  );
}
