import { newId, type Language } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AreaField, DayField, FieldRow, SelectField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { initialTexts, LanguageFields, textsOf } from '../../shared/forms/language-fields.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { sourceOf } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { FORUMS, useMeetingWrite, type Meeting } from './api.js';
import css from './multilateral.module.css';
import { ZoneField } from './zone-field.js';

function FactFields({ source }: { source: Language }) {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        name="forum"
        label={t('web-multilateral:field.forum')}
        options={FORUMS.map((value) => ({ value, label: t(`web-multilateral:forum.${value}`) }))}
      />
      <LanguageFields name="name" label={t('web-multilateral:field.name')} source={source} />
      <LanguageFields name="place" label={t('web-multilateral:field.place')} source={source} />
      <FieldRow>
        <DayField name="from" label={t('web-multilateral:field.from')} required />
        <DayField name="to" label={t('web-multilateral:field.to')} />
      </FieldRow>
      <ZoneField name="zone" />
    </>
  );
}

const factsOf = (data: FormData, lang: Language) => {
  const [place, to] = [textsOf(data, 'place'), valueOf(data, 'to')];
  return {
    forum: valueOf(data, 'forum'),
    lang,
    name: textsOf(data, 'name'),
    ...(Object.keys(place).length > 0 ? { place } : {}),
    from: valueOf(data, 'from'),
    ...(to ? { to } : {}),
    zone: valueOf(data, 'zone'),
  };
};

/** A meeting of the own side; its own page opens, from which it is shared. */
export function AddForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const navigate = useNavigate();
  const write = useMeetingWrite();
  const [idempotencyKey] = useState(newId);
  return (
    <Form
      draft={`meeting-new.${lang}`}
      initial={{ zone: 'Europe/Zurich' }}
      label={t('web-multilateral:act.add')}
      submit={t('web-multilateral:act.save')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const body = factsOf(data, lang);
        const meeting = await write.mutateAsync({
          method: 'POST',
          path: '/multilateral-meetings',
          idempotencyKey,
          body,
        });
        toast(t('web-multilateral:done.private'));
        await navigate(`/multilateral/${meeting.id}`);
      }}
    >
      <FactFields source={lang} />
    </Form>
  );
}

/** Other facts: at once of a draft, as a proposal of what both sides see. */
export function EditMeetingForm({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useMeetingWrite();
  const [source] = useState(() => sourceOf(meeting.name));
  const shared = meeting.audience === 'joint';
  return (
    <Form
      draft={`meeting.${meeting.id}`}
      initial={{
        forum: meeting.forum,
        from: meeting.date?.value ?? '',
        to: meeting.dateEnd ?? '',
        zone: meeting.zone ?? '',
        ...initialTexts('name', meeting.name),
        ...initialTexts('place', meeting.place),
      }}
      label={t('web-multilateral:act.edit')}
      submit={t(shared ? 'web-multilateral:act.propose-edit' : 'web-shell:save')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const reason = valueOf(data, 'reason');
        await write.mutateAsync({
          method: 'PATCH',
          path: `/multilateral-meetings/${meeting.id}`,
          ifMatch: meeting.etag,
          body: { ...factsOf(data, source), ...(reason ? { reason } : {}) },
        });
        toast(t(shared ? 'web-multilateral:done.proposed' : 'web-multilateral:done.saved'));
        onDone();
      }}
    >
      {shared ? <p className={css.muted}>{t('web-multilateral:ask.edit')}</p> : null}
      <FactFields source={source} />
      {shared ? (
        <AreaField name="reason" label={t('web-multilateral:field.reason')} hint={t('web-proposals:bothRead')} />
      ) : null}
    </Form>
  );
}
