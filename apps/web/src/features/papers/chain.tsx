import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Private } from '../../shared/ui/badges.js';
import { Words } from '../../shared/ui/text.js';
import type { Paper } from './api.js';
import { PaperState } from './marks.js';
import css from './papers.module.css';

type Entry = Paper['chain'][number];

/** The paper, its revisions, corrections and additions, oldest first; the one that is open stands out. */
export function Chain({ paper }: { paper: Paper }) {
  return (
    <ol className={css.chain}>
      {paper.chain.map((entry) => (
        <li key={entry.id} aria-current={entry.id === paper.id ? 'page' : undefined}>
          {entry.symbol === null ? (
            <Private>
              <ChainEntry entry={entry} here={entry.id === paper.id} />
            </Private>
          ) : (
            <ChainEntry entry={entry} here={entry.id === paper.id} />
          )}
        </li>
      ))}
    </ol>
  );
}

function ChainEntry({ entry, here }: { entry: Entry; here: boolean }) {
  const { t } = useTranslation();
  const title = <Words value={entry.title} marks={false} />;
  return (
    <p className={css.link}>
      <span className={css.symbol}>{entry.symbol ?? t('web-papers:noSymbol')}</span>
      {entry.kind ? <span className={css.kind}>{t(`web-papers:kind.${entry.kind}`)}</span> : null}
      {here ? <strong>{title}</strong> : <Link to={`/papers/${entry.id}`}>{title}</Link>}
      <PaperState state={entry.state} />
    </p>
  );
}
