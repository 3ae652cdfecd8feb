import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../shared/api/hooks.js';
import type { SessionDetail } from '../../shared/api/types.js';
import { Form } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { toast } from '../../shared/ui/toast.js';
import { ACT_FORMS } from './act-forms.js';
import { useSessionWrite } from './api.js';
import css from './session-page.module.css';

const ACTS = [
  'propose',
  'edit-draft',
  'arrange',
  'propose-level',
  'correct-ordinal',
  'edit-programme',
  'postpone',
  'cancel',
];

/** What the reader may change of a session beside its steps; nothing for who never does. */
export function Acts({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<string | null>(null);
  return (
    <div className={`${css.steps} fd-no-print`}>
      {ACTS.map((act) => (
        <ActionButton
          key={act}
          may={allowedIn(session.allowedActions, act)}
          variant={act === 'propose' ? 'filled' : 'default'}
          onClick={() => setAsking(act)}
        >
          {t(`web-sessions:act.${act}`)}
        </ActionButton>
      ))}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t(`web-sessions:act.${asking}`) : session.title.text}
      >
        {asking ? <ActDialog act={asking} session={session} onDone={() => setAsking(null)} /> : null}
      </Dialog>
    </div>
  );
}

function ActDialog({ act, session, onDone }: { act: string; session: SessionDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useSessionWrite(session.id);
  // All languages of the place, so that words nobody touches are not lost with a new proposal.
  const whole = useRead<SessionDetail>(`/sessions/${session.id}`, { texts: 'all' });
  const form = ACT_FORMS[act];
  if (!form) return null;
  const { Fields } = form;
  return (
    <Form
      draft={`session.${session.id}.${act}`}
      initial={form.initial?.(session) ?? {}}
      label={t(`web-sessions:act.${act}`)}
      submit={t(`web-sessions:act.${act}`)}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        await write.mutateAsync(form.write({ ...(whole.data ?? session), etag: session.etag }, data, lang));
        toast(t(`web-sessions:acts.done.${act}`));
        onDone();
      }}
    >
      <Fields session={session} />
    </Form>
  );
}
