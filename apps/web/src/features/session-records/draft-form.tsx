import { LANGUAGES } from '#core/kernel';
import { Checkbox } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { RECORD_KINDS, recordAddress, useRecordWrite, type RecordKind, type RecordSummary } from './api.js';
import { KindSelect } from './kind-select.js';

/** Begins a text; only the own side sees it until it is exchanged. */
export function DraftForm({
  sessionId,
  records,
  onDone,
}: {
  sessionId: string;
  records: readonly RecordSummary[];
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useRecordWrite();
  const navigate = useNavigate();
  const key = useRef(crypto.randomUUID());
  const [kind, setKind] = useState<RecordKind>('agreed_minutes');
  const mains = records.filter((record) => record.kind !== 'annex' && record.state !== 'withdrawn');
  const send = async (data: FormData): Promise<void> => {
    const annexOfId = kind === 'annex' ? valueOf(data, 'annexOfId') : '';
    const record = await write.mutateAsync({
      method: 'POST',
      path: `/sessions/${sessionId}/records`,
      idempotencyKey: key.current,
      body: {
        kind,
        lang: valueOf(data, 'lang'),
        title: valueOf(data, 'title'),
        outline: data.get('outline') === 'on',
        ...(annexOfId === '' ? {} : { annexOfId }),
      },
    });
    onDone();
    await navigate(recordAddress(record));
  };
  return (
    <Form
      draft={`record-draft.${sessionId}`}
      initial={{ lang }}
      label={t('web-session-records:draft.start')}
      submit={t('web-session-records:draft.submit')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <KindSelect
        kinds={RECORD_KINDS.filter((one) => one !== 'annex' || mains.length > 0)}
        value={kind}
        onChange={setKind}
      />
      {kind === 'annex' ? (
        <SelectField
          name="annexOfId"
          label={t('web-session-records:field.annexOf')}
          options={mains.map((record) => ({ value: record.id, label: record.title.text }))}
        />
      ) : null}
      <SelectField
        name="lang"
        label={t('web-session-records:field.lang')}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <TextField
        name="title"
        label={t('web-session-records:field.title')}
        hint={t('web-session-records:field.tokens')}
        required
      />
      <Checkbox name="outline" label={t('web-session-records:field.outline')} defaultChecked />
    </Form>
  );
}
