import type { Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { CommitmentDetail, Proposal, SessionDetail, TextView } from '../../shared/api/types.js';
import { State } from '../../shared/ui/badges.js';
import { Day, KnownDate } from '../../shared/ui/dates.js';
import { Facts } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import { usePosts, type EvidenceKind } from './api.js';
import css from './commitments.module.css';
import { toneOf } from './progress.js';

/** The name of what is proposed. */
export function useProposalTitle(): (proposal: Proposal) => string {
  const { t } = useTranslation();
  return ({ kind }) =>
    t(kind === 'commitment.details' ? 'web-commitments:proposal.details' : 'web-commitments:proposal.status');
}

interface StatusContent {
  from: string;
  to: string;
  asOf: string;
  evidence: {
    kind: EvidenceKind;
    text: TextView | null;
    url: string | null;
    sessionId: string | null;
    paperId: string | null;
  };
}

interface DetailsContent {
  actingSide: 'kr' | 'jp' | 'both' | null;
  krPostId: string | null;
  jpPostId: string | null;
  measure: TextView | null;
  due: { value: string; precision: 'year' | 'month' | 'day' } | null;
  quote: { text: string; lang: Language } | null;
}

/** What both keys stand on, in words. */
export function CommitmentProposal({ proposal, commitment }: { proposal: Proposal; commitment: CommitmentDetail }) {
  if (proposal.kind === 'commitment.details') return <ProposedDetails content={proposal.content} />;
  return <ProposedStatus content={proposal.content} commitment={commitment} />;
}

function ProposedStatus({ content, commitment }: { content: Partial<StatusContent>; commitment: CommitmentDetail }) {
  const { t } = useTranslation();
  const { evidence, asOf, from = commitment.status, to = commitment.status } = content;
  return (
    <Facts
      rows={[
        [
          t('web-commitments:status'),
          <span key="status" className={css.change}>
            <State tone={toneOf(commitment.status)}>{t(`web-words:commitment.${from}`)}</State>
            <span aria-hidden>→</span>
            <span className="fd-hidden">{t('web-commitments:proposal.becomes')}</span>
            <State tone={toneOf(to)}>{t(`web-words:commitment.${to}`)}</State>
          </span>,
        ],
        [t('web-commitments:statusAsOf'), asOf ? <Day key="day" date={asOf} /> : null],
        [t('web-commitments:proposal.evidence'), evidence ? <Given key="evidence" evidence={evidence} /> : null],
      ]}
    />
  );
}

function Given({ evidence }: { evidence: StatusContent['evidence'] }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`web-commitments:evidenceKind.${evidence.kind}`)}{' '}
      {evidence.sessionId ? <Meeting id={evidence.sessionId} /> : null}
      {evidence.paperId ? (
        <Link to={`/papers/${evidence.paperId}`}>{t('web-commitments:proposal.paper')}</Link>
      ) : null}{' '}
      {evidence.text ? <Words value={evidence.text} /> : null}{' '}
      {evidence.url ? (
        <a href={evidence.url} target="_blank" rel="noreferrer" className={css.address}>
          {evidence.url}
        </a>
      ) : null}
    </span>
  );
}

function Meeting({ id }: { id: string }) {
  const session = useRead<SessionDetail>(`/sessions/${id}`).data;
  if (!session) return null;
  return (
    <Link to={`/sessions/${id}`}>
      <Words value={session.title} />
    </Link>
  );
}

function ProposedDetails({ content }: { content: Partial<DetailsContent> }) {
  const { t } = useTranslation();
  const posts = usePosts();
  const post = (id: string | null | undefined) => {
    const found = posts.find((one) => one.id === id);
    return found ? <Words value={found.title} /> : null;
  };
  return (
    <Facts
      rows={[
        [t('web-commitments:acting'), content.actingSide ? t(`common:sides.${content.actingSide}`) : null],
        [t('web-commitments:field.post.kr'), post(content.krPostId)],
        [t('web-commitments:field.post.jp'), post(content.jpPostId)],
        [t('web-commitments:due'), content.due ? <KnownDate date={content.due} /> : null],
        [t('web-commitments:measure'), content.measure ? <Words value={content.measure} /> : null],
        [
          t('web-commitments:quote'),
          content.quote ? (
            <span lang={content.quote.lang} className={css.lines}>
              {content.quote.text}
            </span>
          ) : null,
        ],
      ]}
    />
  );
}
