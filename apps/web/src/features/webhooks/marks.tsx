import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../shared/i18n/words.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import type { Delivery, Webhook } from './api.js';
import css from './webhooks.module.css';

/** The host of an address; its path may hold a key of the receiver's. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

export function WebhookState({ webhook: { state } }: { webhook: Webhook }) {
  const { t } = useTranslation();
  return <State tone={state === 'on' ? 'done' : 'plain'}>{t(`web-webhooks:states.${state}`)}</State>;
}

/** What has not arrived: amber where it waits for a person. */
export function Backlog({ webhook: { waiting, failed } }: { webhook: Webhook }) {
  const { t } = useTranslation();
  if (waiting === 0 && failed === 0) return <>{t('web-webhooks:nothingOpen')}</>;
  return (
    <span className={css.named}>
      {waiting > 0 ? <span>{t('web-webhooks:waiting', { count: waiting })}</span> : null}
      {failed > 0 ? <State tone="amber">{t('web-webhooks:failed', { count: failed })}</State> : null}
    </span>
  );
}

const tones: Record<Delivery['state'], Tone> = {
  planned: 'plain',
  queued: 'plain',
  sending: 'plain',
  delivered: 'done',
  failed: 'amber',
};

/** How far a delivery is, and what stood in its way. */
export function DeliveryState({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const { state, reason, answerStatus } = delivery;
  const retried = state === 'planned' && reason !== null;
  return (
    <div>
      <State tone={tones[state]}>{t(`web-webhooks:deliveries.states.${retried ? 'again' : state}`)}</State>
      {reason && state !== 'delivered' ? (
        <p className={css.reason}>
          {textOf(reason)}
          {answerStatus === null ? null : ` ${t('web-webhooks:deliveries.status', { status: answerStatus })}`}
        </p>
      ) : null}
    </div>
  );
}
