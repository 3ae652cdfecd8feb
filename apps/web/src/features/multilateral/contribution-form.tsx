import { wallClock } from '#core/i18n';
import { newId } from '#core/kernel';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { changedTexts, initialTexts, LanguageFields, textsOf } from '../../shared/forms/language-fields.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { sourceOf } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { useMeetingWrite, type Contribution, type Meeting } from './api.js';
import { ZoneField } from './zone-field.js';

/** A new contribution, or other facts of one: the deadline is typed as the organisation says it, in its own zone. */
export function ContributionForm({
  meeting,
  contribution,
  onDone,
}: {
  meeting: Meeting;
  contribution?: Contribution;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useMeetingWrite();
  const [idempotencyKey] = useState(newId);
  const [source] = useState(() => (contribution ? sourceOf(contribution.title) : lang));
  const due = contribution ? wallClock(contribution.dueAt, contribution.zone) : null;
  const send = async (data: FormData): Promise<void> => {
    const item = valueOf(data, 'itemId');
    const facts = {
      itemId: item === '' ? null : item,
      joint: data.get('joint') === 'yes',
      deadline: {
        date: valueOf(data, 'deadline.date'),
        time: valueOf(data, 'deadline.time').normalize('NFKC'),
        zone: valueOf(data, 'deadline.zone'),
      },
      symbol: valueOf(data, 'symbol'),
      url: valueOf(data, 'url'),
    };
    if (contribution) {
      const title = changedTexts(data, 'title', contribution.title);
      await write.mutateAsync({
        method: 'PATCH',
        path: `/multilateral-contributions/${contribution.id}`,
        ifMatch: contribution.etag,
        body: { ...facts, ...(title ? { title } : {}) },
      });
    } else {
      await write.mutateAsync({
        method: 'POST',
        path: `/multilateral-meetings/${meeting.id}/contributions`,
        idempotencyKey,
        body: { ...facts, lang, title: textsOf(data, 'title') },
      });
    }
    toast(t(contribution ? 'web-multilateral:done.saved' : 'web-multilateral:done.private'));
    onDone();
  };
  return (
    <Form
      draft={`contribution.${contribution?.id ?? meeting.id}.${lang}`}
      initial={{
        itemId: contribution?.itemId ?? '',
        symbol: contribution?.symbol ?? '',
        url: contribution?.url ?? '',
        'deadline.date': due?.date ?? '',
        'deadline.time': due?.time ?? '23:59',
        'deadline.zone': contribution?.zone ?? meeting.zone ?? 'Europe/Zurich',
        ...initialTexts('title', contribution?.title ?? null),
      }}
      label={t('web-multilateral:act.add-contribution')}
      submit={t('web-multilateral:act.save')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <LanguageFields name="title" label={t('web-multilateral:field.title')} source={source} />
      <SelectField
        name="itemId"
        label={t('web-multilateral:field.item')}
        options={[
          { value: '', label: t('web-multilateral:noItem') },
          ...meeting.items.map((item) => ({
            value: item.id,
            label: [item.number, item.title.text].filter(Boolean).join(' '),
          })),
        ]}
      />
      <Checkbox
        name="joint"
        value="yes"
        defaultChecked={contribution?.joint ?? false}
        label={t('web-multilateral:field.joint')}
      />
      <FieldRow>
        <DayField name="deadline.date" label={t('web-multilateral:field.deadline')} required />
        <TextField name="deadline.time" label={t('web-multilateral:field.time')} required />
      </FieldRow>
      <ZoneField name="deadline.zone" />
      <FieldRow>
        <TextField name="symbol" label={t('web-multilateral:field.symbol')} />
        <TextField name="url" type="url" label={t('web-multilateral:field.url')} />
      </FieldRow>
    </Form>
  );
}
