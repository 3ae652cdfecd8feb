import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton } from '../../shared/ui/action-button.js';
import { toast } from '../../shared/ui/toast.js';
import { useSessionWrite } from './api.js';
import css from './session-page.module.css';

const STEPS = new Set(['start-preparing', 'mark-ready', 'open', 'hold', 'close']);

/** The next steps of a session, as the API allows them to this reader. */
export function Steps({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const step = useSessionWrite(session.id);
  const textOf = useProblemText();
  const take = async (action: string): Promise<void> => {
    await step.mutateAsync({
      method: 'POST',
      path: `/sessions/${session.id}/steps`,
      ifMatch: session.etag,
      body: { action },
    });
    toast(t(`web-sessions:steps.done.${action}`));
  };
  const known = session.allowedActions.filter((entry) => STEPS.has(entry.action));
  if (known.length === 0) return null;
  return (
    <>
      <div className={`${css.steps} fd-no-print`}>
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
            onClick={() => void take(may.action).catch(() => undefined)}
          >
            {t(`web-sessions:steps.${may.action}`)}
          </ActionButton>
        ))}
      </div>
      {step.error ? (
        <p role="alert" className={css.note}>
          {textOf(step.error)}
        </p>
      ) : null}
    </>
  );
}
