import type { Language } from '#core/kernel';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasStatus } from '../../shared/api/problem.js';
import type { AgendaItem, TextField as Field, TextView } from '../../shared/api/types.js';
import { AreaField, ChoiceField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { hasText, ownFirst, sourceOf, textIn } from '../../shared/texts.js';
import { TextMarks } from '../../shared/ui/text.js';
import css from './agenda.module.css';
import { keepText, useAgendaWrite, writeText } from './api.js';
import { toast } from '../../shared/ui/toast.js';

/** The source at the left, its translation at the right, a form for each language. */
export function TranslateForm({ item, onDone }: { item: AgendaItem; onDone: () => void }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const source = sourceOf(item.title);
  const targets = ownFirst(page).filter((lang) => lang !== source);
  const [shown, setShown] = useState<Language>(targets[0] ?? page);
  return (
    <div>
      <div role="group" aria-label={t('web-agenda:languages.into')} className={css.targets}>
        {targets.map((lang) => (
          <Button
            key={lang}
            size="compact-md"
            variant={lang === shown ? 'filled' : 'default'}
            aria-pressed={lang === shown}
            onClick={() => setShown(lang)}
          >
            <span lang={lang}>{LANGUAGE_NAMES[lang]}</span>
          </Button>
        ))}
      </div>
      <IntoLanguage key={shown} item={item} source={source} lang={shown} onDone={onDone} />
    </div>
  );
}

const FIELDS: readonly Field[] = ['title', 'description'];

function IntoLanguage({
  item,
  source,
  lang,
  onDone,
}: {
  item: AgendaItem;
  source: Language;
  lang: Language;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const write = useAgendaWrite();
  const [etag, setEtag] = useState(item.etag);
  const present = FIELDS.flatMap((field) => {
    const value = item[field];
    return value ? [{ field, value }] : [];
  });
  const textOf = (value: TextView): string => (hasText(value, lang) ? (textIn(value, lang)?.text ?? '') : '');
  const stale = present.filter(({ value }) => textIn(value, lang)?.stale === true);

  const send = async (data: FormData): Promise<void> => {
    let current = etag;
    try {
      for (const { field, value } of present) {
        const text = valueOf(data, field);
        const status = valueOf(data, 'status');
        const view = textIn(value, lang);
        if (text === '' || (text === textOf(value) && view?.status === status && !view.stale)) continue;
        const agenda = await write.mutateAsync(
          writeText(item.id, current, field, lang, { text, status, ofRevision: value.revision }),
        );
        current = agenda.items.find((other) => other.id === item.id)?.etag ?? current;
        setEtag(current);
      }
    } catch (error) {
      if (hasStatus(error, 412)) setEtag(item.etag);
      throw error;
    }
    toast(t('web-agenda:translated', { language: LANGUAGE_NAMES[lang] }));
    onDone();
  };
  const keep = async (): Promise<void> => {
    let current = etag;
    for (const { field } of stale) {
      const agenda = await write.mutateAsync(keepText(item.id, current, field, lang));
      current = agenda.items.find((other) => other.id === item.id)?.etag ?? current;
    }
    onDone();
  };

  return (
    <Form
      draft={`translation.${item.id}.${lang}`}
      initial={{ ...Object.fromEntries(present.map(({ field, value }) => [field, textOf(value)])), status: 'checked' }}
      label={t('web-agenda:languages.intoOne', { language: LANGUAGE_NAMES[lang] })}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
      refusal={(problem) => (problem.status === 412 ? <p>{t('web-agenda:conflict.yours')}</p> : null)}
    >
      {present.map(({ field, value }) => (
        <div key={field} className={css.beside}>
          <div>
            <span className={css.tag} lang={source}>
              {LANGUAGE_NAMES[source]}
            </span>
            <p lang={source} className={css.prose}>
              {textIn(value, source)?.text}
            </p>
          </div>
          <div>
            <AreaField
              name={field}
              rows={field === 'title' ? 1 : 3}
              lang={lang}
              label={t(`web-agenda:field.${field}`, { language: LANGUAGE_NAMES[lang] })}
            />
            <StaleMark value={value} lang={lang} />
          </div>
        </div>
      ))}
      <ChoiceField
        name="status"
        label={t('web-agenda:quality.label')}
        options={[
          { value: 'checked', label: t('web-agenda:quality.checked') },
          { value: 'draft', label: t('web-agenda:quality.draft') },
        ]}
      />
      {stale.length > 0 ? (
        <p>
          <Button variant="default" onClick={() => void keep().catch(() => undefined)}>
            {t('web-agenda:quality.noChange')}
          </Button>
        </p>
      ) : null}
    </Form>
  );
}

function StaleMark({ value, lang }: { value: TextView; lang: Language }) {
  const view = textIn(value, lang);
  return view && hasText(value, lang) ? <TextMarks value={view} asked={lang} /> : null;
}
