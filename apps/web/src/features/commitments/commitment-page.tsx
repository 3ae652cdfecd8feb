import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CommitmentDetail } from '../../shared/api/types.js';
import { Illustrative, State } from '../../shared/ui/badges.js';
import { AsOf, KnownDate } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Conflicts, SourceList, Sources } from '../../shared/ui/sources.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useCommitment } from './api.js';
import { Chain } from './chain.js';
import css from './commitments.module.css';
import { toneOf } from './progress.js';

export function CommitmentPage() {
  const { id = '' } = useParams();
  const commitment = useCommitment(id);
  return <Answer read={commitment}>{(data) => <Commitment commitment={data} />}</Answer>;
}

function Commitment({ commitment }: { commitment: CommitmentDetail }) {
  const { t } = useTranslation();
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
          <State tone={toneOf(commitment.status)}>{t(`web-words:commitment.${commitment.status}`)}</State>
          <Illustrative show={commitment.illustrative} />
        </>
      }
    >
      <Facts
        rows={[
          [t('web-commitments:strength'), t(`web-words:strength.${commitment.strength}`)],
          [t('web-commitments:area'), commitment.area ? <Words value={commitment.area.name} /> : null],
          [
            t('web-commitments:session'),
            commitment.session ? (
              <Link to={`/sessions/${commitment.session.id}`}>
                <Words value={commitment.session.title} />
              </Link>
            ) : null,
          ],
          [t('web-commitments:due'), commitment.due ? <KnownDate date={commitment.due} /> : null],
          [t('web-commitments:statusAsOf'), commitment.statusAsOf ? <AsOf text={commitment.statusAsOf} /> : null],
          [t('web-commitments:evidence'), t(`common:evidence.${commitment.evidence}`)],
          [t('web-commitments:note'), commitment.statusNote ? <span lang="en">{commitment.statusNote}</span> : null],
        ]}
      />
      <Section
        title={t('web-commitments:chain.title')}
        aside={<span className={css.about}>{t('web-commitments:chain.lead')}</span>}
      >
        <Chain links={commitment.chain} />
      </Section>
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
