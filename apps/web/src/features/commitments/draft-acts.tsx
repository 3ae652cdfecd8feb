import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InstrumentDetail } from '../../shared/api/types.js';
import { AreaField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { toast } from '../../shared/ui/toast.js';
import { instrumentAct, useInstrumentWrite } from './api.js';
import css from './commitments.module.css';

const InstrumentForm = lazy(async () => ({ default: (await import('./instrument-form.js')).InstrumentForm }));
type Asking = 'edit' | 'propose' | 'withdraw';

/** What may be done with a text that is not recorded yet. */
export function DraftActs({ instrument }: { instrument: InstrumentDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking | null>(null);
  const done = (): void => setAsking(null);
  const may = (action: Asking) => allowedIn(instrument.allowedActions, action);
  if (!(['edit', 'propose', 'withdraw'] as const).some((action) => may(action))) return null;
  return (
    <div className={`${css.acts} fd-no-print`}>
      <ActionButton may={may('propose')} params={{ count: instrument.gaps }} onClick={() => setAsking('propose')}>
        {t('web-commitments:act.proposeInstrument')}
      </ActionButton>
      <ActionButton may={may('edit')} variant="default" onClick={() => setAsking('edit')}>
        {t('web-commitments:act.edit')}
      </ActionButton>
      <ActionButton may={may('withdraw')} variant="default" onClick={() => setAsking('withdraw')}>
        {t('web-commitments:act.withdraw')}
      </ActionButton>
      <Dialog
        open={asking !== null}
        onClose={done}
        title={
          asking === 'propose'
            ? t('web-commitments:act.proposeInstrument')
            : asking
              ? t(`web-commitments:act.${asking}`)
              : ''
        }
      >
        <Suspense>
          {asking === 'edit' ? <InstrumentForm instrument={instrument} onDone={done} /> : null}
          {asking === 'propose' ? <ProposeForm instrument={instrument} onDone={done} /> : null}
          {asking === 'withdraw' ? <Withdraw instrument={instrument} onDone={done} /> : null}
        </Suspense>
      </Dialog>
    </div>
  );
}

interface Props {
  instrument: InstrumentDetail;
  onDone: () => void;
}

function ProposeForm({ instrument, onDone }: Props) {
  const { t } = useTranslation();
  const write = useInstrumentWrite();
  const send = async (data: FormData): Promise<void> => {
    const reason = valueOf(data, 'reason');
    await write.mutateAsync(instrumentAct(instrument, '/propose', reason === '' ? {} : { reason }));
    toast(t('web-commitments:done.proposed'));
    onDone();
  };
  return (
    <Form
      draft={`instrument-propose.${instrument.id}`}
      label={t('web-commitments:act.proposeInstrument')}
      submit={t('web-commitments:act.proposeInstrument')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <p>{t('web-commitments:ask.propose')}</p>
      <AreaField name="reason" label={t('web-commitments:field.reason')} hint={t('web-proposals:bothRead')} rows={2} />
    </Form>
  );
}

function Withdraw({ instrument, onDone }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const write = useInstrumentWrite();
  const textOf = useProblemText();
  const send = (): void =>
    void write.mutateAsync(instrumentAct(instrument, '/withdraw')).then(
      () => {
        toast(t('web-commitments:done.withdrawn'));
        onDone();
        void navigate('/commitments');
      },
      () => undefined,
    );
  return (
    <>
      <p>{t('web-commitments:ask.withdraw')}</p>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <div className={css.acts}>
        <Button loading={write.isPending} onClick={send}>
          {t('web-commitments:act.withdraw')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('web-shell:cancel')}
        </Button>
      </div>
    </>
  );
}
