import { newId } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../shared/api/hooks.js';
import type { AgendaComment, AgendaItem, List } from '../../shared/api/types.js';
import { AreaField, ChoiceField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import css from './comments.module.css';

/** What is said about an item: for both sides, and for the own side alone; each comment says who reads it. */
export function Comments({ item, onDone }: { item: AgendaItem; onDone: () => void }) {
  const { t } = useTranslation();
  const path = `/agenda-items/${item.id}/comments`;
  const read = useRead<List<AgendaComment>>(path);
  const mayWrite = allowedIn(item.allowedActions, 'comment')?.allowed === true;
  return (
    <div className={css.thread}>
      <h4>{t('web-agenda:comments.title')}</h4>
      <Answer read={read} head={false} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.none}>{t('web-agenda:comments.none')}</p>
          ) : (
            <ol className={css.list}>
              {items.map((comment) => (
                <Comment key={comment.id} comment={comment} />
              ))}
            </ol>
          )
        }
      </Answer>
      {mayWrite ? <Write item={item} path={path} onDone={onDone} /> : null}
    </div>
  );
}

function Comment({ comment }: { comment: AgendaComment }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const zone = useZone();
  const inside = comment.audience !== 'joint';
  const body = (
    <>
      <p className={css.who}>
        <SideName side={comment.side} />
        {comment.post ? <Words value={comment.post.title} marks={false} /> : null}
        <span className={css.at}>
          <Moment at={comment.at} zone={zone} />
        </span>
        {inside ? null : <span className={css.at}>{t('web-agenda:comments.both')}</span>}
      </p>
      <p className={css.text} lang={comment.lang === page ? undefined : comment.lang}>
        {comment.text}
        {comment.lang === page ? null : <span className={css.at}> {LANGUAGE_NAMES[comment.lang]}</span>}
      </p>
    </>
  );
  return <li>{inside ? <Private label={t('web-agenda:comments.own')}>{body}</Private> : body}</li>;
}

function Write({ item, path, onDone }: { item: AgendaItem; path: string; onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useWrite<List<AgendaComment>>(path);
  const [sent, setSent] = useState(0);
  const [idempotencyKey, setKey] = useState(newId);
  const draftOnly = item.audience === 'kr' || item.audience === 'jp';
  const send = async (data: FormData): Promise<void> => {
    const shared = valueOf(data, 'reader') === 'both';
    const body = { lang, text: valueOf(data, 'text'), shared };
    await write.mutateAsync({ method: 'POST', path, body, idempotencyKey });
    setKey(newId());
    setSent((count) => count + 1);
  };
  return (
    <Form
      key={sent}
      draft={`agenda-comment.${item.id}`}
      label={t('web-agenda:comments.write')}
      submit={t('web-agenda:comments.send')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <AreaField name="text" label={t('web-agenda:comments.write')} rows={2} lang={lang} required />
      {draftOnly ? (
        <p className={css.none}>{t('web-agenda:comments.ownOnly')}</p>
      ) : (
        <ChoiceField
          name="reader"
          label={t('web-agenda:comments.readers')}
          options={[
            { value: 'own', label: t('web-agenda:comments.own') },
            { value: 'both', label: t('web-agenda:comments.both') },
          ]}
        />
      )}
    </Form>
  );
}
