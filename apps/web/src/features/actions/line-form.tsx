import { newId } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../shared/api/hooks.js';
import type { ActionDetail, SessionDetail } from '../../shared/api/types.js';
import { TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { toast } from '../../shared/ui/toast.js';

/** One line, one item: `@post !2027-05-06 title`. The line empties itself for the next one. */
export function LineForm({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useWrite<ActionDetail>();
  const [round, setRound] = useState({ key: newId(), count: 0 });
  return (
    <Form
      key={round.count}
      draft={`action-line.${session.id}.${String(round.count)}`}
      label={t('web-actions:line.title')}
      submit={t('web-actions:line.submit')}
      pending={write.isPending}
      onSubmit={async (data) => {
        const item = await write.mutateAsync({
          method: 'POST',
          path: `/sessions/${session.id}/actions/line`,
          idempotencyKey: round.key,
          body: { text: valueOf(data, 'text'), lang },
        });
        toast(t('web-actions:line.done', { number: item.number }));
        setRound(({ count }) => ({ key: newId(), count: count + 1 }));
      }}
    >
      <TextField
        name="text"
        label={t('web-actions:line.title')}
        hint={t('web-actions:line.hint')}
        lang={lang}
        required
        autoFocus={round.count > 0}
      />
    </Form>
  );
}
