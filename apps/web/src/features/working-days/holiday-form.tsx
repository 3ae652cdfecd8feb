import { newId, LANGUAGES, type Language, type Side } from '#core/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../shared/api/hooks.js';
import { hasStatus } from '../../shared/api/problem.js';
import { DayField, FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { hasText, ownFirst, textIn } from '../../shared/texts.js';
import { Day } from '../../shared/ui/dates.js';
import { toast } from '../../shared/ui/toast.js';
import {
  addHoliday,
  changeHoliday,
  KINDS,
  STATUSES,
  type HolidayInput,
  type HolidayRecord,
  type Names,
} from './api.js';

/** The language of a side's Gazette is the source of every name. */
export const gazetteLanguage = (side: Side): Language => (side === 'kr' ? 'ko' : 'ja');

/** A name in three languages, the keeping side's first and needed; `names.ko` and so on. */
export function NameFields({ side }: { side: Side }) {
  const { t } = useTranslation();
  const own = gazetteLanguage(side);
  return (
    <>
      {ownFirst(own).map((lang) => (
        <TextField
          key={lang}
          name={`names.${lang}`}
          label={t('web-working-days:nameIn', { language: LANGUAGE_NAMES[lang] })}
          lang={lang}
          required={lang === own}
        />
      ))}
    </>
  );
}

export function namesIn(data: FormData): Names {
  const names: Names = {};
  for (const lang of LANGUAGES) {
    const text = valueOf(data, `names.${lang}`);
    if (text !== '') names[lang] = text;
  }
  return names;
}

export const nameValues = (name: HolidayRecord['name']): Record<string, string> =>
  Object.fromEntries(
    LANGUAGES.map((lang) => [`names.${lang}`, hasText(name, lang) ? (textIn(name, lang)?.text ?? '') : '']),
  );

/** Enters a day of the own side, or changes one; its date never moves. Temporary days by Cabinet decision are Korea's (domain.md 5). */
export function HolidayForm({
  side,
  year,
  day,
  onDone,
}: {
  side: Side;
  year: number;
  day?: HolidayRecord;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const write = useWrite<HolidayRecord>();
  const [idempotencyKey] = useState(newId);
  const send = async (data: FormData): Promise<void> => {
    const input: HolidayInput = {
      kind: valueOf(data, 'kind'),
      status: valueOf(data, 'status'),
      names: namesIn(data),
      citation: valueOf(data, 'citation'),
    };
    try {
      await write.mutateAsync(
        day ? changeHoliday(day, input) : addHoliday({ ...input, date: valueOf(data, 'date') }, idempotencyKey),
      );
    } catch (error) {
      if (hasStatus(error, 412)) await client.invalidateQueries({ queryKey: ['/holidays'] });
      throw error;
    }
    toast(t(day ? 'web-working-days:changed' : 'web-working-days:added'));
    onDone();
  };
  const initial: Record<string, string> = day
    ? { ...nameValues(day.name), kind: day.kind, status: day.status, citation: day.citation?.text ?? '' }
    : { kind: side === 'kr' ? 'temporary' : 'public', status: 'gazetted' };
  return (
    <Form
      draft={`holiday.${day?.id ?? `new.${side}.${String(year)}`}`}
      initial={initial}
      label={t(day ? 'web-working-days:edit' : 'web-working-days:add')}
      submit={t(day ? 'web-shell:save' : 'web-working-days:add')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      {day ? (
        <p>
          <Day date={day.date} />
        </p>
      ) : (
        <DayField name="date" label={t('web-working-days:date')} required />
      )}
      <FieldRow>
        <SelectField
          name="kind"
          label={t('web-working-days:kind')}
          options={KINDS.map((value) => ({ value, label: t(`working-days:kinds.${value}`) }))}
        />
        <SelectField
          name="status"
          label={t('web-working-days:status')}
          options={STATUSES.map((value) => ({ value, label: t(`working-days:statuses.${value}`) }))}
        />
      </FieldRow>
      <NameFields side={side} />
      <TextField
        name="citation"
        label={t('web-working-days:citation')}
        hint={t('web-working-days:citationHint')}
        lang={gazetteLanguage(side)}
      />
    </Form>
  );
}
