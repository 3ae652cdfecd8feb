import { instantOf, zoneName } from '#core/i18n';
import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaField, DayField, FieldRow, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useMe, useZone } from '../../shared/me.js';
import { toast } from '../../shared/ui/toast.js';
import { actOn, onWords, useRecordWrite, type SessionRecord } from './api.js';
import { PostField, PostsField } from './post-fields.js';
import css from './session-records.module.css';

type Fields = 'none' | 'posts' | 'note' | 'reason' | 'signing' | 'release' | 'minute';

/** Each act with the entry of `allowedActions` it belongs to, the address it is sent to, and what is asked. */
export const FORMS = [
  { act: 'exchange', action: 'exchange', path: 'exchange', fields: 'none' },
  { act: 'start-clearance', action: 'start-clearance', path: 'clearance/start', fields: 'posts' },
  { act: 'pass', action: 'clear', path: 'clearance/decide', fields: 'note' },
  { act: 'return', action: 'clear', path: 'clearance/decide', fields: 'note' },
  { act: 'recall-clearance', action: 'recall-clearance', path: 'clearance/recall', fields: 'none' },
  { act: 'turn-key', action: 'turn-key', path: 'turn-key', fields: 'none' },
  { act: 'take-key-back', action: 'take-key-back', path: 'take-key-back', fields: 'none' },
  { act: 'propose-ad-referendum', action: 'propose-ad-referendum', path: 'propose-ad-referendum', fields: 'reason' },
  { act: 'finish', action: 'finish', path: 'finish', fields: 'none' },
  { act: 'propose-signing', action: 'propose-signing', path: 'propose-signing', fields: 'signing' },
  { act: 'propose-adoption', action: 'propose-adoption', path: 'propose-adoption', fields: 'reason' },
  { act: 'propose-release', action: 'propose-release', path: 'propose-release', fields: 'release' },
  { act: 'set-release', action: 'set-release', path: 'set-release', fields: 'minute' },
  { act: 'cancel-release', action: 'cancel-release', path: 'cancel-release', fields: 'none' },
  { act: 'propose-not-public', action: 'propose-not-public', path: 'propose-not-public', fields: 'reason' },
  { act: 'withdraw', action: 'withdraw', path: 'withdraw', fields: 'none' },
] as const satisfies readonly { act: string; action: string; path: string; fields: Fields }[];

export type FormAct = (typeof FORMS)[number]['act'];

const STAND_ON_WORDS: readonly FormAct[] = ['start-clearance', 'pass', 'return', 'turn-key', 'finish'];

/** Says what an act does before it is done, and asks for what it needs. */
export function ActForm({ act, record, onDone }: { act: FormAct; record: SessionRecord; onDone: () => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const write = useRecordWrite();
  const form = FORMS.find((one) => one.act === act);
  const [posts, setPosts] = useState<readonly string[]>([]);
  if (!form) return null;
  const { path, fields } = form;
  const send = async (data: FormData): Promise<void> => {
    const body = { ...bodyOf(fields, data, zone), ...(fields === 'posts' ? { postIds: posts } : {}) };
    const decided = act === 'pass' || act === 'return' ? { pass: act === 'pass' } : {};
    const make = STAND_ON_WORDS.includes(act) ? onWords : actOn;
    await write.mutateAsync(make(record, path, { ...body, ...decided }));
    toast(t(`web-session-records:done.${act}`));
    onDone();
  };
  const own = record.audience === 'kr' || record.audience === 'jp';
  const asked = act === 'withdraw' && own ? 'withdrawDraft' : act;
  return (
    <Form
      {...(fields === 'none' ? {} : { draft: `record-act.${act}.${record.id}` })}
      initial={{ time: '09:00' }}
      label={t(`web-session-records:act.${act}`)}
      submit={t(`web-session-records:act.${act}`)}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
      refusal={(problem) =>
        problem.fields.length > 0 ? (
          <ul>
            {problem.fields.map((fault) => (
              <li key={`${fault.path} ${fault.code}`}>{fault.detail}</li>
            ))}
          </ul>
        ) : null
      }
    >
      <p>{t(`web-session-records:ask.${asked}`, { hours: record.showHours ?? 0 })}</p>
      {STAND_ON_WORDS.includes(act) ? (
        <p className={css.hash}>
          <span className={css.muted}>{t('web-session-records:hash')}</span>{' '}
          <code className={css.whole}>{record.hash}</code>
        </p>
      ) : null}
      <FieldsOf fields={fields} posts={posts} onPosts={setPosts} />
    </Form>
  );
}

function FieldsOf({
  fields,
  posts,
  onPosts,
}: {
  fields: Fields;
  posts: readonly string[];
  onPosts: (posts: readonly string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const side = useMe()?.side ?? '';
  const reason = (
    <AreaField
      name="reason"
      label={t('web-session-records:field.reason')}
      hint={t('web-proposals:bothRead')}
      rows={2}
    />
  );
  switch (fields) {
    case 'none':
      return null;
    case 'posts':
      return <PostsField side={side} chosen={posts} onChange={onPosts} />;
    case 'note':
      return (
        <AreaField
          name="note"
          label={t('web-session-records:field.note')}
          hint={t('web-session-records:field.noteHint')}
          rows={2}
        />
      );
    case 'reason':
      return reason;
    case 'signing':
      return (
        <>
          <FieldRow>
            <DayField name="on" label={t('web-session-records:field.signedOn')} required />
            <TextField name="place" label={t('web-session-records:field.place')} />
          </FieldRow>
          <PostField name="krPostId" side="kr" label={t('web-session-records:field.signatoryKr')} />
          <PostField name="jpPostId" side="jp" label={t('web-session-records:field.signatoryJp')} />
          {reason}
        </>
      );
    case 'release':
      return (
        <>
          <MinuteFields />
          {reason}
        </>
      );
    case 'minute':
      return <MinuteFields />;
  }
}

/** A day and a clock time in the reader's capital. */
function MinuteFields() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  return (
    <FieldRow>
      <DayField name="day" label={t('web-session-records:field.day')} required />
      <TextInput
        name="time"
        type="time"
        label={t('web-session-records:field.time')}
        description={zoneName(zone, lang)}
        defaultValue="09:00"
      />
    </FieldRow>
  );
}

function bodyOf(fields: Fields, data: FormData, zone: string): object {
  const text = (name: string): object => {
    const value = valueOf(data, name);
    return value === '' ? {} : { [name]: value };
  };
  switch (fields) {
    case 'none':
    case 'posts':
      return {};
    case 'note':
      return text('note');
    case 'reason':
      return text('reason');
    case 'signing':
      return {
        ...text('on'),
        ...text('place'),
        ...text('reason'),
        krPostId: valueOf(data, 'krPostId'),
        jpPostId: valueOf(data, 'jpPostId'),
      };
    case 'release':
    case 'minute': {
      const day = valueOf(data, 'day');
      const time = valueOf(data, 'time');
      const at = day === '' ? {} : { at: instantOf(day, time === '' ? '00:00' : time, zone) };
      return { ...at, ...text('reason') };
    }
  }
}
