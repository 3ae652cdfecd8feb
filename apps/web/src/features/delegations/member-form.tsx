import { newId, LANGUAGES } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/api/types.js';
import { DayField, FieldRow, NumberField, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, numberOf, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useMe } from '../../shared/me.js';
import { toast } from '../../shared/ui/toast.js';
import { MEMBER_ROLES, useListWrite, usePosts, type Member } from './api.js';
import { instantAt, nameFields, namesOf, wallClock } from './names.js';
import { NameFields } from './name-fields.js';

/** A card: the secretariat writes all of it, a delegate badge name and arrival of the own one. */
export function MemberForm({
  session,
  member,
  ownCardOnly = false,
  onDone,
}: {
  session: SessionDetail;
  member?: Member;
  ownCardOnly?: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const posts = usePosts(member ? '' : (me?.side ?? ''));
  const write = useListWrite(session.id);
  const [idempotencyKey] = useState(newId);
  const clock = member?.arrival ? wallClock(member.arrival, session.zone) : '';

  const send = async (data: FormData): Promise<void> => {
    const day = valueOf(data, 'arrivalDay');
    const time = valueOf(data, 'arrival').normalize('NFKC');
    const shared = {
      badge: Object.fromEntries(LANGUAGES.map((lang) => [lang, valueOf(data, `badge.${lang}`)])),
      arrival: day ? instantAt(day, time || '09:00', session.zone) : null,
    };
    const rank = valueOf(data, 'rank');
    const whole = {
      ...shared,
      role: valueOf(data, 'role'),
      names: namesOf(data),
      rank: rank ? numberOf(data, 'rank') : null,
    };
    await write.mutateAsync(
      member
        ? {
            method: 'PATCH',
            path: `/delegation-members/${member.id}`,
            ifMatch: member.etag,
            body: ownCardOnly ? shared : whole,
          }
        : {
            method: 'POST',
            path: `/sessions/${session.id}/delegations/members`,
            body: { postId: valueOf(data, 'postId'), ...whole },
            idempotencyKey,
          },
    );
    toast(t('web-delegations:saved'));
    onDone();
  };

  const ordered = [...(posts.data?.items ?? [])].sort((one, other) => one.rank - other.rank);
  return (
    <Form
      draft={member ? `delegation-member.${member.id}` : `delegation-member-new.${session.id}`}
      initial={{
        ...nameFields(member?.names ?? {}),
        ...Object.fromEntries(LANGUAGES.map((lang) => [`badge.${lang}`, member?.badge[lang] ?? ''])),
        role: member?.role ?? 'member',
        rank: member?.rankOverride ? String(member.rankOverride) : '',
        arrivalDay: clock.slice(0, 10),
        arrival: clock.slice(11),
      }}
      label={t(member ? 'web-delegations:edit' : 'web-delegations:add')}
      submit={t(member ? 'web-shell:save' : 'web-delegations:add')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      {member ? null : (
        <SelectField
          key={ordered.length}
          name="postId"
          label={t('web-delegations:post')}
          required
          options={ordered.map((post) => ({ value: post.id, label: `${post.body.text} ${post.title.text}` }))}
        />
      )}
      {ownCardOnly ? null : (
        <>
          <FieldRow>
            <SelectField
              name="role"
              label={t('web-delegations:role')}
              options={MEMBER_ROLES.map((role) => ({ value: role, label: t(`web-words:delegationRole.${role}`) }))}
            />
            <NumberField name="rank" label={t('web-delegations:rank')} hint={t('web-delegations:rankHint')} />
          </FieldRow>
          <NameFields />
        </>
      )}
      <FieldRow>
        {LANGUAGES.map((lang) => (
          <TextField
            key={lang}
            name={`badge.${lang}`}
            label={t('web-delegations:badge', { language: LANGUAGE_NAMES[lang] })}
            lang={lang}
          />
        ))}
      </FieldRow>
      <FieldRow>
        <DayField name="arrivalDay" label={t('web-delegations:arrivalDay')} />
        <TextField name="arrival" label={t('web-delegations:arrivalTime')} hint={t('web-delegations:arrivalHint')} />
      </FieldRow>
    </Form>
  );
}
