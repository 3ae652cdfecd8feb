import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MatterRises } from '../../shared/escalations/matter-rises.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { Illustrative, Private, SideName, State } from '../../shared/ui/badges.js';
import { AsOf, Day, KnownDate } from '../../shared/ui/dates.js';
import { Facts, Section, useTitle } from '../../shared/ui/page.js';
import { SourceList } from '../../shared/ui/sources.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { Acts } from './acts.js';
import { useIssue, type Issue } from './api.js';
import { Bands } from './bands.js';
import { ChangeContent, useProposalTitle } from './change-content.js';
import { Evidence } from './evidence.js';
import { History } from './history.js';
import { LevelMark, OwnMark, toneOf } from './marks.js';
import { Neighbours } from './neighbours.js';
import { Positions } from './positions.js';
import css from './radio.module.css';
import { Timers } from './timers.js';

const IssueForm = lazy(async () => ({ default: (await import('./issue-form.js')).IssueForm }));

export function IssueTab() {
  const { id = '' } = useParams();
  const issue = useIssue(id);
  return <Answer read={issue}>{(data) => <IssueSheet key={data.id} issue={data} />}</Answer>;
}

function IssueSheet({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  const titleOf = useProposalTitle();
  useTitle([issue.code, issue.title.text].filter(Boolean).join(' '));
  const [mode, setMode] = useState<'read' | 'edit' | 'change'>('read');
  const own = issue.audience === 'kr' || issue.audience === 'jp';
  const body = (
    <>
      <Head issue={issue} />
      {own ? null : (
        <ProposalPanel
          subjectType="radio_issue"
          subjectId={issue.id}
          titleOf={titleOf}
          render={(proposal) => <ChangeContent proposal={proposal} />}
        />
      )}
      {mode === 'read' ? (
        <Acts issue={issue} onWrite={setMode} />
      ) : (
        <section className={css.panel}>
          <h3>{t(`web-radio:act.${mode}`)}</h3>
          <Suspense>
            <IssueForm issue={issue} mode={mode} onDone={() => setMode('read')} />
          </Suspense>
        </section>
      )}
      <Timers issue={issue} />
      {own ? null : (
        <MatterRises
          kind="radio_issue"
          id={issue.id}
          channelId={issue.channel?.id}
          open={issue.status !== 'resolved' && issue.status !== 'unknown'}
        />
      )}
      <IssueFacts issue={issue} />
      <Positions issue={issue} />
      <Evidence issue={issue} />
      <Neighbours issue={issue} />
      <History issue={issue} />
      {issue.sources.length > 0 ? (
        <Section title={t('web-words:sources.title')}>
          <SourceList sources={issue.sources} />
        </Section>
      ) : null}
    </>
  );
  return own ? <Private label={t('web-radio:private')}>{body}</Private> : body;
}

function Head({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  return (
    <header className={css.head}>
      <p className={css.over}>
        <Link to="/records">{t('web-records:kind.radio')}</Link>
        {issue.code ? <span className={css.code}>{issue.code}</span> : null}
      </p>
      <h2>
        <Words value={issue.title} />
      </h2>
      <p className={css.marks}>
        <State tone={toneOf(issue.status)}>{t(`web-words:radioState.${issue.status}`)}</State>
        <LevelMark level={issue.level} />
        <OwnMark audience={issue.audience} />
        <Illustrative show={issue.illustrative} />
      </p>
    </header>
  );
}

function IssueFacts({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  const season = useSeason(issue);
  const join = (words: string[]): string | null => (words.length > 0 ? words.join(' · ') : null);
  return (
    <Facts
      rows={[
        [t('web-radio:type'), issue.type ? t(`radio:type.${issue.type}`) : null],
        [t('web-radio:bands'), <Bands key="bands" bands={issue.bands} />],
        [t('web-radio:services'), join(issue.services.map((service) => t(`terms:svc.${service}`)))],
        [t('web-radio:allocation'), issue.allocation ? t(`radio:allocation.${issue.allocation}`) : null],
        [t('web-radio:ituRegion'), t('web-radio:ituRegionValue', { region: issue.ituRegion })],
        [t('web-radio:areas'), join(issue.areas.map((area) => t(`web-radio:area.${area}`)))],
        [t('web-radio:regions'), issue.regions ? <Words value={issue.regions} /> : null],
        [t('web-radio:stations'), issue.stations ? <Words value={issue.stations} /> : null],
        [t('web-radio:firstSeen'), issue.firstSeen ? <KnownDate date={issue.firstSeen} /> : null],
        [t('web-radio:season'), season ?? (issue.season ? <span lang="en">{issue.season}</span> : null)],
        [t('web-radio:times'), issue.times],
        [t('web-radio:reportedBy'), issue.reportedSide ? <SideName side={issue.reportedSide} /> : null],
        [
          t('web-radio:channel'),
          issue.channel ? (
            <Link to={`/channels/${issue.channel.id}`}>
              <Words value={issue.channel.name} />
            </Link>
          ) : null,
        ],
        [
          t('web-radio:escalatedTo'),
          issue.escalatedTo ? (
            <Link to={`/channels/${issue.escalatedTo.id}`}>
              <Words value={issue.escalatedTo.name} />
            </Link>
          ) : null,
        ],
        [t('web-radio:nextCheck'), issue.nextCheck ? <Day date={issue.nextCheck} /> : null],
        [t('web-radio:statusAsOf'), issue.statusAsOf ? <AsOf text={issue.statusAsOf} /> : null],
        [
          t('web-radio:raised'),
          issue.raised.length > 0 ? (
            <ul className={css.plain}>
              {issue.raised.map((one) => (
                <li key={one.sessionId}>
                  <Link to={`/sessions/${one.sessionId}`}>
                    <Words value={one.title} marks={false} />
                  </Link>{' '}
                  <Day date={one.startDate} />
                </li>
              ))}
            </ul>
          ) : null,
        ],
      ]}
    />
  );
}

/** "April to October", from the numbers of the months. */
function useSeason({ seasonFrom, seasonTo }: Issue): string | null {
  const { t, i18n } = useTranslation();
  if (seasonFrom === null && seasonTo === null) return null;
  const name = new Intl.DateTimeFormat(i18n.language, { month: 'long', timeZone: 'UTC' });
  const month = (value: number | null): string => (value === null ? '' : name.format(Date.UTC(2024, value - 1, 1)));
  return t('web-radio:months', { from: month(seasonFrom), to: month(seasonTo) });
}
