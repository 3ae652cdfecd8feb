import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProposedTemplate, TemplateTable } from '../../shared/agenda-template/template-table.js';
import { useRead } from '../../shared/api/hooks.js';
import type { AgendaTemplate, ChannelDetail } from '../../shared/api/types.js';
import { ProposalCards } from '../../shared/proposals/proposal-panel.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { State } from '../../shared/ui/badges.js';
import { Page } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import css from './agenda.module.css';
import { TemplateForm } from './template-form.js';

/** The standing items of a channel: what every agenda begins with, and what is proposed instead. */
export function TemplatePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const channel = useRead<ChannelDetail>(`/channels/${id}`);
  const template = useRead<AgendaTemplate>(`/channels/${id}/agenda-template`, { texts: 'all' });
  return (
    <Answer read={channel}>
      {({ name }) => (
        <Page
          title={t('web-agenda:template.title')}
          trail={[
            { to: '/channels', label: t('web-channels:title') },
            { to: `/channels/${id}`, label: <Words value={name} marks={false} /> },
          ]}
          aside={template.data?.isDefault ? <State>{t('web-agenda:template.default')}</State> : null}
        >
          <Answer read={template} head={false}>
            {(data) => <Template template={data} />}
          </Answer>
        </Page>
      )}
    </Answer>
  );
}

function Template({ template }: { template: AgendaTemplate }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <p className={css.prose}>{t('web-agenda:template.lead')}</p>
      <ProposalCards
        proposals={template.proposals}
        titleOf={() => t('web-agenda:template.proposal')}
        render={(proposal) => <ProposedTemplate content={proposal.content} />}
      />
      {editing ? (
        <section className={css.panel}>
          <TemplateForm template={template} onDone={() => setEditing(false)} />
        </section>
      ) : (
        <>
          <TemplateTable first={template.first} items={template.items} />
          <p className="fd-no-print">
            <ActionButton
              may={allowedIn(template.allowedActions, 'propose')}
              variant="default"
              onClick={() => setEditing(true)}
            >
              {t('web-agenda:template.propose')}
            </ActionButton>
          </p>
        </>
      )}
    </>
  );
}
