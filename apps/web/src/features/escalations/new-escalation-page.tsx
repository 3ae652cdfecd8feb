import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import { Private } from '../../shared/ui/badges.js';
import { Page } from '../../shared/ui/page.js';
import { Answer, Fault } from '../../shared/ui/states.js';
import { MATTER_KINDS } from './api.js';
import { DraftForm } from './escalation-form.js';

/** A draft about the matter that the address names; nothing of it is seen by the other side. */
export function NewEscalationPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const kind = MATTER_KINDS.find((known) => known === params.get('kind'));
  const id = params.get('id') ?? '';
  const channels = useRead<components['schemas']['ChannelListView']>('/channels', { limit: '200' });
  if (!kind || id === '') return <Fault problem={new Problem(404, {})} />;
  return (
    <Page
      title={t('web-escalations:act.draft')}
      trail={[{ to: '/records/escalations', label: t('web-escalations:title') }]}
      meta={<span>{t(`web-escalations:matter.${kind}`)}</span>}
    >
      <Private label={t('web-escalations:private')}>
        <Answer read={channels} head={false}>
          {({ items }) => (
            <DraftForm
              kind={kind}
              id={id}
              channelId={params.get('channel') ?? ''}
              fromChannels={
                kind === 'radio_issue' && !params.get('channel')
                  ? items.map((channel) => ({ value: channel.id, label: channel.name.text }))
                  : []
              }
            />
          )}
        </Answer>
      </Private>
    </Page>
  );
}
