import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendThen, useRead, useWrite } from '../../shared/api/hooks.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { Page } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import type { MailPreferences } from './api.js';
import { DayMailStopped } from './day-mail-stopped.js';
import css from './reminders.module.css';

const PATH = '/me/mail-preferences';

/** Which mails the reader wants: kept as soon as it is chosen. */
export function PreferencesPage() {
  const { t } = useTranslation();
  const read = useRead<MailPreferences>(PATH);
  return (
    <Page title={t('web-reminders:settings.title')} trail={[{ to: '/inbox', label: t('web-reminders:tabs.inbox') }]}>
      <Answer read={read} head={false} rows={2}>
        {(preferences) => <Settings preferences={preferences} />}
      </Answer>
    </Page>
  );
}

function Settings({ preferences }: { preferences: MailPreferences }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<MailPreferences>(PATH);
  // Shown as chosen while it is on its way; a refusal puts it back.
  const [wanted, setWanted] = useState(preferences.digest);
  const choose = (digest: boolean): void => {
    setWanted(digest);
    sendThen(write, { method: 'PUT', path: PATH, body: { digest } }, () => toast(t('web-reminders:settings.kept')));
  };
  return (
    <div className={css.settings}>
      <p>{t('web-reminders:settings.lead')}</p>
      <Checkbox
        size="md"
        label={t('web-reminders:settings.on')}
        aria-describedby="daily-hint"
        checked={write.isPending ? wanted : preferences.digest}
        aria-busy={write.isPending}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <p id="daily-hint" className={css.hint}>
        {t('web-reminders:settings.hint')}
      </p>
      {preferences.stopped ? <DayMailStopped stopped={preferences.stopped} /> : null}
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
    </div>
  );
}
