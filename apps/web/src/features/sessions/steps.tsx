import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../shared/i18n/words.js';
import type { SessionDetail } from '../../shared/api/types.js';
import { SelectField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useMe } from '../../shared/me.js';
import { ActionButton } from '../../shared/ui/action-button.js';
import { Loading } from '../../shared/ui/states.js';
import { usePosts, useStep } from './api.js';
import { Dialog } from '../../shared/ui/dialog.js';
import css from './session-page.module.css';
import { toast } from '../../shared/ui/toast.js';

/** The next steps of a session, as the API allows them to this reader; the delegation step asks who leads. */
export function Steps({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const [naming, setNaming] = useState(false);
  const step = useStep(session.id);
  const textOf = useProblemText();
  const take = async (action: string, headPostId?: string): Promise<void> => {
    await step.mutateAsync({
      method: 'POST',
      path: `/sessions/${session.id}/steps`,
      ifMatch: session.etag,
      body: { action, ...(headPostId ? { headPostId } : {}) },
    });
    toast(t(`web-sessions:steps.done.${action}`));
  };
  const known = session.allowedActions.filter((entry) => STEPS.has(entry.action));
  if (known.length === 0) return null;
  return (
    <>
      <div className={css.steps}>
        {known.map((may) => (
          <ActionButton
            key={may.action}
            may={may}
            variant={may.action === 'hold' || may.action === 'open' ? 'filled' : 'default'}
            loading={
              step.isPending &&
              step.variables.body !== undefined &&
              'action' in step.variables.body &&
              step.variables.body.action === may.action
            }
            onClick={() =>
              may.action === 'submit-delegation' ? setNaming(true) : void take(may.action).catch(() => undefined)
            }
          >
            {t(`web-sessions:steps.${may.action}`)}
          </ActionButton>
        ))}
      </div>
      {step.error && !naming ? (
        <p role="alert" className={css.note}>
          {textOf(step.error)}
        </p>
      ) : null}
      <Dialog open={naming} onClose={() => setNaming(false)} title={t('web-sessions:steps.submit-delegation')}>
        <NameHead
          pending={step.isPending}
          onSend={async (post) => {
            await take('submit-delegation', post);
            setNaming(false);
          }}
          onCancel={() => setNaming(false)}
        />
      </Dialog>
    </>
  );
}

const STEPS = new Set(['start-preparing', 'submit-delegation', 'confirm-interpretation', 'mark-ready', 'open', 'hold']);

function NameHead({
  pending,
  onSend,
  onCancel,
}: {
  pending: boolean;
  onSend: (post: string) => Promise<void>;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const posts = usePosts(me?.side ?? '', true);
  if (!posts.data) return <Loading rows={2} head={false} />;
  const ordered = [...posts.data.items].sort((a, b) => a.rank - b.rank);
  return (
    <Form
      label={t('web-sessions:steps.submit-delegation')}
      submit={t('web-sessions:steps.submit-delegation')}
      pending={pending}
      onSubmit={(data) => onSend(valueOf(data, 'headPostId'))}
      onCancel={onCancel}
    >
      <SelectField
        name="headPostId"
        label={t('web-words:delegationRole.head')}
        hint={t('web-sessions:delegations.byPost')}
        required
        options={ordered.map((post) => ({ value: post.id, label: `${post.body.text} ${post.title.text}` }))}
      />
    </Form>
  );
}
