import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ActionDetail } from '../../shared/api/types.js';
import { Illustrative, SideName, State } from '../../shared/ui/badges.js';
import { Day, Due } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { Acts } from './acts.js';
import { isClosed, toneOf } from './action-table.js';
import { useAction } from './api.js';
import { EvidenceList, History, OwnReminders } from './trail.js';

export function ActionPage() {
  const { id = '' } = useParams();
  const action = useAction(id);
  return <Answer read={action}>{(data) => <Action action={data} />}</Answer>;
}

function Action({ action }: { action: ActionDetail }) {
  const { t } = useTranslation();
  return (
    <Page
      title={action.title.text}
      heading={<Words value={action.title} />}
      trail={[
        { to: '/actions', label: t('web-actions:title') },
        ...(action.session
          ? [
              {
                to: `/sessions/${action.session.id}/actions`,
                label: <Words value={action.session.title} marks={false} />,
              },
            ]
          : []),
      ]}
      aside={
        <>
          <State tone={toneOf(action.state)}>{t(`actions:states.${action.state}`)}</State>
          <Illustrative show={action.illustrative} />
        </>
      }
      meta={
        <>
          <span>{action.number}</span>
          <Due date={action.due} days={action.daysLeft} done={isClosed(action.state)} />
        </>
      }
    >
      <Facts
        rows={[
          [
            t('web-actions:owner'),
            <>
              {action.owner.side ? <SideName side={action.owner.side} /> : null}{' '}
              <Words value={action.owner.body} marks={false} /> <Words value={action.owner.title} />
            </>,
          ],
          [
            t('web-actions:originalDue'),
            action.originalDue && action.originalDue !== action.due ? <Day date={action.originalDue} /> : null,
          ],
          [t('web-actions:kind'), t(action.joint ? 'web-actions:joint' : 'web-actions:ownOnly')],
          [
            t('web-actions:commitment'),
            action.commitment ? (
              <Link to={`/commitments/${action.commitment.id}`}>
                {action.commitment.code} <Words value={action.commitment.text} marks={false} />
              </Link>
            ) : null,
          ],
        ]}
      />
      <Acts action={action} />
      {action.evidence.length > 0 ? (
        <Section title={t('web-actions:evidence.title')}>
          <EvidenceList list={action.evidence} />
        </Section>
      ) : null}
      {action.history.length > 0 ? (
        <Section title={t('web-actions:history')}>
          <History entries={action.history} />
        </Section>
      ) : null}
      {action.reminders.length > 0 ? (
        <Section title={t('web-actions:reminders')}>
          <OwnReminders list={action.reminders} />
        </Section>
      ) : null}
    </Page>
  );
}
