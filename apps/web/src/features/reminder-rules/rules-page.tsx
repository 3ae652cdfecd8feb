import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { ChannelDetail, ReminderRules } from '../../shared/api/types.js';
import { ProposalCards } from '../../shared/proposals/proposal-panel.js';
import { ProposedRules } from '../../shared/reminder-rules/proposed-rules.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { State } from '../../shared/ui/badges.js';
import { Page, Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { RulesEditing } from './rules-editing.js';
import { RulesHistory } from './rules-history.js';
import { RulesTable } from './rules-table.js';
import css from './rules.module.css';
import { isKept } from './wanted.js';

/** When a channel reminds whom, what it would send otherwise, and the two keys on other rules. */
export function RulesPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const channel = useRead<ChannelDetail>(`/channels/${id}`);
  const rules = useRead<ReminderRules>(`/channels/${id}/reminder-rules`);
  const differing = rules.data?.rules.filter(({ changed }) => changed).length;
  return (
    <Answer read={channel}>
      {({ name }) => (
        <Page
          title={t('web-reminder-rules:title')}
          trail={[
            { to: '/channels', label: t('web-channels:title') },
            { to: `/channels/${id}`, label: <Words value={name} marks={false} /> },
          ]}
          aside={
            differing === undefined ? null : (
              <State tone={differing === 0 ? 'plain' : 'accent'}>
                {differing === 0
                  ? t('web-reminder-rules:isStandard')
                  : t('web-reminder-rules:differs', { n: differing })}
              </State>
            )
          }
        >
          <Answer read={rules} head={false}>
            {(data) => <Rules key={data.etag} rules={data} />}
          </Answer>
        </Page>
      )}
    </Answer>
  );
}

function Rules({ rules }: { rules: ReminderRules }) {
  const { t } = useTranslation();
  const may = allowedIn(rules.allowedActions, 'propose');
  const [editing, setEditing] = useState(() => may?.allowed === true && isKept(rules));
  return (
    <>
      <p className={css.lead}>{t('web-reminder-rules:lead')}</p>
      <ProposalCards
        proposals={rules.proposals}
        titleOf={() => t('web-reminder-rules:proposal')}
        render={(proposal) => <ProposedRules proposal={proposal} />}
      />
      {editing ? (
        <RulesEditing rules={rules} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className="fd-no-print">
            <ActionButton may={may} variant="default" onClick={() => setEditing(true)}>
              {t('web-reminder-rules:act.change')}
            </ActionButton>
          </p>
          <RulesTable rules={rules.rules} />
          <Section title={t('web-reminder-rules:history')}>
            {rules.history.length === 0 ? (
              <Empty>{t('web-reminder-rules:noHistory')}</Empty>
            ) : (
              <RulesHistory history={rules.history} />
            )}
          </Section>
        </>
      )}
    </>
  );
}
