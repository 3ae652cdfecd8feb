import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { API } from '../api/client.js';
import { useRead } from '../api/hooks.js';
import type { components } from '../api/schema.js';
import { LANGUAGE_NAMES } from '../i18n/language.js';
import { Words } from '../ui/text.js';
import css from './item-papers.module.css';

type PaperList = components['schemas']['PaperListView'];

/** The papers of one agenda item with their files; nothing while they load or where there are none. */
export function ItemPapers({ sessionId, itemId }: { sessionId: string; itemId: string }) {
  const { t } = useTranslation();
  const { data } = useRead<PaperList>(`/sessions/${sessionId}/papers`);
  const papers = (data?.items ?? []).filter(
    ({ items, state }) => state !== 'withdrawn' && items.some(({ id }) => id === itemId),
  );
  if (papers.length === 0) return null;
  return (
    <ul className={css.papers} aria-label={t('web-papers:tab')}>
      {papers.map((paper) => (
        <li key={paper.id} data-private={paper.symbol === null || undefined}>
          <IconFileText size={17} stroke={1.6} aria-hidden />
          <span>
            <Link to={`/papers/${paper.id}`}>
              {paper.symbol ? <span className={css.symbol}>{paper.symbol}</span> : null}{' '}
              <Words value={paper.title} marks={false} />
            </Link>
            {paper.symbol === null ? <span className={css.private}>{t('common:badges.internal')}</span> : null}
            {paper.languages.map(({ lang, file }) =>
              file ? (
                <a key={lang} href={`${API}${file.content}`} download={file.name} lang={lang} className={css.file}>
                  {LANGUAGE_NAMES[lang]}
                </a>
              ) : null,
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
