import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MatterRises } from '../../shared/escalations/matter-rises.js';
import type { ActionDetail } from '../../shared/api/types.js';
import { Illustrative, SideName, State } from '../../shared/ui/badges.js';
import { Day, Due } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { Acts } from './acts.js';
import { useAction } from './api.js';
import { EndProposals } from './end-proposals.js';
import { Comments, EvidenceList, History, OwnReminders } from './trail.js';
import { isClosed, toneOf } from './words.js';
import css from './actions.module.css';

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
          {action.internal ? <span className={css.internal}>{t('common:badges.internal')}</span> : null}
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
          [t('web-actions:deputy'), action.deputy ? <Words value={action.deputy.title} /> : null],
          [
            t('web-actions:supporting'),
            action.supportingBodies.length > 0 ? (
              <ul className={css.bodies}>
                {action.supportingBodies.map(({ id, name }) => (
                  <li key={id}>
                    <Words value={name} />
                  </li>
                ))}
              </ul>
            ) : null,
          ],
          [t('web-actions:priority'), t(`actions:priorities.${action.priority}`)],
          [t('web-actions:expectedOn'), action.expectedOn ? <Day date={action.expectedOn} /> : null],
          [
            t('web-actions:answerUntil'),
            action.answerUntil ? (
              <>
                <Day date={action.answerUntil} /> <span className={css.until}>{t('web-actions:silenceConfirms')}</span>
              </>
            ) : null,
          ],
          [
            t('web-actions:supersededBy'),
            action.supersededBy ? (
              <Link to={`/actions/${action.supersededBy.id}`}>
                {action.supersededBy.number} <Words value={action.supersededBy.title} marks={false} />
              </Link>
            ) : null,
          ],
          [t('web-actions:origin'), <Origin key="origin" action={action} />],
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
      {action.joint ? <EndProposals action={action} /> : null}
      <Acts action={action} />
      {action.joint ? (
        <MatterRises
          kind="action_item"
          id={action.id}
          open={!isClosed(action.state) && action.state !== 'done_claimed'}
        />
      ) : null}
      {action.evidence.length > 0 ? (
        <Section title={t('web-actions:evidence.title')}>
          <EvidenceList list={action.evidence} />
        </Section>
      ) : null}
      <Comments action={action} />
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

/** Where it came from; what the reader may not see is named by its kind alone. */
function Origin({ action }: { action: ActionDetail }) {
  const { t } = useTranslation();
  const { kind, title, path } = action.origin;
  return (
    <>
      {t(`actions:origins.${kind}`)}
      {title && path ? (
        <>
          {' · '}
          <Link to={path}>
            <Words value={title} marks={false} />
          </Link>
        </>
      ) : null}
    </>
  );
}
