import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sendThen, useRead, useWrite } from '../../shared/api/hooks.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { toast } from '../../shared/ui/toast.js';
import type { DeskSummary } from './api.js';
import css from './reminders.module.css';

/** What the mail server left open, where there is any: how much, and the way to it. */
export function OpenMatters() {
  const { t } = useTranslation();
  const { data } = useRead<DeskSummary>('/reminders/summary');
  const [asked, setAsked] = useState(false);
  if (!data || data.failed + data.inDoubt === 0) return null;
  return (
    <div className={css.open} role="note">
      <ul>
        {data.failed > 0 ? <li>{t('web-reminders:open.failed', { count: data.failed })}</li> : null}
        {data.inDoubt > 0 ? <li>{t('web-reminders:open.inDoubt', { count: data.inDoubt })}</li> : null}
      </ul>
      <Link to="/reminders?show=open">{t('web-reminders:open.look')}</Link>
      {data.failed > 0 ? (
        <ActionButton
          may={allowedIn(data.allowedActions, 'retry-failed')}
          variant="default"
          size="xs"
          className="fd-no-print"
          onClick={() => setAsked(true)}
        >
          {t('web-reminders:open.retryAll')}
        </ActionButton>
      ) : null}
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('web-reminders:open.retryAllTitle', { count: data.failed })}
      >
        <RetryAll onClose={() => setAsked(false)} />
      </Dialog>
    </div>
  );
}

function RetryAll({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<{ retried: number }>();
  const send = (): void =>
    sendThen(write, { method: 'POST', path: '/reminders/retry-failed' }, ({ retried }) => {
      toast(t('web-reminders:open.retryAllDone', { count: retried }));
      onClose();
    });
  return (
    <>
      <p>{t('web-reminders:open.retryAllText')}</p>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
      <Group gap={8}>
        <Button loading={write.isPending} onClick={send}>
          {t('web-reminders:open.retryAll')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('web-shell:cancel')}
        </Button>
      </Group>
    </>
  );
}
