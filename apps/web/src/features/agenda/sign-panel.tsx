import { formatDateTime } from '#core/i18n';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { SideName } from '../../shared/ui/badges.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Keys } from '../../shared/ui/keys.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import css from './agenda.module.css';
import { stepOf, useAgendaWrite } from './api.js';
import { Gaps } from './gaps.js';

/** The numbered rows of what is signed; own drafts are no part of it. */
const signed = (agenda: Agenda): Agenda['items'] =>
  agenda.items.filter(({ number, audience }) => number !== null && audience !== 'kr' && audience !== 'jp');

/** How many texts stand in the way of a step: machine text of an exchange, everything open of a signature. */
const openTexts = ({ gaps }: Agenda, step: Step): number =>
  step === 'exchange' ? gaps.filter(({ gap }) => gap === 'machine').length : gaps.length;

type Step = 'exchange' | 'sign' | 'withdraw-signature';

/** The two keys of this version, what still stands in the way, and the acts. A signature is for exactly the hash that is shown. */
export function SignPanel({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  const textOf = useProblemText();
  const write = useAgendaWrite();
  const [asking, setAsking] = useState<Agenda | null>(null);
  const take = async (shown: Agenda, step: Step): Promise<void> => {
    try {
      await write.mutateAsync(stepOf(shown, step));
      toast(t(`web-agenda:step.done.${step}`));
    } finally {
      setAsking(null);
    }
  };
  const start = (step: Step): void => {
    if (step === 'sign') setAsking(agenda);
    else void take(agenda, step).catch(() => undefined);
  };
  const turned = agenda.keys.filter((key) => key.turned);
  return (
    <section className={css.sign} aria-labelledby="two-keys">
      <div className={css.signHead}>
        <h2 id="two-keys">{t('web-agenda:keys.title')}</h2>
        <Keys keys={agenda.keys} />
      </div>
      {turned.length > 0 ? (
        <ul className={css.keyLines}>
          {turned.map((key) => (
            <li key={key.side}>
              <SideName side={key.side} />
              {key.post ? (
                <span>
                  <Words value={key.post.body} marks={false} /> <Words value={key.post.title} marks={false} />
                </span>
              ) : null}
              {key.at ? <time dateTime={key.at}>{formatDateTime(key.at, zone, lang)}</time> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Gaps agenda={agenda} />
      {agenda.hash ? (
        <p className={css.hash}>
          <span className={css.label}>{t('web-agenda:hash')}</span>{' '}
          <code title={agenda.hash}>{agenda.hash.slice(0, 16)}</code>
        </p>
      ) : null}
      <div className={`${css.signActions} fd-no-print`}>
        {(['sign', 'exchange', 'withdraw-signature'] as const).map((step) => (
          <ActionButton
            key={step}
            may={allowedIn(agenda.allowedActions, step)}
            params={{ count: openTexts(agenda, step) }}
            variant={step === 'withdraw-signature' ? 'default' : 'filled'}
            loading={write.isPending}
            onClick={() => start(step)}
          >
            {t(`web-agenda:step.${step}`)}
          </ActionButton>
        ))}
      </div>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <Dialog open={asking !== null} onClose={() => setAsking(null)} title={t('web-agenda:signing.title')}>
        {asking ? (
          <>
            <p>{t('web-agenda:signing.text', { n: asking.version, count: signed(asking).length })}</p>
            <ol className={css.signList}>
              {signed(asking).map((item) => (
                <li key={item.id} value={item.number ?? undefined}>
                  <Words value={item.title} />
                </li>
              ))}
            </ol>
            <p className={css.hash}>
              <span className={css.label}>{t('web-agenda:hash')}</span> <code className={css.whole}>{asking.hash}</code>
            </p>
            <div className={css.signActions}>
              <Button loading={write.isPending} onClick={() => void take(asking, 'sign').catch(() => undefined)}>
                {t('web-agenda:step.sign')}
              </Button>
              <Button variant="default" onClick={() => setAsking(null)}>
                {t('web-shell:cancel')}
              </Button>
            </div>
          </>
        ) : null}
      </Dialog>
    </section>
  );
}
