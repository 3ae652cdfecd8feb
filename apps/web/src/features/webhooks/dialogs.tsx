import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sendThen, useWrite } from '../../shared/api/hooks.js';
import { TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { Dialog } from '../../shared/ui/dialog.js';
import type { Webhook, WebhookWithSecret } from './api.js';

/** What asks before it is done. */
export type DialogKind = 'edit' | 'rotate' | 'turn-off' | 'remove';

interface DialogProps {
  kind: DialogKind;
  webhook: Webhook;
  onClose: () => void;
  onDone: (kind: DialogKind, answer: Webhook | WebhookWithSecret | undefined) => void;
}

export function WebhookDialog(props: DialogProps) {
  const { t } = useTranslation();
  const { kind, webhook, onClose } = props;
  return (
    <Dialog open title={t(`web-webhooks:ask.${kind}`, { name: webhook.name })} onClose={onClose}>
      {kind === 'edit' ? <Edit {...props} /> : <Confirm {...props} />}
    </Dialog>
  );
}

function Edit({ webhook, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const write = useWrite<Webhook>(`/webhooks/${webhook.id}`);
  const save = async (data: FormData): Promise<void> => {
    const body = { name: valueOf(data, 'name'), url: valueOf(data, 'url') };
    const change = { method: 'PATCH', path: `/webhooks/${webhook.id}`, body, ifMatch: webhook.etag } as const;
    onDone('edit', await write.mutateAsync(change));
  };
  return (
    <Form
      label={t('web-webhooks:acts.edit')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      initial={{ name: webhook.name, url: webhook.url }}
      onSubmit={save}
      onCancel={onClose}
    >
      <TextField name="name" label={t('web-webhooks:name')} required autoFocus />
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

function Confirm({ kind, webhook, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<Webhook | WebhookWithSecret | undefined>();
  const confirm = (): void =>
    sendThen(write, { method: 'POST', path: `/webhooks/${webhook.id}/${kind}`, ifMatch: webhook.etag }, (answer) =>
      onDone(kind, answer),
    );
  return (
    <>
      <p>{t(`web-webhooks:ask.${kind}Text`)}</p>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
      <Group gap={8}>
        <Button {...(kind === 'remove' ? { color: 'red' } : {})} loading={write.isPending} onClick={confirm}>
          {t(`web-webhooks:acts.${kind}`)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('web-shell:cancel')}
        </Button>
      </Group>
    </>
  );
}
