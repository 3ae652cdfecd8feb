import { LANGUAGES, type Language } from '#core/kernel';
import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { hasText, textIn } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { sourceOf } from '../../shared/texts.js';
import { useRecordWrite, type SessionRecord } from './api.js';

/** The title in its three languages, and what counts when the words differ. */
export function FactsForm({ record, onDone }: { record: SessionRecord; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useRecordWrite();
  const source = sourceOf(record.title);
  const [authentic, setAuthentic] = useState<readonly Language[]>(record.authenticLanguages);
  const [forSignature, setForSignature] = useState(record.forSignature);
  const titleIn = (lang: Language): string =>
    hasText(record.title, lang) ? (textIn(record.title, lang)?.text ?? '') : '';
  const others = LANGUAGES.filter((lang) => lang !== source);

  const send = async (data: FormData): Promise<void> => {
    const title = valueOf(data, `title.${source}`);
    const prevailing = valueOf(data, 'prevailingLanguage');
    let now = await write.mutateAsync({
      method: 'PATCH',
      path: `/records/${record.id}`,
      ifMatch: record.etag,
      body: {
        lang: source,
        ...(title === titleIn(source) ? {} : { title }),
        ...(record.kind === 'unilateral_press_release' ? {} : { forSignature }),
        authenticLanguages: forSignature ? authentic : [],
        prevailingLanguage: forSignature && prevailing !== '' ? prevailing : null,
      },
    });
    for (const lang of others) {
      const text = valueOf(data, `title.${lang}`);
      const view = textIn(record.title, lang);
      if (text === '' || (text === titleIn(lang) && view?.stale !== true && title === titleIn(source))) continue;
      now = await write.mutateAsync({
        method: 'PUT',
        path: `/records/${record.id}/title/${lang}`,
        ifMatch: now.etag,
        body: { text, status: 'checked', ofRevision: now.title.revision },
      });
    }
    toast(t('web-session-records:saved'));
    onDone();
  };
  return (
    <Form
      draft={`record-facts.${record.id}`}
      initial={{
        ...Object.fromEntries(LANGUAGES.map((lang) => [`title.${lang}`, titleIn(lang)])),
        prevailingLanguage: record.prevailingLanguage ?? '',
      }}
      label={t('web-session-records:act.facts')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      {[source, ...others].map((lang) => (
        <TextField
          key={lang}
          name={`title.${lang}`}
          lang={lang}
          label={t('web-session-records:field.titleIn', { language: LANGUAGE_NAMES[lang] })}
          {...(lang === source ? { hint: t('web-session-records:field.tokens'), required: true } : {})}
        />
      ))}
      {record.kind === 'unilateral_press_release' ? null : (
        <Checkbox
          label={t('web-session-records:signedText')}
          checked={forSignature}
          onChange={(event) => setForSignature(event.currentTarget.checked)}
        />
      )}
      {forSignature ? (
        <>
          <Checkbox.Group
            label={t('web-session-records:field.authentic')}
            description={t('web-session-records:field.authenticHint')}
            value={[...authentic]}
            onChange={(values) => setAuthentic(LANGUAGES.filter((lang) => values.includes(lang)))}
          >
            <Stack gap={8} mt={6}>
              {LANGUAGES.map((lang) => (
                <Checkbox key={lang} value={lang} label={LANGUAGE_NAMES[lang]} lang={lang} />
              ))}
            </Stack>
          </Checkbox.Group>
          <SelectField
            name="prevailingLanguage"
            label={t('web-session-records:field.prevailing')}
            options={[
              { value: '', label: t('web-session-records:noPrevailing') },
              ...authentic.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
            ]}
          />
        </>
      ) : null}
    </Form>
  );
}
