import { formatCountdown } from '#core/i18n';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { List, Proposal, SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Illustrative, SideName, State } from '../../shared/ui/badges.js';
import { SessionDate } from '../../shared/ui/dates.js';
import { Keys } from '../../shared/ui/keys.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useAgendaOf, useProgramme, useSession } from './api.js';
import { ProposalContent, Stopped, When } from './arrangement-view.js';
import css from './brief-page.module.css';
import { Deadlines } from './deadlines.js';
import { ProgrammeList } from './programme.js';
import { ReadinessBox } from './readiness.js';

/** Everything a head of delegation needs to know of a session, on one sheet to print. */
export function BriefPage() {
  const { id = '' } = useParams();
  const session = useSession(id);
  return <Answer read={session}>{(data) => <Brief session={data} />}</Answer>;
}

const STANDS = new Set(['date_agreed', 'preparing', 'ready', 'in_session', 'held']);

function Brief({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const programme = useProgramme(session.id);
  return (
    <Page
      title={session.title.text}
      heading={<Words value={session.title} />}
      trail={[{ to: `/sessions/${session.id}`, label: <Words value={session.title} marks={false} /> }]}
      aside={
        <>
          <State>{t(`web-words:sessionState.${session.state}`)}</State>
          <Illustrative show={session.illustrative} />
          <Button className="fd-no-print" variant="default" onClick={() => window.print()}>
            {t('web-sessions:brief.print')}
          </Button>
        </>
      }
    >
      <div className={css.sheet}>
        <Stopped session={session} />
        <Facts
          rows={[
            [
              t('web-sessions:date'),
              <span key="date">
                {session.startsAt ? (
                  <When
                    startDate={session.date.value}
                    endDate={session.dateEnd}
                    startsAt={session.startsAt}
                    endsAt={session.endsAt}
                    zone={session.zone}
                  />
                ) : (
                  <SessionDate session={session} />
                )}{' '}
                {session.daysLeft === null || !STANDS.has(session.state)
                  ? null
                  : formatCountdown(session.daysLeft, lang)}
              </span>,
            ],
            [t('web-sessions:place'), session.place ? <Words value={session.place} /> : null],
            [t('web-sessions:host'), session.host ? <SideName side={session.host} /> : null],
            [t('web-sessions:format'), t(`common:forms.${session.format}`)],
            [t('web-sessions:level'), t(`web-words:level.${session.level}`)],
          ]}
        />
        {STANDS.has(session.state) ? (
          <Section title={t('web-sessions:readiness.title')}>
            <ReadinessBox session={session} />
          </Section>
        ) : null}
        {session.draft ? null : <OpenProposals id={session.id} />}
        {session.draft ? null : <AgendaState id={session.id} />}
        <Heads session={session} />
        {programme.data && programme.data.items.length > 0 ? (
          <Section title={t('web-sessions:programme.title')}>
            <ProgrammeList programme={programme.data} />
          </Section>
        ) : null}
        {session.deadlines.length > 0 ? (
          <Section title={t('web-sessions:deadlines.title')}>
            <Deadlines session={session} />
          </Section>
        ) : null}
      </div>
    </Page>
  );
}

function OpenProposals({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useRead<List<Proposal>>('/proposals', { subjectType: 'session', subjectId: id, state: 'open' });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('web-sessions:brief.proposals')}>
      {data.items.map((proposal) => (
        <article key={proposal.id}>
          <h3>{t(`web-sessions:proposal.${proposal.kind}`)}</h3>
          <Keys keys={proposal.keys} />
          <ProposalContent proposal={proposal} />
        </article>
      ))}
    </Section>
  );
}

function AgendaState({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useAgendaOf(id);
  if (!data) return null;
  return (
    <Section title={t('web-sessions:tabs.agenda')} aside={<State>{t(`web-agenda:state.${data.state}`)}</State>}>
      <p>{t('web-sessions:brief.agenda', { count: data.items.length, minutes: data.totalMinutes })}</p>
      {data.keys.length > 0 ? <Keys keys={data.keys} /> : null}
      <ol>
        {data.items.map((item) => (
          <li key={item.id}>
            <Words value={item.title} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Both delegations in a line each: who leads, how many, and whether the head fits the level. */
function Heads({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  if (session.delegations.length === 0) return null;
  return (
    <Section title={t('web-sessions:delegations.title')}>
      <ul className={css.heads}>
        {session.delegations.map(({ side, state, head, members }) => (
          <li key={side}>
            <SideName side={side} /> {head ? <Words value={head.title} /> : t('web-sessions:delegations.noHead')}
            {' · '}
            {t('web-sessions:brief.members', { count: members.length })}
            {' · '}
            {t(`web-words:delegation.${state}`)}
            {session.levelFit.heads.some((one) => one.side === side && one.offLevel) ? (
              <p role="note">{t('web-sessions:acts.headOffLevel')}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
