import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionDetail } from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { toast } from '../../shared/ui/toast.js';
import css from './actions.module.css';
import { act, useAct, type Step } from './api.js';
import { EditForm } from './edit-form.js';
import { proposes, StepForm } from './step-form.js';

const AT_ONCE = ['start', 'confirm', 'unblock'] as const;
const WITH_FORM = ['return', 'extend', 'block', 'reassign', 'edit', 'supersede', 'cancel'] as const;

/** The acts on an action item. When its owner reads the page, the report stands open: write the evidence, send. */
export function Acts({ action }: { action: ActionDetail }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useAct(action.id);
  const [open, setOpen] = useState<(typeof WITH_FORM)[number] | null>(null);
  const may = (name: Step): ReturnType<typeof allowedIn> => allowedIn(action.allowedActions, name);
  const report = may('report-done');
  const close = (): void => setOpen(null);
  const run = async (step: (typeof AT_ONCE)[number]): Promise<void> => {
    await write.mutateAsync(act(action, step));
    toast(t(`web-actions:done.${step}`));
  };
  return (
    <div className="fd-no-print">
      <div className={css.acts}>
        {AT_ONCE.map((step) => (
          <ActionButton
            key={step}
            may={may(step)}
            variant={step === 'confirm' ? 'filled' : 'default'}
            loading={write.isPending}
            onClick={() => void run(step).catch(() => undefined)}
          >
            {t(`actions:actions.${step}`)}
          </ActionButton>
        ))}
        {WITH_FORM.map((step) => (
          <ActionButton
            key={step}
            may={may(step)}
            variant="default"
            aria-expanded={open === step}
            onClick={() => setOpen(open === step ? null : step)}
          >
            {proposes(action, step) ? t(`web-actions:propose.${step}`) : t(`actions:actions.${step}`)}
          </ActionButton>
        ))}
      </div>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
      {open && may(open)?.allowed ? (
        <section className={css.panel} aria-labelledby="act-title">
          <h2 id="act-title">
            {proposes(action, open) ? t(`web-actions:propose.${open}`) : t(`actions:actions.${open}`)}
          </h2>
          {proposes(action, open) ? <p>{t('web-actions:twoKeys')}</p> : null}
          {open === 'edit' ? (
            <EditForm action={action} onDone={close} />
          ) : (
            <StepForm key={open} item={action} step={open} onDone={close} />
          )}
        </section>
      ) : null}
      {report?.allowed && open === null ? (
        <section className={css.panel} aria-labelledby="report-done">
          <h2 id="report-done">{t('actions:actions.report-done')}</h2>
          <p>{t(action.joint ? 'web-actions:evidence.leadJoint' : 'web-actions:evidence.lead')}</p>
          <StepForm item={action} step="report-done" />
        </section>
      ) : null}
    </div>
  );
}
