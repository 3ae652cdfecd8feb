import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostRef } from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useMe } from '../../shared/me.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Private } from '../../shared/ui/badges.js';
import { Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { namePosts, useOwnPosts, usePollWrite, type Poll } from './api.js';
import css from './date-polls.module.css';

const ROLES = ['', 'head', 'required', 'optional'];

/** Whom the own side asks; the other side never learns it. */
export function Participants({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  const me = useMe();
  const posts = useOwnPosts(me?.side ?? '');
  if (!allowedIn(poll.allowedActions, 'name-participants')?.allowed || !me?.side) return null;
  return (
    <Section title={t('web-date-polls:participants')}>
      <Private>
        <p className={css.hint}>{t('web-date-polls:participantsNote')}</p>
        <Answer read={posts} head={false} rows={3}>
          {({ items }) => <PostList key={poll.id} poll={poll} posts={items} />}
        </Answer>
      </Private>
    </Section>
  );
}

function PostList({ poll, posts }: { poll: Poll; posts: PostRef[] }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = usePollWrite(poll.id);
  const [roles, setRoles] = useState<Record<string, string>>(() =>
    Object.fromEntries(poll.participants.map(({ post, role }) => [post.id, role])),
  );
  const save = async (): Promise<void> => {
    const list = Object.entries(roles).flatMap(([postId, role]) => (role === '' ? [] : [{ postId, role }]));
    try {
      await write.mutateAsync(namePosts(poll, list));
      toast(t('web-date-polls:participantsSaved'));
    } catch {
      // said below
    }
  };
  return (
    <>
      <ul className={css.posts}>
        {posts.map((post) => (
          <li key={post.id}>
            <span id={`post-${post.id}`}>
              <Words value={post.title} />
            </span>
            <NativeSelect
              aria-labelledby={`post-${post.id}`}
              value={roles[post.id] ?? ''}
              onChange={(event) => {
                const role = event.currentTarget.value;
                setRoles((now) => ({ ...now, [post.id]: role }));
              }}
              data={ROLES.map((role) => ({ value: role, label: t(`web-date-polls:role.${role || 'none'}`) }))}
            />
          </li>
        ))}
      </ul>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <Button variant="default" loading={write.isPending} onClick={() => void save()}>
        {t('web-date-polls:step.name-participants')}
      </Button>
    </>
  );
}
