import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../shared/api/hooks.js';
import type { ChannelSummary, List } from '../../shared/api/types.js';
import { AreaField, FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { toast } from '../../shared/ui/toast.js';
import { useIssueWrite, type Issue } from './api.js';
import { Choices } from './choices.js';
import { bodyOf, initialOf } from './form-values.js';
import { OverlapHint } from './overlap-hint.js';
import { ReferenceRows, StationRows } from './station-rows.js';
import { AREAS, SERVICES, TYPES } from './words.js';

interface IssueFormProps {
  /** Absent for a new case. */
  issue?: Issue;
  mode: 'create' | 'edit' | 'change';
  onDone: (id: string) => void;
}

/** What a case says: written down, written anew, or proposed to be changed. */
export function IssueForm({ issue, mode, onDone }: IssueFormProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides();
  const write = useIssueWrite();
  const [asked, setAsked] = useState({ band: '', areas: issue?.areas.join(',') ?? '' });
  const channels = useRead<List<ChannelSummary>>('/channels', { limit: '200' });
  const none = { value: '', label: t('web-radio:form.none') };
  const months = useMonths();
  const label = t(`web-radio:act.${mode}`);
  const send = async (data: FormData): Promise<void> => {
    const body = bodyOf(data, lang, mode);
    const answer = await write.mutateAsync(
      issue === undefined
        ? { method: 'POST', path: '/radio-issues', body }
        : mode === 'edit'
          ? { method: 'PATCH', path: `/radio-issues/${issue.id}`, ifMatch: issue.etag, body }
          : { method: 'POST', path: `/radio-issues/${issue.id}/change`, ifMatch: issue.etag, body },
    );
    toast(t(`web-radio:done.${mode}`));
    onDone(answer.id);
  };
  const look = (form: HTMLFormElement): void => {
    const data = new FormData(form);
    const areas = data.getAll('areas').filter((area) => typeof area === 'string');
    setAsked({ band: valueOf(data, 'bands'), areas: areas.join(',') });
  };
  if (!channels.data) return null;
  return (
    <div
      onBlur={(event) => {
        const form = event.target.closest('form');
        if (form) look(form);
      }}
    >
      <Form
        draft={`radio-${mode}.${issue?.id ?? 'new'}`}
        initial={initialOf(issue, lang)}
        label={label}
        submit={t(mode === 'change' ? 'web-radio:form.propose' : 'web-radio:form.keep')}
        pending={write.isPending}
        onSubmit={send}
        {...(issue ? { onCancel: () => onDone(issue.id) } : {})}
      >
        <p>{t(`web-radio:form.${mode}Lead`)}</p>
        <TextField name="title" label={t('web-radio:form.title')} lang={lang} required />
        <FieldRow>
          <SelectField
            name="type"
            label={t('web-radio:type')}
            options={TYPES.map((value) => ({ value, label: t(`radio:type.${value}`) }))}
          />
          <SelectField
            name="allocation"
            label={t('web-radio:allocation')}
            options={[
              none,
              ...(['primary', 'secondary'] as const).map((value) => ({ value, label: t(`radio:allocation.${value}`) })),
            ]}
          />
        </FieldRow>
        <AreaField name="bands" label={t('web-radio:bands')} hint={t('web-radio:form.bandsHint')} rows={2} />
        <OverlapHint band={asked.band} areas={asked.areas} except={issue?.id} />
        <Choices
          name="services"
          label={t('web-radio:services')}
          chosen={issue?.services ?? []}
          groups={[{ label: null, options: SERVICES.map((value) => ({ value, label: t(`terms:svc.${value}`) })) }]}
        />
        <Choices
          name="areas"
          label={t('web-radio:areas')}
          chosen={issue?.areas ?? []}
          groups={sides.map((side) => ({
            label: t(`common:sides.${side}Side`),
            options: AREAS[side].map((value) => ({ value, label: t(`web-radio:area.${value}`) })),
          }))}
        />
        <TextField name="regions" label={t('web-radio:regions')} lang={lang} />
        <TextField name="stations" label={t('web-radio:form.stationWords')} lang={lang} />
        <TextField name="firstSeen" label={t('web-radio:firstSeen')} hint={t('web-radio:form.firstSeenHint')} />
        <FieldRow>
          <SelectField name="seasonFrom" label={t('web-radio:form.seasonFrom')} options={[none, ...months]} />
          <SelectField name="seasonTo" label={t('web-radio:form.seasonTo')} options={[none, ...months]} />
        </FieldRow>
        <FieldRow>
          <TextField name="times" label={t('web-radio:times')} />
          <SelectField
            name="channelId"
            label={t('web-radio:channel')}
            options={[none, ...channels.data.items.map(({ id, name }) => ({ value: id, label: name.text }))]}
          />
        </FieldRow>
        <StationRows stations={issue?.stationList ?? []} />
        <ReferenceRows references={issue?.references ?? []} />
        {mode === 'change' ? (
          <AreaField name="reason" label={t('web-radio:form.reason')} hint={t('web-proposals:bothRead')} rows={2} />
        ) : null}
      </Form>
    </div>
  );
}

function useMonths(): { value: string; label: string }[] {
  const lang = useLanguage();
  const name = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: name.format(Date.UTC(2024, month, 1)),
  }));
}
