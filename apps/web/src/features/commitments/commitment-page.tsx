import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CommitmentDetail } from '../../shared/api/types.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { Illustrative, SideName, State } from '../../shared/ui/badges.js';
import { AsOf, KnownDate } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Conflicts, SourceList, Sources } from '../../shared/ui/sources.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { Acts } from './acts.js';
import { useCommitment } from './api.js';
import { Chain } from './chain.js';
import css from './commitments.module.css';
import { Course } from './course.js';
import { toneOf } from './progress.js';
import { CommitmentProposal, useProposalTitle } from './proposals.js';
import { Sides } from './sides.js';

export function CommitmentPage() {
  const { id = '' } = useParams();
  const commitment = useCommitment(id);
  return <Answer read={commitment}>{(data) => <Commitment commitment={data} />}</Answer>;
}

function Commitment({ commitment }: { commitment: CommitmentDetail }) {
  const { t } = useTranslation();
  const titleOf = useProposalTitle();
  return (
    <Page
      title={`${commitment.code} ${commitment.text.text}`}
      heading={
        <>
          <span className={css.headCode}>{commitment.code}</span> <Words value={commitment.text} />
        </>
      }
      trail={[
        { to: '/commitments', label: t('web-commitments:title') },
        ...(commitment.instrument
          ? [
              {
                to: `/instruments/${commitment.instrument.id}`,
                label: <Words value={commitment.instrument.name} marks={false} />,
              },
            ]
          : []),
      ]}
      aside={
        <>
          {commitment.chapeau ? (
            <State>{t('web-commitments:chapeau')}</State>
          ) : (
            <State tone={toneOf(commitment.status)}>{t(`web-words:commitment.${commitment.status}`)}</State>
          )}
          <Illustrative show={commitment.illustrative} />
        </>
      }
    >
      <ProposalPanel
        subjectType="commitment"
        subjectId={commitment.id}
        titleOf={titleOf}
        render={(proposal) => <CommitmentProposal proposal={proposal} commitment={commitment} />}
      />
      <Facts
        rows={[
          [
            t('web-commitments:strength'),
            <span key="strength">
              {t(`web-words:strength.${commitment.strength}`)}{' '}
              {commitment.strengthSide ? <SideName side={commitment.strengthSide} /> : null}
            </span>,
          ],
          [t('web-commitments:madeOn'), commitment.madeOn ? <KnownDate key="made" date={commitment.madeOn} /> : null],
          [
            t('web-commitments:session'),
            commitment.session ? (
              <Link to={`/sessions/${commitment.session.id}`}>
                <Words value={commitment.session.title} />
              </Link>
            ) : null,
          ],
          [t('web-commitments:area'), commitment.area ? <Words value={commitment.area.name} /> : null],
          [t('web-commitments:acting'), commitment.actingSide ? t(`common:sides.${commitment.actingSide}`) : null],
          [t('web-commitments:due'), commitment.due ? <KnownDate date={commitment.due} /> : null],
          [t('web-commitments:measure'), commitment.measure ? <Words value={commitment.measure} /> : null],
          [t('web-commitments:statusAsOf'), commitment.statusAsOf ? <AsOf text={commitment.statusAsOf} /> : null],
          [t('web-commitments:evidence'), t(`common:evidence.${commitment.evidence}`)],
          [t('web-commitments:note'), commitment.statusNote ? <span lang="en">{commitment.statusNote}</span> : null],
        ]}
      />
      {commitment.quote ? (
        <figure className={css.quote}>
          <figcaption>{t('web-commitments:quote')}</figcaption>
          <blockquote lang={commitment.quote.lang}>{commitment.quote.text}</blockquote>
        </figure>
      ) : null}
      <Acts commitment={commitment} />
      <Section title={t('web-commitments:sides.title')}>
        <Sides sides={commitment.sides} />
      </Section>
      <Section
        title={t('web-commitments:chain.title')}
        aside={<span className={css.about}>{t('web-commitments:chain.lead')}</span>}
      >
        <Chain links={commitment.chain} />
      </Section>
      <Course commitment={commitment} />
      {commitment.followUp ? (
        <Section title={t('web-commitments:followUp')}>
          <p>
            <Words value={commitment.followUp.text} />
            <Sources sources={commitment.followUp.sources} />
          </p>
        </Section>
      ) : null}
      {commitment.conflicts.length > 0 ? (
        <Section title={t('web-words:conflict.title')}>
          <Conflicts conflicts={commitment.conflicts} />
        </Section>
      ) : null}
      {commitment.sources.length > 0 ? (
        <Section title={t('web-words:sources.title')}>
          <SourceList sources={commitment.sources} />
        </Section>
      ) : null}
    </Page>
  );
}
