import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../api/hooks.js';
import type { ChannelActionRule } from '../api/types.js';
import { NumberField } from '../forms/fields.js';
import { Form, numberOf, valueOf } from '../forms/form.js';
import { ActionButton, allowedIn } from '../ui/action-button.js';
import { Section } from '../ui/page.js';
import { toast } from '../ui/toast.js';

/** How reports of completion in a channel are confirmed, and the proposal of another rule; two keys set it. */
export function ActionRule({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const path = `/channels/${channelId}/action-rules`;
  const rule = useRead<ChannelActionRule>(path);
  const write = useWrite<{ proposalId: string }>();
  const [open, setOpen] = useState(false);
  if (!rule.data) return null;
  const { silenceDays, allowedActions } = rule.data;
  return (
    <Section
      title={t('web-actions:rule.title')}
      aside={
        open ? null : (
          <ActionButton
            may={allowedIn(allowedActions, 'propose-action-rules')}
            variant="default"
            className="fd-no-print"
            onClick={() => setOpen(true)}
          >
            {t('web-actions:rule.propose')}
          </ActionButton>
        )
      }
    >
      <RuleWords silenceDays={silenceDays} />
      {open ? (
        <Form
          label={t('web-actions:rule.propose')}
          submit={t('web-actions:rule.propose')}
          initial={{ silenceDays: silenceDays === null ? '' : String(silenceDays) }}
          pending={write.isPending}
          onCancel={() => setOpen(false)}
          onSubmit={async (data) => {
            const body = { silenceDays: valueOf(data, 'silenceDays') === '' ? null : numberOf(data, 'silenceDays') };
            await write.mutateAsync({ method: 'POST', path, body });
            toast(t('web-actions:done.proposed'));
            setOpen(false);
          }}
        >
          <NumberField name="silenceDays" label={t('web-actions:rule.days')} hint={t('web-actions:rule.daysHint')} />
        </Form>
      ) : null}
    </Section>
  );
}

/** The rule in words, also as it is proposed. */
export function RuleWords({ silenceDays }: { silenceDays: number | null }) {
  const { t } = useTranslation();
  return (
    <p>{silenceDays === null ? t('web-actions:rule.never') : t('web-actions:rule.silence', { days: silenceDays })}</p>
  );
}
