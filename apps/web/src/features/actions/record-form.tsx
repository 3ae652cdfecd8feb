import { newId, partyName } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../shared/api/hooks.js';
import type { ActionDetail, CommitmentSummary, List, PostRef, SessionDetail } from '../../shared/api/types.js';
import { DayField, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { ownFirst } from '../../shared/texts.js';
import { Loading } from '../../shared/ui/states.js';
import { usePosts } from './api.js';
import { toast } from '../../shared/ui/toast.js';

/** Records one action item: in the reader's language first, the other two where they are at hand; the owner is a post. */
export function RecordForm({ session, onDone }: { session: SessionDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const [lang] = useState(useLanguage());
  const [idempotencyKey] = useState(newId);
  const sides = useSides(session.host);
  const posts = usePosts();
  const commitments = useRead<List<CommitmentSummary>>('/commitments', { limit: '200' });
  const write = useWrite<ActionDetail>();
  const [, ...others] = ownFirst(lang);
  if (!posts.data || !commitments.data) return <Loading rows={3} head={false} />;
  const ordered = posts.data.items
    .filter((post) => post.side !== null)
    .sort((a, b) => sides.indexOf(a.side ?? 'kr') - sides.indexOf(b.side ?? 'kr') || a.rank - b.rank);

  const send = async (data: FormData): Promise<void> => {
    const given = others
      .map((other) => [other, valueOf(data, `title_${other}`)] as const)
      .filter(([, text]) => text !== '');
    await write.mutateAsync({
      method: 'POST',
      path: `/sessions/${session.id}/action-items`,
      idempotencyKey,
      body: {
        title: valueOf(data, 'title'),
        lang,
        ownerPostId: valueOf(data, 'ownerPostId'),
        due: valueOf(data, 'due'),
        ...(valueOf(data, 'commitmentId') ? { commitmentId: valueOf(data, 'commitmentId') } : {}),
        ...(given.length > 0 ? { texts: Object.fromEntries(given) } : {}),
      },
    });
    toast(t('web-actions:done.record'));
    onDone();
  };

  return (
    <Form
      draft={`record-action.${session.id}.${lang}`}
      label={t('actions:actions.record')}
      submit={t('actions:actions.record')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <TextField
        name="title"
        label={t('web-agenda:field.title', { language: LANGUAGE_NAMES[lang] })}
        lang={lang}
        required
        autoFocus
      />
      {others.map((other) => (
        <TextField
          key={other}
          name={`title_${other}`}
          label={t('web-agenda:field.title', { language: LANGUAGE_NAMES[other] })}
          lang={other}
        />
      ))}
      <PostField posts={ordered} />
      <SelectField
        name="commitmentId"
        label={t('web-actions:commitment')}
        hint={t('web-actions:commitmentHint')}
        options={[
          { value: '', label: t('web-actions:commitmentNone') },
          ...[...commitments.data.items]
            .reverse()
            .map((entry) => ({ value: entry.id, label: `${entry.code} · ${entry.text.text}` })),
        ]}
      />
      <DayField name="due" label={t('web-actions:due')} hint={t('web-actions:dueHint')} required />
    </Form>
  );
}

function PostField({ posts }: { posts: PostRef[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <SelectField
      name="ownerPostId"
      label={t('web-actions:owner')}
      hint={t('web-actions:ownerHint')}
      required
      options={posts.map((post) => ({
        value: post.id,
        label: `${post.side ? `${partyName(post.side, lang)} · ` : ''}${post.body.text} ${post.title.text}`,
      }))}
    />
  );
}
