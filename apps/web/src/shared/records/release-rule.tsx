import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../api/hooks.js';
import type { components } from '../api/schema.js';
import { NumberField } from '../forms/fields.js';
import { Form, numberOf, valueOf } from '../forms/form.js';
import { ActionButton, allowedIn } from '../ui/action-button.js';
import { Section } from '../ui/page.js';
import { toast } from '../ui/toast.js';

type Rules = components['schemas']['RecordRulesView'];

/** For how long the releases of one side are shown to the other before, and the proposal of another rule; two keys set it. */
export function ReleaseRule({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const path = `/channels/${channelId}/record-rules`;
  const rules = useRead<Rules>(path);
  const write = useWrite<Rules>();
  const [open, setOpen] = useState(false);
  if (!rules.data) return null;
  const { showHours, allowedActions } = rules.data;
  return (
    <Section
      title={t('web-session-records:rule.title')}
      aside={
        open ? null : (
          <ActionButton
            may={allowedIn(allowedActions, 'propose')}
            variant="default"
            className="fd-no-print"
            onClick={() => setOpen(true)}
          >
            {t('web-session-records:rule.propose')}
          </ActionButton>
        )
      }
    >
      <ReleaseRuleWords showHours={showHours} />
      {open ? (
        <Form
          label={t('web-session-records:rule.propose')}
          submit={t('web-session-records:rule.propose')}
          initial={{ showHours: showHours === null ? '' : String(showHours) }}
          pending={write.isPending}
          onCancel={() => setOpen(false)}
          onSubmit={async (data) => {
            const body = { showHours: valueOf(data, 'showHours') === '' ? null : numberOf(data, 'showHours') };
            await write.mutateAsync({ method: 'POST', path, body });
            toast(t('web-session-records:done.propose-release'));
            setOpen(false);
          }}
        >
          <NumberField
            name="showHours"
            label={t('web-session-records:rule.hours')}
            hint={t('web-session-records:rule.hoursHint')}
          />
        </Form>
      ) : null}
    </Section>
  );
}

/** The rule in words, also as it is proposed. */
export function ReleaseRuleWords({ showHours }: { showHours: number | null }) {
  const { t } = useTranslation();
  return (
    <p>
      {showHours === null
        ? t('web-session-records:rule.none')
        : t('web-session-records:rule.shown', { hours: showHours })}
    </p>
  );
}
