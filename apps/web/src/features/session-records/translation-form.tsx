import type { Language } from '#core/kernel';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendThen } from '../../shared/api/hooks.js';
import { hasStatus } from '../../shared/api/problem.js';
import { AreaField, ChoiceField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { FieldGlossary } from '../../shared/glossary/index.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { hasText, sourceOf, textIn } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { useRecordWrite, type Paragraph } from './api.js';
import { Conflict } from './conflict.js';
import css from './session-records.module.css';

/** One language of a paragraph, beneath the words it says. */
export function TranslationForm({
  paragraph,
  lang,
  onDone,
}: {
  paragraph: Paragraph;
  lang: Language;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const write = useRecordWrite();
  const textOf = useProblemText();
  const { text } = paragraph;
  const source = sourceOf(text);
  const present = hasText(text, lang) ? textIn(text, lang) : undefined;
  const [opened] = useState(present?.text ?? '');
  const [revision] = useState(text.revision);
  const address = `/record-paragraphs/${paragraph.id}/text/${lang}`;
  const send = async (data: FormData): Promise<void> => {
    try {
      await write.mutateAsync({
        method: 'PUT',
        path: address,
        ifMatch: paragraph.etag,
        body: { text: valueOf(data, 'text'), status: valueOf(data, 'status'), ofRevision: revision },
      });
    } catch (error) {
      if (hasStatus(error, 412)) await client.invalidateQueries();
      throw error;
    }
    toast(t('web-session-records:saved'));
    onDone();
  };
  const keep = (): void =>
    sendThen(write, { method: 'POST', path: `${address}/no-change`, ifMatch: paragraph.etag }, onDone);
  const words = textIn(text, source)?.text ?? '';
  return (
    <>
      <p className={css.sourceText}>
        <span className={css.muted}>{LANGUAGE_NAMES[source]}</span> <span lang={source}>{words}</span>
      </p>
      <Form
        draft={`record-translation.${paragraph.id}.${lang}`}
        initial={{ text: opened, status: 'checked' }}
        label={t('web-session-records:act.translate')}
        submit={t('web-shell:save')}
        pending={write.isPending}
        onSubmit={send}
        onCancel={onDone}
        refusal={(problem) =>
          problem.status === 412 ? <Conflict before={opened} now={present?.text ?? ''} lang={lang} /> : null
        }
      >
        <AreaField name="text" label={LANGUAGE_NAMES[lang]} lang={lang} rows={5} required />
        <FieldGlossary field="text" lang={lang} source={{ text: words, lang: source }} />
        <ChoiceField
          name="status"
          label={t('web-session-records:field.status')}
          options={[
            { value: 'checked', label: t('web-session-records:field.checked') },
            { value: 'draft', label: t('common:texts.draft') },
          ]}
        />
      </Form>
      {present?.stale ? (
        <p className={css.acts}>
          <Button variant="default" loading={write.isPending} onClick={keep}>
            {t('web-session-records:act.noChange')}
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
