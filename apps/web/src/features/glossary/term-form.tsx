import { LANGUAGES, newId, type Language } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../shared/api/hooks.js';
import { AreaField, ChoiceField, FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { hasText, ownFirst, textIn } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { proposeChange, proposeTerm, type Forms, type Term, type TermInput } from './api.js';
import { AREAS, useAreaName } from './area-name.js';
import css from './glossary.module.css';

/** Proposes a new term, or other words for one. What is typed stays in this browser until it is sent. */
export function TermForm({ term, onDone }: { term?: Term; onDone: () => void }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const nameOf = useAreaName();
  const write = useWrite<Term>();
  const [idempotencyKey] = useState(newId);
  const send = async (data: FormData): Promise<void> => {
    const input = inputOf(data, page, term);
    await write.mutateAsync(
      term ? proposeChange(term, input) : proposeTerm({ ...input, area: valueOf(data, 'area') }, idempotencyKey),
    );
    toast(t('web-glossary:proposed'));
    onDone();
  };
  const title = t(term ? 'web-glossary:act.propose-change' : 'web-glossary:act.propose-term');
  return (
    <Form
      draft={`glossary.${term?.id ?? 'new'}`}
      initial={term ? valuesOf(term, page) : { area: 'topic', binding: 'no' }}
      label={title}
      submit={title}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      {term ? null : (
        <SelectField
          name="area"
          label={t('web-glossary:form.area')}
          options={AREAS.map((value) => ({ value, label: nameOf(value) }))}
        />
      )}
      {ownFirst(page).map((lang) => (
        <LanguageFields key={lang} lang={lang} />
      ))}
      <AreaField name="note" label={t('web-glossary:note')} lang={page} rows={2} />
      <ChoiceField
        name="binding"
        label={t('web-glossary:binding.label')}
        hint={t('web-glossary:binding.hint')}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`web-glossary:binding.${value}`) }))}
      />
      <AreaField name="reason" label={t('web-glossary:reason')} hint={t('web-glossary:reasonHint')} rows={2} />
    </Form>
  );
}

function LanguageFields({ lang }: { lang: Language }) {
  const { t } = useTranslation();
  const language = LANGUAGE_NAMES[lang];
  return (
    <div className={css.language}>
      <TextField name={`${lang}.term`} label={t('web-glossary:form.term', { language })} lang={lang} required />
      <FieldRow>
        {(['also', 'avoid'] as const).map((kind) => (
          <AreaField
            key={kind}
            name={`${lang}.${kind}`}
            label={t(`web-glossary:form.${kind}`, { language })}
            hint={t('web-glossary:form.lines')}
            lang={lang}
            rows={1}
          />
        ))}
      </FieldRow>
    </div>
  );
}

function inputOf(data: FormData, page: Language, term: Term | undefined): TermInput {
  const lines = (name: string): string[] =>
    valueOf(data, name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const forms = (lang: Language): Forms => ({
    term: valueOf(data, `${lang}.term`),
    also: lines(`${lang}.also`),
    avoid: lines(`${lang}.avoid`),
  });
  // The note is written in the language of the page; what it says in the others stays.
  const kept: Partial<Record<Language, string>> = {};
  for (const lang of LANGUAGES)
    if (lang !== page && term?.note && hasText(term.note, lang)) kept[lang] = textIn(term.note, lang)?.text ?? '';
  const note = valueOf(data, 'note');
  return {
    ko: forms('ko'),
    ja: forms('ja'),
    en: forms('en'),
    note: { ...kept, ...(note === '' ? {} : { [page]: note }) },
    binding: valueOf(data, 'binding') === 'yes',
    reason: valueOf(data, 'reason'),
  };
}

function valuesOf(term: Term, page: Language): Record<string, string> {
  const forms = LANGUAGES.flatMap((lang): [string, string][] => [
    [`${lang}.term`, term.words[lang].term],
    [`${lang}.also`, term.words[lang].also.join('\n')],
    [`${lang}.avoid`, term.words[lang].avoid.join('\n')],
  ]);
  const note = term.note && hasText(term.note, page) ? (textIn(term.note, page)?.text ?? '') : '';
  return { ...Object.fromEntries(forms), note, binding: term.binding ? 'yes' : 'no' };
}
