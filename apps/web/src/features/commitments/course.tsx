import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentDetail } from '../../shared/api/types.js';
import { useZone } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import type { CommitmentEvent, GivenEvidence } from './api.js';
import css from './commitments.module.css';

/** Every change since the record began, with what showed it and who turned the second key. */
export function Course({ commitment }: { commitment: CommitmentDetail }) {
  const { t } = useTranslation();
  const { history, evidenceGiven } = commitment;
  if (history.length === 0) return null;
  return (
    <Section title={t('web-commitments:history.title')}>
      <ol className={css.history}>
        {history.map((entry) => (
          <li key={`${entry.event}${entry.at}`}>
            <Entry entry={entry} evidence={evidenceGiven.find(({ id }) => id === entry.evidenceId)} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Entry({ entry, evidence }: { entry: CommitmentEvent; evidence: GivenEvidence | undefined }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <>
      <p>
        <strong>
          {entry.event === 'statusChanged' && entry.to
            ? t(`web-words:commitment.${entry.to}`)
            : t(`web-commitments:history.${entry.event}`)}
        </strong>
        {entry.asOf ? (
          <>
            {' · '}
            <Day date={entry.asOf} />
          </>
        ) : null}
      </p>
      <p className={css.about}>
        {entry.side ? <SideName side={entry.side} /> : null} {entry.post ? <Words value={entry.post.title} /> : null}{' '}
        <Moment at={entry.at} zone={zone} />
      </p>
      {entry.confirmedBy ? (
        <p className={css.about}>
          {t('web-commitments:history.confirmed')} <SideName side={entry.confirmedBy} />{' '}
          {entry.confirmedByPost ? <Words value={entry.confirmedByPost.title} /> : null}
        </p>
      ) : null}
      {evidence ? <Shown evidence={evidence} /> : null}
      {entry.note ? <p {...(entry.noteLang ? { lang: entry.noteLang } : {})}>{entry.note}</p> : null}
    </>
  );
}

/** One piece of evidence: what it is, and where it leads. */
export function Shown({ evidence }: { evidence: Pick<GivenEvidence, 'kind' | 'text' | 'url' | 'session' | 'paper'> }) {
  const { t } = useTranslation();
  const { kind, text, url, session, paper } = evidence;
  return (
    <p>
      {t(`web-commitments:evidenceKind.${kind}`)}{' '}
      {session ? (
        <Link to={`/sessions/${session.id}`}>
          <Words value={session.name} />
        </Link>
      ) : null}
      {paper ? (
        <Link to={`/papers/${paper.id}`}>
          <Words value={paper.name} />
        </Link>
      ) : null}{' '}
      {text ? <Words value={text} /> : null}{' '}
      {url ? (
        <a href={url} target="_blank" rel="noreferrer" className={css.address}>
          {url}
        </a>
      ) : null}
    </p>
  );
}
