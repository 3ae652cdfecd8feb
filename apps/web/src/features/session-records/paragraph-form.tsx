import { LANGUAGES, type Language } from '#core/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasStatus } from '../../shared/api/problem.js';
import { AreaField, FieldRow, SelectField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { sourceOf, textIn } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { PARAGRAPH_KINDS, useRecordWrite, type Paragraph, type SessionRecord } from './api.js';
import { Conflict } from './conflict.js';

/** A paragraph in the language it is written in; a new one at the end. */
export function ParagraphForm({
  record,
  paragraph,
  onDone,
}: {
  record: SessionRecord;
  paragraph?: Paragraph;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const page = useLanguage();
  const client = useQueryClient();
  const write = useRecordWrite();
  const source = paragraph ? sourceOf(paragraph.text) : page;
  const [opened] = useState(() => (paragraph ? (textIn(paragraph.text, source)?.text ?? '') : ''));
  const send = async (data: FormData): Promise<void> => {
    const agendaItemId = valueOf(data, 'agendaItemId');
    const body = { kind: valueOf(data, 'kind'), text: valueOf(data, 'text') };
    try {
      if (paragraph)
        await write.mutateAsync({
          method: 'PATCH',
          path: `/record-paragraphs/${paragraph.id}`,
          ifMatch: paragraph.etag,
          body: { ...body, lang: source, agendaItemId: agendaItemId === '' ? null : agendaItemId },
        });
      else
        await write.mutateAsync({
          method: 'POST',
          path: `/records/${record.id}/paragraphs`,
          body: { ...body, lang: valueOf(data, 'lang'), ...(agendaItemId === '' ? {} : { agendaItemId }) },
        });
    } catch (error) {
      if (hasStatus(error, 412)) await client.invalidateQueries({ queryKey: [`/records/${record.id}`] });
      throw error;
    }
    toast(t('web-session-records:saved'));
    onDone();
  };
  const label = t(paragraph ? 'web-session-records:act.edit' : 'web-session-records:act.add');
  return (
    <Form
      draft={`record-paragraph.${paragraph?.id ?? record.id}`}
      initial={{
        text: opened,
        kind: paragraph?.kind ?? 'paragraph',
        lang: source,
        agendaItemId: paragraph?.agendaItem?.id ?? '',
      }}
      label={label}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
      refusal={(problem) =>
        problem.status === 412 && paragraph ? (
          <Conflict before={opened} now={textIn(paragraph.text, source)?.text ?? ''} lang={source} />
        ) : null
      }
    >
      <AreaField
        name="text"
        label={t('web-session-records:field.text')}
        hint={t('web-session-records:field.brackets')}
        lang={source}
        rows={5}
        required
      />
      <FieldRow>
        {paragraph ? null : (
          <SelectField
            name="lang"
            label={t('web-session-records:field.lang')}
            options={LANGUAGES.map((value: Language) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
        )}
        <SelectField
          name="kind"
          label={t('web-session-records:field.kind')}
          options={PARAGRAPH_KINDS.map((value) => ({ value, label: t(`web-session-records:paragraph.${value}`) }))}
        />
        <SelectField
          name="agendaItemId"
          label={t('web-session-records:field.item')}
          options={[
            { value: '', label: t('web-session-records:noItem') },
            ...record.items.map((item) => ({
              value: item.id,
              label: [item.number === null ? '' : `${String(item.number)}.`, item.title.text].join(' ').trim(),
            })),
          ]}
        />
      </FieldRow>
    </Form>
  );
}
