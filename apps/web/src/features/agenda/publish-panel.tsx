import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '../../shared/api/types.js';
import { AreaField, ChoiceField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { toast } from '../../shared/ui/toast.js';
import { publish, useAgendaWrite } from './api.js';

/** Proposes to let companies, or everybody, read what both signed; it takes both keys. */
export function PublishPanel({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  const write = useAgendaWrite();
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const audiences = agenda.audience === 'business' ? (['public'] as const) : (['business', 'public'] as const);
  return (
    <>
      <ActionButton may={allowedIn(agenda.allowedActions, 'publish')} variant="default" onClick={() => setOpen(true)}>
        {t('web-agenda:publish.title')}
      </ActionButton>
      <Dialog open={open} onClose={close} title={t('web-agenda:publish.title')}>
        <p>{t('web-agenda:publish.text')}</p>
        <Form
          draft={`agenda-publish.${agenda.id}`}
          label={t('web-agenda:publish.title')}
          submit={t('web-agenda:publish.submit')}
          pending={write.isPending}
          onCancel={close}
          onSubmit={async (data) => {
            await write.mutateAsync(publish(agenda, valueOf(data, 'audience'), valueOf(data, 'reason')));
            toast(t('web-agenda:publish.done'));
            close();
          }}
        >
          <ChoiceField
            name="audience"
            label={t('web-agenda:publish.readers')}
            options={audiences.map((value) => ({ value, label: t(`web-agenda:publish.audience.${value}`) }))}
          />
          <AreaField name="reason" label={t('web-agenda:defer.reason')} hint={t('web-proposals:bothRead')} rows={2} />
        </Form>
      </Dialog>
    </>
  );
}
