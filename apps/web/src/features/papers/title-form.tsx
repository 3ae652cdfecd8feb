import { LANGUAGES, type Language } from '#core/kernel';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { hasText, sourceOf, textIn } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { usePaperWrite, type Paper } from './api.js';
import css from './papers.module.css';

/** The title in one of its other languages, beneath the words it translates. */
export function TitleForm({ paper, onDone }: { paper: Paper; onDone: () => void }) {
  const { t } = useTranslation();
  const source = sourceOf(paper.title);
  const others = LANGUAGES.filter((lang) => lang !== source);
  const open = others.find((other) => !hasText(paper.title, other) || textIn(paper.title, other)?.stale);
  const [shown, setShown] = useState<Language>(open ?? others[0] ?? source);
  return (
    <>
      <p className={css.sourceText}>
        <span className={css.muted}>{LANGUAGE_NAMES[source]}</span>{' '}
        <span lang={source}>{textIn(paper.title, source)?.text}</span>
      </p>
      <div role="group" aria-label={t('web-agenda:languages.into')} className={css.acts}>
        {others.map((lang) => (
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
      <IntoLanguage key={shown} paper={paper} lang={shown} onDone={onDone} />
    </>
  );
}

function IntoLanguage({ paper, lang, onDone }: { paper: Paper; lang: Language; onDone: () => void }) {
  const { t } = useTranslation();
  const write = usePaperWrite();
  const textOf = useProblemText();
  const present = hasText(paper.title, lang) ? textIn(paper.title, lang) : undefined;
  const address = `/papers/${paper.id}/title/${lang}`;
  const send = async (data: FormData): Promise<void> => {
    await write.mutateAsync({
      method: 'PUT',
      path: address,
      ifMatch: paper.etag,
      body: { text: valueOf(data, 'text'), status: valueOf(data, 'status'), ofRevision: paper.title.revision },
    });
    toast(t('web-papers:saved'));
    onDone();
  };
  const keep = (): void =>
    void write.mutateAsync({ method: 'POST', path: `${address}/no-change`, ifMatch: paper.etag }).then(onDone, () => {
      // The refusal is shown beneath the button.
    });
  return (
    <>
      <Form
        draft={`paper-title.${paper.id}.${lang}`}
        initial={{ text: present?.text ?? '', status: 'checked' }}
        label={t('web-papers:act.translate')}
        submit={t('web-shell:save')}
        pending={write.isPending}
        onSubmit={send}
        onCancel={onDone}
      >
        <TextField
          name="text"
          label={t('web-papers:field.title', { language: LANGUAGE_NAMES[lang] })}
          lang={lang}
          required
        />
        <ChoiceField
          name="status"
          label={t('web-papers:field.status')}
          options={[
            { value: 'checked', label: t('web-papers:field.checked') },
            { value: 'draft', label: t('common:texts.draft') },
          ]}
        />
      </Form>
      {present?.stale ? (
        <p className={css.acts}>
          <Button variant="default" loading={write.isPending} onClick={keep}>
            {t('web-papers:act.keep-file')}
          </Button>
          {write.error ? (
            <span role="alert" className={css.refused}>
              {textOf(write.error)}
            </span>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
