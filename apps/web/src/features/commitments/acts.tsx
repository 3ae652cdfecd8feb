import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitmentDetail } from '../../shared/api/types.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import type { Step } from './api.js';
import css from './commitments.module.css';

const StepForm = lazy(async () => ({ default: (await import('./step-form.js')).StepForm }));
const DetailsForm = lazy(async () => ({ default: (await import('./details-form.js')).DetailsForm }));

/** What the reader may do: say with evidence how far it has come, or who acts and by when. */
export function Acts({ commitment }: { commitment: CommitmentDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'step' | 'details' | null>(null);
  const done = (): void => setAsking(null);
  const steps = commitment.allowedActions
    .filter(({ action, allowed }) => allowed && action !== 'details')
    .map(({ action }) => action as Step);
  const details = allowedIn(commitment.allowedActions, 'details');
  if (steps.length === 0 && details?.allowed !== true) return null;
  const label = asking === 'details' ? t('web-commitments:act.details') : t('web-commitments:act.step');
  return (
    <div className={`${css.acts} fd-no-print`}>
      {steps.length > 0 ? <Button onClick={() => setAsking('step')}>{t('web-commitments:act.step')}</Button> : null}
      <ActionButton may={details} variant="default" onClick={() => setAsking('details')}>
        {t('web-commitments:act.details')}
      </ActionButton>
      <span className={css.about}>
        {t(commitment.twoKeys ? 'web-commitments:act.twoKeys' : 'web-commitments:act.ownSide')}
      </span>
      <Dialog open={asking !== null} onClose={done} title={label}>
        <Suspense>
          {asking === 'step' ? <StepForm commitment={commitment} steps={steps} onDone={done} /> : null}
          {asking === 'details' ? <DetailsForm commitment={commitment} onDone={done} /> : null}
        </Suspense>
      </Dialog>
    </div>
  );
}
