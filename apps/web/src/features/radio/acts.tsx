import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { toast } from '../../shared/ui/toast.js';
import { act, useIssueWrite, type Issue } from './api.js';
import css from './radio.module.css';

const ActForm = lazy(async () => ({ default: (await import('./act-forms.js')).ActForm }));

/** Steps that one press takes after a question. */
const STEPS = [
  'report',
  'report-plan',
  'acknowledge',
  'start-measurement',
  'start-coordination',
  'mitigate',
  'monitor',
  'return-to-coordination',
  'take-up',
  'withdraw',
] as const;
type Step = (typeof STEPS)[number];

/** Acts that ask for something first. */
const FORMS = ['set-next-check', 'agree-measure', 'resolve', 'raise', 'reopen'] as const;
export type FormAct = (typeof FORMS)[number];

/** Where each step is asked for. */
const pathOf = (step: Step): string => {
  if (step === 'report-plan') return 'report';
  return ['report', 'take-up', 'withdraw'].includes(step) ? step : `steps/${step}`;
};

/** What the reader may do with the case now; the first step that is open stands out. */
export function Acts({ issue, onWrite }: { issue: Issue; onWrite: (mode: 'edit' | 'change') => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useIssueWrite();
  const [asking, setAsking] = useState<Step | null>(null);
  const [form, setForm] = useState<FormAct | null>(null);
  const may = (action: string) => allowedIn(issue.allowedActions, action);
  const mayEdit = may('edit')?.allowed === true;
  const offered = STEPS.filter((step) => !(step === 'report-plan' || step === 'report') || relevant(step, issue));
  const take = async (step: Step): Promise<void> => {
    await write.mutateAsync(act(issue, pathOf(step)));
    toast(t(`web-radio:done.${step}`));
    setAsking(null);
  };
  return (
    <div className={`${css.acts} fd-no-print`}>
      {offered.map((step) => (
        <ActionButton
          key={step}
          may={may(step)}
          variant={step === 'withdraw' || step === 'return-to-coordination' ? 'default' : 'filled'}
          onClick={() => setAsking(step)}
        >
          {t(`web-radio:act.${step}`)}
        </ActionButton>
      ))}
      {FORMS.map((name) => (
        <ActionButton key={name} may={may(name)} variant="default" onClick={() => setForm(name)}>
          {t(`web-radio:act.${name}`)}
        </ActionButton>
      ))}
      <ActionButton may={may('edit')} variant="default" onClick={() => onWrite('edit')}>
        {t('web-radio:act.edit')}
      </ActionButton>
      {mayEdit ? null : (
        <ActionButton may={may('change')} variant="default" onClick={() => onWrite('change')}>
          {t('web-radio:act.change')}
        </ActionButton>
      )}
      <Dialog
        open={asking !== null}
        title={asking ? t(`web-radio:act.${asking}`) : ''}
        onClose={() => {
          setAsking(null);
          write.reset();
        }}
      >
        {asking ? (
          <>
            <p>{t(`web-radio:ask.${asking}`)}</p>
            {write.error ? (
              <p role="alert" className={css.refused}>
                {textOf(write.error)}
              </p>
            ) : null}
            <div className={css.acts}>
              <Button loading={write.isPending} onClick={() => void take(asking).catch(() => undefined)}>
                {t(`web-radio:act.${asking}`)}
              </Button>
              <Button variant="default" onClick={() => setAsking(null)}>
                {t('web-shell:cancel')}
              </Button>
            </div>
          </>
        ) : null}
      </Dialog>
      <Dialog open={form !== null} title={form ? t(`web-radio:act.${form}`) : ''} onClose={() => setForm(null)}>
        {form ? (
          <Suspense>
            <ActForm issue={issue} name={form} onDone={() => setForm(null)} />
          </Suspense>
        ) : null}
      </Dialog>
    </div>
  );
}

/** A plan is reported as a plan, everything else as a case: only one of the two is offered. */
const relevant = (step: 'report' | 'report-plan', { type }: Issue): boolean =>
  (step === 'report-plan') === (type === 'planned_use');
