import { newId } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaField, ChoiceField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { changedTexts, initialTexts, LanguageFields, textsOf } from '../../shared/forms/language-fields.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { sourceOf } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { AGREED_LINES, step, useMeetingWrite, type Item, type Meeting } from './api.js';
import css from './multilateral.module.css';

interface ItemProps {
  item: Item;
  onDone: () => void;
}

export function AddItemForm({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useMeetingWrite();
  const [idempotencyKey] = useState(newId);
  return (
    <Form
      draft={`meeting-item-new.${meeting.id}.${lang}`}
      label={t('web-multilateral:act.add-item')}
      submit={t('web-multilateral:act.save')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        await write.mutateAsync({
          method: 'POST',
          path: `/multilateral-meetings/${meeting.id}/items`,
          idempotencyKey,
          body: { number: valueOf(data, 'number'), lang, title: textsOf(data, 'title') },
        });
        toast(t('web-multilateral:done.private'));
        onDone();
      }}
    >
      <TextField
        name="number"
        label={t('web-multilateral:field.number')}
        hint={t('web-multilateral:field.numberHint')}
      />
      <LanguageFields name="title" label={t('web-multilateral:field.title')} source={lang} />
    </Form>
  );
}

export function EditItemForm({ item, onDone }: ItemProps) {
  const { t } = useTranslation();
  const write = useMeetingWrite();
  const [source] = useState(() => sourceOf(item.title));
  return (
    <Form
      draft={`meeting-item.${item.id}`}
      initial={{ number: item.number ?? '', ...initialTexts('title', item.title) }}
      label={t('web-multilateral:act.edit')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const title = changedTexts(data, 'title', item.title);
        await write.mutateAsync({
          method: 'PATCH',
          path: `/multilateral-items/${item.id}`,
          ifMatch: item.etag,
          body: { number: valueOf(data, 'number'), ...(title ? { title } : {}) },
        });
        toast(t('web-multilateral:done.saved'));
        onDone();
      }}
    >
      <TextField
        name="number"
        label={t('web-multilateral:field.number')}
        hint={t('web-multilateral:field.numberHint')}
      />
      <LanguageFields name="title" label={t('web-multilateral:field.title')} source={source} />
    </Form>
  );
}

/** The own side's position: private until it is exchanged, and never changed after. */
export function PositionForm({ item, onDone }: ItemProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useMeetingWrite();
  const { draft } = item;
  const [source] = useState(() => (draft ? sourceOf(draft.text) : lang));
  return (
    <Form
      draft={`meeting-position.${item.id}`}
      initial={initialTexts('texts', draft?.text ?? null)}
      label={t('web-multilateral:act.draft-position')}
      submit={t('web-multilateral:act.save')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const texts = textsOf(data, 'texts');
        await write.mutateAsync(
          draft
            ? { method: 'PATCH', path: `/multilateral-positions/${draft.id}`, ifMatch: draft.etag, body: { texts } }
            : { method: 'POST', path: `/multilateral-items/${item.id}/positions`, body: { lang: source, texts } },
        );
        toast(t('web-multilateral:done.private'));
        onDone();
      }}
    >
      <p className={css.muted}>{t('web-multilateral:ask.position')}</p>
      <LanguageFields name="texts" label={t('web-multilateral:field.position')} rows={4} source={source} />
    </Form>
  );
}

/** How both sides stand, in words of all three languages; the other side's key makes it so. */
export function LineForm({ item, onDone }: ItemProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useMeetingWrite();
  return (
    <Form
      draft={`meeting-line.${item.id}`}
      label={t('web-multilateral:act.propose-line')}
      submit={t('web-multilateral:act.propose-line')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const reason = valueOf(data, 'reason');
        await write.mutateAsync(
          step(`/multilateral-items/${item.id}/common-line`, item.etag, {
            line: valueOf(data, 'line'),
            lang,
            text: { ko: '', ja: '', en: '', ...textsOf(data, 'text') },
            ...(reason ? { reason } : {}),
          }),
        );
        toast(t('web-multilateral:done.proposed'));
        onDone();
      }}
    >
      <p className={css.muted}>{t('web-multilateral:ask.line')}</p>
      <ChoiceField
        name="line"
        label={t('web-multilateral:line.title')}
        options={AGREED_LINES.map((value) => ({ value, label: t(`web-multilateral:line.${value}`) }))}
      />
      <LanguageFields name="text" label={t('web-multilateral:field.lineText')} rows={3} source={lang} all />
      <AreaField name="reason" label={t('web-multilateral:field.reason')} hint={t('web-proposals:bothRead')} />
    </Form>
  );
}
