import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendThen, useWrite } from '../../shared/api/hooks.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import type { DeskAct, DeskReminder } from './api.js';
import css from './reminders.module.css';

const ACTS: readonly DeskAct[] = ['retry', 'arrived', 'send-again', 'resend'];

/** What the reader may do with a reminder now; each act says first what will happen. */
export function ReminderActs({ reminder }: { reminder: DeskReminder }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<DeskAct | null>(null);
  const offers = reminder.allowedActions.filter(({ allowed }) => allowed);
  if (offers.length === 0) return null;
  return (
    <div className={`${css.acts ?? ''} fd-no-print`}>
      {ACTS.map((act) => (
        <ActionButton
          key={act}
          may={offers.find(({ action }) => action === act)}
          variant="default"
          size="xs"
          onClick={() => setAsked(act)}
        >
          {t(`web-reminders:acts.${act}.button`)}
        </ActionButton>
      ))}
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={asked ? t(`web-reminders:acts.${asked}.title`) : ''}
      >
        {asked ? <Confirm reminder={reminder} act={asked} onClose={() => setAsked(null)} /> : null}
      </Dialog>
    </div>
  );
}

function Confirm({ reminder, act, onClose }: { reminder: DeskReminder; act: DeskAct; onClose: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<DeskReminder>();
  const send = (): void =>
    sendThen(write, { method: 'POST', path: `/reminders/${reminder.id}/${act}`, ifMatch: reminder.etag }, () => {
      toast(t(`web-reminders:acts.${act}.done`));
      onClose();
    });
  return (
    <>
      <p className={css.named}>
        <Words value={reminder.title} />
        <span>
          <Words value={reminder.recipient.title} />
        </span>
      </p>
      <p>{t(`web-reminders:acts.${act}.text`)}</p>
      {reminder.delivery === 'digest' ? <p>{t('web-reminders:acts.together')}</p> : null}
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
      <Group gap={8}>
        <Button loading={write.isPending} onClick={send}>
          {t(`web-reminders:acts.${act}.button`)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('web-shell:cancel')}
        </Button>
      </Group>
    </>
  );
}
