import { formatDateTime } from '#core/i18n';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import type { Delegation, Proposal, SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { allTexts } from '../../shared/i18n/setup.js';
import { useSides } from '../../shared/me.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { CalendarNotes } from '../../shared/ui/calendar-notes.js';
import { Facts, Section } from '../../shared/ui/page.js';
import { SourceList } from '../../shared/ui/sources.js';
import { Words } from '../../shared/ui/text.js';
import { Acts } from './acts.js';
import { ProposalContent, Stopped } from './arrangement-view.js';
import { Deadlines } from './deadlines.js';
import { ProgrammeSection } from './programme.js';
import { ReadinessBox } from './readiness.js';
import css from './session-page.module.css';
import { Steps } from './steps.js';

const READYING = new Set(['date_agreed', 'preparing', 'ready', 'in_session', 'held']);

// Comes with its texts after the first page, which is no larger for it.
const SessionRises = lazy(async () => {
  await allTexts();
  return { default: (await import('../../shared/escalations/session-rises.js')).SessionRises };
});

/** Levels whose sessions always say what rose to them. */
const MINISTERIAL = new Set(['vice_minister', 'minister', 'summit']);

export function OverviewTab() {
  const { t } = useTranslation();
  const session = useOutletContext<SessionDetail>();
  const lang = useLanguage();
  const titleOf = ({ kind }: Proposal): string => t(`web-sessions:proposal.${kind}`);
  const living = READYING.has(session.state) && (session.state !== 'held' || session.deadlines.length > 0);
  return (
    <>
      {session.draft ? <p role="note">{t('web-sessions:draft')}</p> : null}
      <Stopped session={session} />
      {session.draft ? null : (
        <ProposalPanel
          subjectType="session"
          subjectId={session.id}
          titleOf={titleOf}
          render={(proposal) => <ProposalContent proposal={proposal} />}
        />
      )}
      {living ? (
        <Section title={t('web-sessions:readiness.title')}>
          <ReadinessBox session={session} />
          <Steps session={session} />
        </Section>
      ) : null}
      <Acts session={session} />
      {session.draft ? null : (
        <Suspense>
          <SessionRises
            sessionId={session.id}
            always={living && (MINISTERIAL.has(session.level) || MINISTERIAL.has(session.nominalLevel))}
          />
        </Suspense>
      )}
      {session.outcome ? (
        <Section title={t('web-sessions:outcome')}>
          <p className={css.prose}>
            <Words value={session.outcome} />
          </p>
        </Section>
      ) : null}
      {session.deadlines.length > 0 ? (
        <Section
          title={t('web-sessions:deadlines.title')}
          aside={<span className={css.note}>{t('web-sessions:deadlines.derived')}</span>}
        >
          <Deadlines session={session} />
          <CalendarNotes notes={session.calendarNotes} />
        </Section>
      ) : null}
      <ProgrammeSection session={session} />
      {session.delegations.length > 0 ? (
        <Section title={t('web-sessions:delegations.title')}>
          <Delegations list={session.delegations} host={session.host} />
        </Section>
      ) : null}
      <Section title={t('web-sessions:about')}>
        <Facts
          rows={[
            [t('web-sessions:format'), t(`common:forms.${session.format}`)],
            [
              t('web-sessions:ordinal'),
              session.ordinal === null ? null : t('web-sessions:nth', { n: session.ordinal }),
            ],
            [
              t('web-sessions:arrangement.margins'),
              session.marginsOf ? <Margins key="margins" margins={session.marginsOf} /> : null,
            ],
            [
              t('web-sessions:embargo'),
              session.embargoAt ? formatDateTime(session.embargoAt, session.zone, lang) : null,
            ],
            [t('web-sessions:costSplit'), session.costSplit ? <Words value={session.costSplit} /> : null],
            [
              t('web-sessions:topics'),
              session.topics.length === 0 ? null : session.topics.map((topic) => topic.name.text).join(' · '),
            ],
            [
              t('web-sessions:documents'),
              session.documents.length === 0
                ? null
                : session.documents.map((document) => (
                    <div key={document.instrumentId}>
                      <Link to={`/instruments/${document.instrumentId}`}>
                        <Words value={document.name} />
                      </Link>
                    </div>
                  )),
            ],
            [t('web-sessions:note'), session.note ? <span lang="en">{session.note}</span> : null],
          ]}
        />
      </Section>
      {session.sources.length > 0 ? (
        <Section title={t('web-words:sources.title')}>
          <SourceList sources={session.sources} />
        </Section>
      ) : null}
    </>
  );
}

function Margins({ margins }: { margins: NonNullable<SessionDetail['marginsOf']> }) {
  const words = <Words value={margins.title} />;
  return margins.sessionId ? <Link to={`/sessions/${margins.sessionId}`}>{words}</Link> : words;
}

function Delegations({ list, host }: { list: Delegation[]; host: SessionDetail['host'] }) {
  const { t } = useTranslation();
  const sides = useSides(host);
  return (
    <div className={css.delegations}>
      {sides.map((side) => {
        const delegation = list.find((entry) => entry.side === side);
        if (!delegation) return null;
        return (
          <section key={side} className={css.delegation}>
            <h3>
              <SideName side={side} />
              <State tone={delegation.state === 'draft' ? 'open' : 'done'}>
                {t(`web-words:delegation.${delegation.state}`)}
              </State>
            </h3>
            <ol>
              {delegation.head ? (
                <li>
                  <span className={css.note}>{t('web-words:delegationRole.head')}</span>{' '}
                  <Words value={delegation.head.body} marks={false} /> <Words value={delegation.head.title} />
                </li>
              ) : (
                <li className={css.note}>{t('web-sessions:delegations.noHead')}</li>
              )}
              {delegation.members
                .filter(({ post }) => post.id !== delegation.head?.id)
                .map(({ post, role }) => (
                  <li key={post.id}>
                    <span className={css.note}>{t(`web-words:delegationRole.${role}`)}</span>{' '}
                    <Words value={post.body} marks={false} /> <Words value={post.title} />
                  </li>
                ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
