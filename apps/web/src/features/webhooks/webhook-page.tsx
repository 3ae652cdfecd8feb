import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { sendThen, useWrite } from '../../shared/api/hooks.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Moment } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import { useWebhook, type Webhook, type WebhookWithSecret } from './api.js';
import { DeliveryList } from './delivery-list.js';
import { WebhookDialog, type DialogKind } from './dialogs.js';
import { WebhookState } from './marks.js';
import { Secret } from './secret.js';
import css from './webhooks.module.css';

/** One system of the reader's side: where it is, what it was sent, and what to do about it. */
export function WebhookPage() {
  const { id = '' } = useParams();
  const webhook = useWebhook(id);
  return <Answer read={webhook}>{(data) => <Detail webhook={data} />}</Answer>;
}

function Detail({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const zone = useZone();
  const [secret, setSecret] = useState<string | null>(null);
  const { name, url, createdAt, lastDeliveredAt, offReason } = webhook;
  return (
    <Page
      title={name}
      trail={[{ to: '/webhooks', label: t('web-webhooks:title') }]}
      meta={<WebhookState webhook={webhook} />}
    >
      {offReason === 'gone' ? <p className={css.note}>{t('webhooks:errors.gone')}</p> : null}
      {secret ? <Secret secret={secret} onDone={() => setSecret(null)} /> : null}
      <Section title={t('web-webhooks:about')}>
        <Facts
          rows={[
            [t('web-webhooks:address'), <Url text={url} />],
            [t('web-webhooks:created'), <Moment at={createdAt} zone={zone} />],
            [
              t('web-webhooks:lastDelivered'),
              lastDeliveredAt ? <Moment at={lastDeliveredAt} zone={zone} /> : t('web-webhooks:never'),
            ],
          ]}
        />
      </Section>
      <Acts webhook={webhook} onSecret={setSecret} />
      <DeliveryList webhook={webhook} />
    </Page>
  );
}

/** May break behind its host and within its path. */
function Url({ text }: { text: string }) {
  return (
    <span className={css.address}>
      {text.split(/(?<=[^/]\/)(?=[^/])/u).map((part, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

function Acts({ webhook, onSecret }: { webhook: Webhook; onSecret: (secret: string) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const write = useWrite<Webhook>(`/webhooks/${webhook.id}`);
  const [asking, setAsking] = useState<DialogKind | null>(null);
  const may = (action: string) => allowedIn(webhook.allowedActions, action);
  const act = (step: string, said: string): void =>
    sendThen(write, { method: 'POST', path: `/webhooks/${webhook.id}/${step}`, ifMatch: webhook.etag }, () =>
      toast(said),
    );
  const done = (kind: DialogKind, answer: Webhook | WebhookWithSecret | undefined): void => {
    setAsking(null);
    if (answer && 'secret' in answer) onSecret(answer.secret);
    if (kind === 'remove') void navigate('/webhooks');
    toast(t(`web-webhooks:done.${kind}`));
  };
  return (
    <>
      <div className={`${css.acts} fd-no-print`}>
        <ActionButton may={may('ping')} onClick={() => act('ping', t('web-webhooks:done.ping'))}>
          {t('web-webhooks:acts.ping')}
        </ActionButton>
        <ActionButton may={may('turn-on')} variant="default" onClick={() => act('turn-on', t('web-webhooks:done.on'))}>
          {t('web-webhooks:acts.on')}
        </ActionButton>
        {(['edit', 'rotate', 'turn-off', 'remove'] as const).map((kind) => (
          <ActionButton key={kind} may={may(kind)} variant="default" onClick={() => setAsking(kind)}>
            {t(`web-webhooks:acts.${kind}`)}
          </ActionButton>
        ))}
      </div>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
      {asking ? <WebhookDialog kind={asking} webhook={webhook} onClose={() => setAsking(null)} onDone={done} /> : null}
    </>
  );
}
