import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import type { SessionDetail } from '../../shared/api/types.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { ActionTable } from './action-table.js';
import css from './actions.module.css';
import { useActions } from './api.js';
import { LineForm } from './line-form.js';
import { RecordForm } from './record-form.js';

/** What a session left to do, and the form that records one more. */
export function SessionActionsTab() {
  const { t } = useTranslation();
  const session = useOutletContext<SessionDetail>();
  const [recording, setRecording] = useState(false);
  const actions = useActions({ session: session.id });
  return (
    <Section
      title={t('web-actions:title')}
      aside={
        recording ? null : (
          <ActionButton
            may={allowedIn(session.allowedActions, 'record-action')}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setRecording(true)}
          >
            {t('actions:actions.record')}
          </ActionButton>
        )
      }
    >
      {!recording && allowedIn(session.allowedActions, 'record-action')?.allowed ? (
        <section className={`${css.panel} fd-no-print`}>
          <LineForm session={session} />
        </section>
      ) : null}
      {recording ? (
        <section className={css.panel}>
          <h2>{t('actions:actions.record')}</h2>
          <RecordForm session={session} onDone={() => setRecording(false)} />
        </section>
      ) : null}
      <Answer read={actions} head={false} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('web-actions:noneOfSession')}</Empty>
          ) : (
            <ActionTable rows={items} label={t('web-actions:title')} origin={false} />
          )
        }
      </Answer>
    </Section>
  );
}
