import { newId } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { toast } from '../../shared/ui/toast.js';
import { GRADES, SUPERSEDE_KINDS, usePaperWrite, type PaperSummary, type SupersedeKind } from './api.js';
import { ItemFields, itemsOf } from './item-fields.js';
import { SecretNotice } from './secret-notice.js';

const kindOf = (value: string): SupersedeKind => SUPERSEDE_KINDS.find((kind) => kind === value) ?? 'rev';

/** A paper that is to come, or one that revises, corrects or adds to `older`; its own page opens, where its files are uploaded. */
export function AnnounceForm({
  sessionId,
  older,
  onDone,
}: {
  sessionId: string;
  older?: PaperSummary;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const navigate = useNavigate();
  const write = usePaperWrite();
  const [idempotencyKey] = useState(newId);
  const label = t(older ? 'web-papers:act.supersede' : 'web-papers:announce');
  const send = async (data: FormData): Promise<void> => {
    const paper = await write.mutateAsync({
      method: 'POST',
      path: `/sessions/${sessionId}/papers`,
      idempotencyKey,
      body: {
        lang,
        title: valueOf(data, 'title'),
        grade: valueOf(data, 'grade'),
        itemIds: itemsOf(data),
        ...(older ? { supersedes: { paperId: older.id, kind: kindOf(valueOf(data, 'kind')) } } : {}),
      },
    });
    toast(t('web-papers:announced'));
    onDone();
    await navigate(`/papers/${paper.id}`);
  };
  return (
    <Form
      draft={`paper-new.${older?.id ?? sessionId}.${lang}`}
      initial={{ grade: 'restricted', kind: 'rev', title: older?.title.lang === lang ? older.title.text : '' }}
      label={label}
      submit={label}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <SecretNotice />
      {older ? (
        <SelectField
          name="kind"
          label={t('web-papers:field.kind', { symbol: older.symbol ?? '' })}
          options={SUPERSEDE_KINDS.map((value) => ({ value, label: t(`web-papers:kind.${value}`) }))}
        />
      ) : null}
      <TextField
        name="title"
        label={t('web-papers:field.title', { language: LANGUAGE_NAMES[lang] })}
        hint={t('web-papers:field.titleHint')}
        lang={lang}
        required
        autoFocus
      />
      <SelectField
        name="grade"
        label={t('web-papers:field.grade')}
        hint={t('web-papers:field.gradeHint')}
        options={GRADES.map((value) => ({ value, label: t(`web-papers:grade.${value}`) }))}
      />
      <ItemFields sessionId={sessionId} chosen={older?.items.map(({ id }) => id) ?? []} />
    </Form>
  );
}
