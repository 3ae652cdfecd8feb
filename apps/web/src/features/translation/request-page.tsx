import { LANGUAGES } from '#core/kernel';
import { NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAgenda } from '../../shared/api/agenda.js';
import { useRead } from '../../shared/api/hooks.js';
import type { components } from '../../shared/api/schema.js';
import { AreaField, ChoiceField, DayField, FieldRow, SelectField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useMe } from '../../shared/me.js';
import { toast } from '../../shared/ui/toast.js';
import { useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Empty } from '../../shared/ui/states.js';
import { usePosts, useRequest, useSessions } from './api.js';
import css from './translation.module.css';

type PaperList = components['schemas']['PaperListView'];

/** Asks for a translation: of a session's agenda or one of its papers, what both see or the own drafts. */
export function RequestPage() {
  const { t } = useTranslation();
  const { get, set } = useFilters();
  const sessions = useSessions();
  const id = useId();
  const first = sessions.data?.items[0]?.id ?? '';
  const session = get('session') || first;
  return (
    <Page
      title={t('web-translation:request.title')}
      trail={[{ to: '/translations', label: t('web-translation:title') }]}
    >
      <div className={css.narrow}>
        <NativeSelect
          id={id}
          label={t('web-translation:session')}
          data={(sessions.data?.items ?? []).map((one) => ({ value: one.id, label: one.title.text }))}
          value={session}
          onChange={(event) => set('session', event.currentTarget.value)}
          mb={16}
        />
        {session ? (
          <RequestForm key={session} sessionId={session} />
        ) : (
          <Empty>{t('web-translation:request.noSession')}</Empty>
        )}
      </div>
    </Page>
  );
}

function RequestForm({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const me = useMe();
  const navigate = useNavigate();
  const agenda = useAgenda(sessionId);
  const papers = useRead<PaperList>(`/sessions/${sessionId}/papers`);
  const posts = usePosts(true);
  const write = useRequest();
  // The same request sent again, after a lost answer, is done once.
  const [key] = useState(() => crypto.randomUUID());
  const own = (posts.data?.items ?? []).filter((post) => post.side === me?.side);
  const nobody = { value: '', label: t('web-translation:open') };
  const people = own.map((post) => ({ value: post.id, label: `${post.body.text} ${post.title.text}` }));
  const subjects = [
    ...(agenda.data ? [{ value: `agenda:${agenda.data.id}`, label: t('web-translation:subject.agenda') }] : []),
    ...(papers.data?.items ?? []).map((paper) => ({
      value: `paper:${paper.id}`,
      label: `${t('web-translation:subject.paper')} ${paper.title.text}`,
    })),
  ];
  const languages = LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }));
  const send = async (data: FormData): Promise<void> => {
    const [subjectType, subjectId] = valueOf(data, 'subject').split(':');
    const optional = (name: string) => {
      const value = valueOf(data, name);
      return value ? { [name]: value } : {};
    };
    const made = await write.mutateAsync({
      method: 'POST',
      path: '/translations',
      idempotencyKey: key,
      body: {
        subjectType,
        subjectId,
        scope: valueOf(data, 'scope'),
        fromLang: valueOf(data, 'fromLang'),
        toLang: valueOf(data, 'toLang'),
        ...optional('dueOn'),
        ...optional('translatorPostId'),
        ...optional('checkerPostId'),
        ...optional('note'),
      },
    });
    toast(t('web-translation:done.request'));
    await navigate(`/translations/${made.id}`);
  };
  if (agenda.isPending || papers.isPending) return null;
  if (subjects.length === 0) return <Empty>{t('web-translation:request.nothing')}</Empty>;
  return (
    <Form
      draft={`translation-request.${sessionId}`}
      initial={{ fromLang: lang === 'en' ? 'ko' : lang, toLang: lang === 'ja' ? 'ko' : 'ja', scope: 'shared' }}
      label={t('web-translation:request.title')}
      submit={t('web-translation:request.send')}
      pending={write.isPending}
      onSubmit={send}
    >
      <SelectField name="subject" label={t('web-translation:what')} options={subjects} />
      <ChoiceField
        name="scope"
        label={t('web-translation:request.scope')}
        options={[
          { value: 'shared', label: t('web-translation:request.shared') },
          { value: 'own', label: t('web-translation:request.own') },
        ]}
      />
      <FieldRow>
        <SelectField name="fromLang" label={t('web-translation:source')} options={languages} />
        <SelectField name="toLang" label={t('web-translation:target')} options={languages} />
      </FieldRow>
      <DayField name="dueOn" label={t('web-translation:due')} hint={t('web-translation:request.dueHint')} />
      <FieldRow>
        <SelectField name="translatorPostId" label={t('web-translation:translator')} options={[nobody, ...people]} />
        <SelectField
          name="checkerPostId"
          label={t('web-translation:checker')}
          options={[{ value: '', label: t('web-translation:anybody') }, ...people]}
        />
      </FieldRow>
      <AreaField name="note" label={t('web-translation:note')} rows={2} />
    </Form>
  );
}
