import type { Side } from '#core/kernel';
import { Button, NativeSelect } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostRef } from '../../shared/api/types.js';
import { SelectField } from '../../shared/forms/fields.js';
import { usePosts } from './api.js';
import css from './session-records.module.css';

const nameOf = (post: PostRef): string => `${post.body.text} ${post.title.text}`;

/** One post of a side. */
export function PostField({ name, side, label }: { name: string; side: Side; label: string }) {
  const posts = usePosts(side).data?.items ?? [];
  return (
    <SelectField name={name} label={label} options={posts.map((post) => ({ value: post.id, label: nameOf(post) }))} />
  );
}

/** Posts of the own side in the order in which they clear; none is a clearance by one word. */
export function PostsField({
  side,
  chosen,
  onChange,
}: {
  side: string;
  chosen: readonly string[];
  onChange: (posts: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const posts = usePosts(side).data?.items ?? [];
  const left = posts.filter(({ id }) => !chosen.includes(id));
  const [next, setNext] = useState('');
  const picked = left.some(({ id }) => id === next) ? next : (left[0]?.id ?? '');
  return (
    <fieldset className={css.posts}>
      <legend>{t('web-session-records:clearance.chain')}</legend>
      <p className={css.muted}>{t('web-session-records:clearance.chainHint')}</p>
      <ol>
        {chosen.map((id, at) => {
          const post = posts.find((one) => one.id === id);
          if (!post) return null;
          const name = nameOf(post);
          return (
            <li key={id}>
              <span>{name}</span>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('web-session-records:clearance.earlier', { name })}
                disabled={at === 0}
                onClick={() => onChange(chosen.toSpliced(at, 1).toSpliced(at - 1, 0, id))}
              >
                <IconArrowUp size={16} aria-hidden />
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('web-session-records:clearance.leaveOut', { name })}
                onClick={() => onChange(chosen.filter((one) => one !== id))}
              >
                <IconX size={16} aria-hidden />
              </Button>
            </li>
          );
        })}
      </ol>
      {left.length > 0 ? (
        <div className={css.acts}>
          <NativeSelect
            aria-label={t('web-session-records:clearance.post')}
            data={left.map((post) => ({ value: post.id, label: nameOf(post) }))}
            value={picked}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange([...chosen, picked])}
          >
            {t('web-session-records:clearance.add')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
