import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { switchLanguage } from '../../shared/i18n/setup.js';
import { LanguageChoice } from '../../shared/ui/language-choice.js';
import { useTitle } from '../../shared/ui/page.js';
import css from './unsubscribe-page.module.css';

type Stage = 'asked' | 'sending' | 'done' | 'unknown' | 'failed';

/** Where a link in the daily mail leads: opening it changes nothing, the button does, without signing in (RFC 8058). */
export function UnsubscribePage() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const [stage, setStage] = useState<Stage>('asked');
  useTitle(t('web-reminders:stop.title'));
  const stop = async (): Promise<void> => {
    setStage('sending');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const answer = await fetch(`/unsubscribe/${encodeURIComponent(token)}`, { method: 'POST', body });
    setStage(answer.ok ? 'done' : answer.status === 404 ? 'unknown' : 'failed');
  };
  const ended = stage === 'done' || stage === 'unknown';
  return (
    <div className={css.page}>
      <header className={css.top}>
        <LanguageChoice onChoose={(chosen) => void switchLanguage(chosen)} />
      </header>
      <main className={css.card}>
        <p className={css.product}>{t('web-shell:product')}</p>
        <h1>{t('web-reminders:stop.title')}</h1>
        {ended ? null : <p>{t('web-reminders:stop.text')}</p>}
        <div role="status">
          {stage === 'done' || stage === 'unknown' || stage === 'failed' ? (
            <p className={css.told} data-good={stage === 'done' || undefined}>
              {t(`web-reminders:stop.${stage}`)}
            </p>
          ) : null}
        </div>
        {ended ? (
          <Link to="/account/mails">{t('web-reminders:stop.again')}</Link>
        ) : (
          <Button loading={stage === 'sending'} onClick={() => void stop().catch(() => setStage('failed'))}>
            {t('web-reminders:stop.button')}
          </Button>
        )}
      </main>
    </div>
  );
}
