import { Anchor, Popover } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConflictView, SourceRef } from '../api/types.js';
import css from './sources.module.css';

/** A small reference mark that opens the sources of a historical fact. */
export function Sources({ sources }: { sources: SourceRef[] }) {
  const { t } = useTranslation();
  if (sources.length === 0) return null;
  return (
    <Popover
      width={Math.min(360, window.innerWidth - 40)}
      position="bottom-start"
      shadow="md"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className={css.mark} aria-label={t('web-words:sources.open', { count: sources.length })}>
          <IconQuote size={14} aria-hidden />
          <span aria-hidden>{sources.length}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('web-words:sources.title')}>
        <SourceList sources={sources} />
      </Popover.Dropdown>
    </Popover>
  );
}

export function SourceList({ sources }: { sources: SourceRef[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.list}>
      {sources.map((source) => (
        <li key={source.code}>
          <span lang={source.lang}>
            {source.address?.startsWith('http') ? (
              <Anchor href={source.address} target="_blank" rel="noreferrer">
                {source.title}
              </Anchor>
            ) : (
              source.title
            )}
          </span>
          <span className={css.about}>
            {[source.code, source.published, t(`common:reliability.${source.reliability}`)].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Contradictions are shown, with both sources and what was decided; never repaired silently. */
export function Conflicts({ conflicts }: { conflicts: ConflictView[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.conflicts}>
      {conflicts.map((conflict) => (
        <li key={conflict.code}>
          <p className={css.topic}>
            <span className={css.code}>{conflict.code}</span> <span lang="en">{conflict.topic}</span>
          </p>
          <p lang="en">{conflict.text}</p>
          <p>
            <span className={css.label}>{t('web-words:conflict.handling')}</span>{' '}
            <span lang="en">{conflict.handling}</span>
          </p>
          <SourceList sources={conflict.sources} />
        </li>
      ))}
    </ul>
  );
}
