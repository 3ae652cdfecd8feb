import { isDate, formatDate } from '#core/i18n';
import { NativeSelect, PasswordInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLanguage } from '../i18n/language.js';
import { useFormState } from './form.js';
import css from './form.module.css';

interface Field {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  lang?: string;
}

const asked = ({ label, hint, required = false, lang }: Field) => ({
  label,
  required,
  ...(hint ? { description: hint } : {}),
  ...(lang ? { lang } : {}),
});

export function TextField({
  type = 'text',
  autoComplete = 'off',
  autoFocus,
  ...field
}: Field & { type?: 'text' | 'email' | 'url'; autoComplete?: string; autoFocus?: boolean }) {
  const { initial, errorOf } = useFormState();
  return (
    <TextInput
      name={field.name}
      type={type}
      autoComplete={autoComplete}
      defaultValue={initial[field.name] ?? ''}
      error={errorOf(field.name)}
      {...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {})}
      {...asked(field)}
    />
  );
}

export function SecretField(field: Field) {
  const { initial, errorOf } = useFormState();
  return (
    <PasswordInput
      name={field.name}
      autoComplete="current-password"
      defaultValue={initial[field.name] ?? ''}
      error={errorOf(field.name)}
      {...asked(field)}
    />
  );
}

export function AreaField({ rows = 3, ...field }: Field & { rows?: number }) {
  const { initial, errorOf } = useFormState();
  return (
    <Textarea
      name={field.name}
      autosize
      minRows={rows}
      maxRows={14}
      defaultValue={initial[field.name] ?? ''}
      error={errorOf(field.name)}
      {...asked(field)}
    />
  );
}

/** A whole number as plain text: full-width digits are taken too (read it with `numberOf`). */
export function NumberField(field: Field) {
  const { initial, errorOf } = useFormState();
  return (
    <TextInput
      name={field.name}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={initial[field.name] ?? ''}
      error={errorOf(field.name)}
      {...asked(field)}
    />
  );
}

export function SelectField({ options, ...field }: Field & { options: { value: string; label: string }[] }) {
  const { initial, errorOf } = useFormState();
  return (
    <NativeSelect
      name={field.name}
      data={options}
      defaultValue={initial[field.name] ?? options[0]?.value ?? ''}
      error={errorOf(field.name)}
      {...asked(field)}
    />
  );
}

/** A day; beneath it the day in words with its weekday, as letters and papers print it. */
export function DayField(field: Field) {
  const { initial, errorOf } = useFormState();
  const lang = useLanguage();
  const [day, setDay] = useState(initial[field.name] ?? '');
  return (
    <TextInput
      name={field.name}
      type="date"
      defaultValue={day}
      onChange={(event) => setDay(event.currentTarget.value)}
      error={errorOf(field.name)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...asked({ ...field, hint: isDate(day) ? formatDate(day, lang) : (field.hint ?? ' ') })}
    />
  );
}

export function ChoiceField({ options, ...field }: Field & { options: { value: string; label: string }[] }) {
  const { initial, errorOf } = useFormState();
  return (
    <Radio.Group
      name={field.name}
      defaultValue={initial[field.name] ?? options[0]?.value ?? ''}
      error={errorOf(field.name)}
      {...asked(field)}
    >
      <Stack gap={8} mt={6}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={css.row}>{children}</div>;
}
