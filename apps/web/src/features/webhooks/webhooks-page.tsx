import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWrite } from '../../shared/api/hooks.js';
import { TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useErrorText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Moment } from '../../shared/ui/dates.js';
import { Page, Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { useWebhooks, type Webhook, type WebhookWithSecret } from './api.js';
import { Backlog, hostOf, WebhookState } from './marks.js';
import { Secret } from './secret.js';
import css from './webhooks.module.css';

/** The systems of the reader's side that are told what its people are told by mail. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const webhooks = useWebhooks();
  const [made, setMade] = useState<WebhookWithSecret | null>(null);
  return (
    <Page title={t('web-webhooks:title')}>
      <p className={css.lead}>{t('web-webhooks:lead')}</p>
      <Answer read={webhooks} head={false} rows={3}>
        {({ items, allowedActions }) => {
          const may = allowedIn(allowedActions, 'create');
          return (
            <>
              {made ? <Secret secret={made.secret} onDone={() => setMade(null)} /> : null}
              <Section title={t('web-webhooks:standing')}>
                {items.length === 0 ? <Empty>{t('web-webhooks:none')}</Empty> : <Table webhooks={items} />}
              </Section>
              {made ? null : (
                <Section title={t('web-webhooks:new')}>
                  {may?.allowed ? <NewWebhook onMade={setMade} /> : null}
                  {may?.reason ? <p>{textOf(may.reason, { max: items.length })}</p> : null}
                </Section>
              )}
              <How />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Table({ webhooks }: { webhooks: Webhook[] }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <DataTable
      label={t('web-webhooks:standing')}
      rows={webhooks}
      idOf={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: t('web-webhooks:name'),
          main: true,
          cell: (row) => (
            <span className={css.named}>
              <Link to={`/webhooks/${row.id}`}>{row.name}</Link>
              <span className={css.host}>{hostOf(row.url)}</span>
            </span>
          ),
        },
        { key: 'state', label: t('web-webhooks:state'), cell: (row) => <WebhookState webhook={row} /> },
        { key: 'backlog', label: t('web-webhooks:open'), cell: (row) => <Backlog webhook={row} /> },
        {
          key: 'last',
          label: t('web-webhooks:lastDelivered'),
          cell: (row) =>
            row.lastDeliveredAt ? <Moment at={row.lastDeliveredAt} zone={zone} /> : t('web-webhooks:never'),
        },
      ]}
    />
  );
}

function NewWebhook({ onMade }: { onMade: (webhook: WebhookWithSecret) => void }) {
  const { t } = useTranslation();
  const write = useWrite<WebhookWithSecret>();
  const make = async (data: FormData): Promise<void> => {
    const body = { name: valueOf(data, 'name'), url: valueOf(data, 'url') };
    onMade(await write.mutateAsync({ method: 'POST', path: '/webhooks', body }));
  };
  return (
    <Form
      draft="new-webhook"
      label={t('web-webhooks:new')}
      submit={t('web-webhooks:add')}
      pending={write.isPending}
      onSubmit={make}
    >
      <TextField name="name" label={t('web-webhooks:name')} hint={t('web-webhooks:nameHint')} required />
      <TextField
        name="url"
        type="url"
        label={t('web-webhooks:address')}
        hint={t('web-webhooks:addressHint')}
        required
      />
    </Form>
  );
}

/** For whoever writes the receiver. */
function How() {
  const { t } = useTranslation();
  return (
    <details className={css.how}>
      <summary>{t('web-webhooks:how.title')}</summary>
      <ul>
        {['signed', 'answer', 'again', 'content'].map((part) => (
          <li key={part}>{t(`web-webhooks:how.${part}`)}</li>
        ))}
      </ul>
    </details>
  );
}
