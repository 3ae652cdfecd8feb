import { newId } from '#core/kernel';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import { SelectField } from '../../shared/forms/fields.js';
import { Form, useFormState, valueOf } from '../../shared/forms/form.js';
import { changedTexts, initialTexts, LanguageFields, textsOf } from '../../shared/forms/language-fields.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { sourceOf } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { ITU_ARTICLES, useRiseWrite, type MatterKind, type Rise, type Targets } from './api.js';
import css from './escalations.module.css';

const ITU = 'itu';

/** Headline, what it is about, what is asked: together one page. */
function SummaryFields({ source }: { source: 'ko' | 'ja' | 'en' }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={css.muted}>{t('web-escalations:onePage')}</p>
      <LanguageFields name="title" label={t('web-escalations:field.title')} source={source} />
      <LanguageFields
        name="summary"
        label={t('web-escalations:field.summary')}
        hint={t('web-escalations:field.summaryHint')}
        rows={4}
        source={source}
      />
      <LanguageFields
        name="request"
        label={t('web-escalations:field.request')}
        hint={t('web-escalations:field.requestHint')}
        rows={3}
        source={source}
      />
    </>
  );
}

/** To which channel, or for a case of the register to the ITU procedure. */
function TargetFields({ channelId, kind }: { channelId: string; kind: MatterKind }) {
  const { t } = useTranslation();
  const { data } = useRead<Targets>(`/channels/${channelId}/escalation-targets`, undefined, channelId !== '');
  const targets = data?.items ?? [];
  const { initial } = useFormState();
  const [target, setTarget] = useState(initial['target'] ?? '');
  return (
    <div
      className={css.fields}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) setTarget(event.target.value);
      }}
    >
      <SelectField
        key={targets.length}
        name="target"
        label={t('web-escalations:field.target')}
        hint={t('web-escalations:field.targetHint')}
        options={[
          { value: '', label: t('web-escalations:nearest') },
          ...targets.map(({ channel, level }) => ({
            value: channel.id,
            label: `${channel.name.text} (${t(`web-escalations:level.${level}`)})`,
          })),
          ...(kind === 'radio_issue' ? [{ value: ITU, label: t('web-escalations:level.itu_procedure') }] : []),
        ]}
      />
      {target === ITU ? (
        <fieldset className={css.choices}>
          <legend>{t('web-escalations:field.articles')}</legend>
          {ITU_ARTICLES.map((article) => (
            <Checkbox
              key={article}
              name={`article${String(article)}`}
              value="yes"
              label={t('web-escalations:article', { article })}
            />
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}

function targetOf(data: FormData): { toChannelId?: string; ituArticles?: number[] } {
  const target = valueOf(data, 'target');
  if (target === ITU)
    return { ituArticles: ITU_ARTICLES.filter((article) => data.get(`article${String(article)}`) === 'yes') };
  return target === '' ? {} : { toChannelId: target };
}

/** A new rise about a matter; its own page opens, from which it is raised. */
export function DraftForm({
  kind,
  id,
  channelId,
  fromChannels,
}: {
  kind: MatterKind;
  id: string;
  /** The channel the matter belongs to, where it is known. */
  channelId: string;
  /** Offered where the matter may belong to no channel. */
  fromChannels: { value: string; label: string }[];
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const navigate = useNavigate();
  const write = useRiseWrite();
  const [idempotencyKey] = useState(newId);
  const send = async (data: FormData): Promise<void> => {
    const from = valueOf(data, 'fromChannelId');
    const rise = await write.mutateAsync({
      method: 'POST',
      path: '/escalations',
      idempotencyKey,
      body: {
        matter: { kind, id },
        lang,
        ...(from === '' ? {} : { fromChannelId: from }),
        ...targetOf(data),
        title: textsOf(data, 'title'),
        summary: textsOf(data, 'summary'),
        request: textsOf(data, 'request'),
      },
    });
    toast(t('web-escalations:done.draft'));
    await navigate(`/escalations/${rise.id}`);
  };
  return (
    <Form
      draft={`rise-new.${id}.${lang}`}
      label={t('web-escalations:act.draft')}
      submit={t('web-escalations:act.save')}
      pending={write.isPending}
      onSubmit={send}
    >
      {fromChannels.length > 0 ? (
        <SelectField
          name="fromChannelId"
          label={t('web-escalations:field.from')}
          hint={t('web-escalations:field.fromHint')}
          options={[{ value: '', label: t('web-escalations:ownChannel') }, ...fromChannels]}
        />
      ) : null}
      <TargetFields channelId={channelId} kind={kind} />
      <SummaryFields source={lang} />
    </Form>
  );
}

/** Changes a draft: only what was typed anew is sent. */
export function EditForm({ rise, onDone }: { rise: Rise; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useRiseWrite();
  const [source] = useState(() => sourceOf(rise.title));
  const send = async (data: FormData): Promise<void> => {
    const texts = Object.fromEntries(
      (['title', 'summary', 'request'] as const).flatMap((name) => {
        const typed = changedTexts(data, name, rise[name]);
        return typed ? [[name, typed]] : [];
      }),
    );
    await write.mutateAsync({
      method: 'PATCH',
      path: `/escalations/${rise.id}`,
      ifMatch: rise.etag,
      body: { ...targetOf(data), ...texts },
    });
    toast(t('web-escalations:done.edit'));
    onDone();
  };
  return (
    <Form
      draft={`rise.${rise.id}`}
      initial={{
        target: rise.to?.id ?? '',
        ...initialTexts('title', rise.title),
        ...initialTexts('summary', rise.summary),
        ...initialTexts('request', rise.request),
      }}
      label={t('web-escalations:act.edit')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      {rise.matter ? <TargetFields channelId={rise.from?.id ?? ''} kind={rise.matter.kind} /> : null}
      <SummaryFields source={source} />
    </Form>
  );
}
