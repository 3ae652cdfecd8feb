import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendThen, useRead, useWrite } from '../../shared/api/hooks.js';
import { useRefresh } from '../../shared/api/use-refresh.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Moment } from '../../shared/ui/dates.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { FilterChoice, Filters, useFilters } from '../../shared/ui/filters.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import { deliveriesPath, type Deliveries, type Delivery, type Replay, type Webhook } from './api.js';
import { DeliveryState } from './marks.js';
import css from './webhooks.module.css';

const SHOWN = { open: 'planned,queued,sending', delivered: 'delivered', failed: 'failed' };
/** How often one looks again while something is about to be sent. */
const SOON_MS = 2_000;

/** What one system was sent and will be, newest first. */
export function DeliveryList({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const { get, set } = useFilters();
  const [cursor, shown] = [get('cursor'), get('show')];
  const path = deliveriesPath(webhook.id);
  const state = shown in SHOWN ? SHOWN[shown as keyof typeof SHOWN] : '';
  const list = useRead<Deliveries>(path, { state, cursor, limit: '50' });
  useRefresh(path, list.data?.items.some(isAboutToGo) ? SOON_MS : null);
  return (
    <Section title={t('web-webhooks:deliveries.title')} aside={<ReplayFailed webhook={webhook} />}>
      <Filters label={t('web-shell:filter')}>
        <FilterChoice
          name="show"
          label={t('web-webhooks:state')}
          options={[
            { value: '', label: t('web-shell:all') },
            ...Object.keys(SHOWN).map((value) => ({ value, label: t(`web-webhooks:deliveries.show.${value}`) })),
          ]}
        />
      </Filters>
      <Answer read={list} head={false} rows={3}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty>{t('web-webhooks:deliveries.none')}</Empty>
          ) : (
            <>
              <Table deliveries={items} />
              <Group gap={8} mt={12}>
                {cursor ? (
                  <Button variant="default" onClick={() => set('cursor', '')}>
                    {t('web-webhooks:deliveries.newest')}
                  </Button>
                ) : null}
                {nextCursor ? (
                  <Button variant="default" onClick={() => set('cursor', nextCursor)}>
                    {t('web-webhooks:deliveries.older')}
                  </Button>
                ) : null}
              </Group>
            </>
          )
        }
      </Answer>
    </Section>
  );
}

const isAboutToGo = ({ state, reason }: Delivery): boolean =>
  state === 'queued' || state === 'sending' || (state === 'planned' && reason === null);

function Table({ deliveries }: { deliveries: Delivery[] }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <DataTable
      label={t('web-webhooks:deliveries.title')}
      rows={deliveries}
      idOf={(row) => row.id}
      columns={[
        {
          key: 'what',
          label: t('web-webhooks:deliveries.what'),
          main: true,
          cell: (row) =>
            row.subject === null ? (
              t('web-webhooks:deliveries.ping')
            ) : (
              <span lang={row.language ?? undefined}>{row.subject}</span>
            ),
        },
        {
          key: 'state',
          label: t('web-webhooks:state'),
          width: '26%',
          cell: (row) => <DeliveryState delivery={row} />,
        },
        { key: 'tries', label: t('web-webhooks:deliveries.tries'), cell: (row) => row.attempt },
        {
          key: 'at',
          label: t('web-webhooks:deliveries.at'),
          width: '20%',
          cell: (row) => <When delivery={row} zone={zone} />,
        },
        { key: 'again', label: t('web-webhooks:deliveries.again'), cell: (row) => <ReplayOne delivery={row} /> },
      ]}
    />
  );
}

function When({ delivery, zone }: { delivery: Delivery; zone: string }) {
  const { t } = useTranslation();
  const { deliveredAt, nextTryAt, createdAt, reason } = delivery;
  if (deliveredAt) return <Moment at={deliveredAt} zone={zone} />;
  if (nextTryAt && reason !== null)
    return (
      <span className={css.named}>
        <span className={css.host}>{t('web-webhooks:deliveries.nextTry')}</span>
        <Moment at={nextTryAt} zone={zone} />
      </span>
    );
  return <Moment at={createdAt} zone={zone} />;
}

function ReplayOne({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<undefined>();
  const may = allowedIn(delivery.allowedActions, 'replay');
  if (!may?.allowed) return null;
  const send = (): void =>
    sendThen(write, { method: 'POST', path: `/webhook-deliveries/${delivery.id}/replay` }, () =>
      toast(t('web-webhooks:done.replay', { count: 1 })),
    );
  return (
    <>
      <ActionButton may={may} variant="default" size="xs" onClick={send}>
        {t('web-webhooks:acts.replay')}
      </ActionButton>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
    </>
  );
}

/** Every failed one at once, after asking. */
function ReplayFailed({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<Replay>();
  const [asking, setAsking] = useState(false);
  if (webhook.failed === 0) return null;
  const send = (): void =>
    sendThen(write, { method: 'POST', path: `/webhooks/${webhook.id}/replay-failed` }, ({ deliveries }) => {
      setAsking(false);
      toast(t('web-webhooks:done.replay', { count: deliveries }));
    });
  return (
    <>
      <ActionButton
        may={allowedIn(webhook.allowedActions, 'replay')}
        variant="default"
        size="sm"
        onClick={() => setAsking(true)}
      >
        {t('web-webhooks:acts.replayFailed', { count: webhook.failed })}
      </ActionButton>
      <Dialog open={asking} title={t('web-webhooks:ask.replay')} onClose={() => setAsking(false)}>
        <p>{t('web-webhooks:ask.replayText', { count: webhook.failed })}</p>
        {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
        <Group gap={8}>
          <Button loading={write.isPending} onClick={send}>
            {t('web-webhooks:acts.replay')}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('web-shell:cancel')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
