import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../shared/api/types.js';
import { AreaField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { toast } from '../../shared/ui/toast.js';
import { itemStep, useAgendaWrite } from './api.js';

/** Proposes to put an item off; it takes both keys. */
export function DeferForm({ item, onDone }: { item: AgendaItem; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useAgendaWrite();
  return (
    <Form
      draft={`agenda-defer.${item.id}`}
      label={t('web-agenda:defer.title')}
      submit={t('web-agenda:defer.submit')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        await write.mutateAsync(itemStep(item, 'defer', valueOf(data, 'reason')));
        toast(t('web-agenda:defer.done'));
        onDone();
      }}
    >
      <p>{t('web-agenda:defer.text')}</p>
      <AreaField name="reason" label={t('web-agenda:defer.reason')} hint={t('web-proposals:bothRead')} rows={2} />
    </Form>
  );
}
