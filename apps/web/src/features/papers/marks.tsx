import { formatFileSize } from '#core/i18n';
import { IconClock, IconLock, IconUsers, IconWorld, IconBuilding, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import { contentOf, type PaperFile, type PaperLanguage, type PaperSummary } from './api.js';
import css from './papers.module.css';

const TONES: Readonly<Record<PaperSummary['state'], Tone>> = {
  awaited: 'open',
  received: 'open',
  reviewed: 'accent',
  released: 'done',
  withdrawn: 'plain',
};

export function PaperState({ state }: { state: PaperSummary['state'] }) {
  const { t } = useTranslation();
  return <State tone={TONES[state]}>{t(`web-papers:state.${state}`)}</State>;
}

export function Late({ show }: { show: boolean }) {
  const { t } = useTranslation();
  return show ? <State tone="amber">{t('web-papers:late')}</State> : null;
}

export function GradeMark({ grade }: { grade: PaperSummary['grade'] }) {
  const { t } = useTranslation();
  if (grade === 'public') return null;
  return (
    <span className={css.grade}>
      <IconLock size={16} aria-hidden />
      {t('web-papers:grade.restricted')}
    </span>
  );
}

const READERS = {
  own: IconUsers,
  joint: IconUsersGroup,
  business: IconBuilding,
  public: IconWorld,
} as const;

export type Readers = keyof typeof READERS;
export const readersOf = (audience: PaperSummary['audience']): Readers =>
  audience === 'kr' || audience === 'jp' ? 'own' : audience;

/** Who can see it, in words with a sign beside them. */
export function WhoSees({ audience }: { audience: PaperSummary['audience'] }) {
  const { t } = useTranslation();
  const readers = readersOf(audience);
  const Icon = READERS[readers];
  return (
    <span className={css.readers}>
      <Icon size={16} aria-hidden />
      {t(`web-papers:readers.${readers}`)}
    </span>
  );
}

/** One language of a paper in a list: its file to be fetched, or that it is awaited. */
export function LanguageChip({ language, withdrawn }: { language: PaperLanguage; withdrawn: boolean }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const { file, lang } = language;
  const name = LANGUAGE_NAMES[lang];
  if (!file) {
    return withdrawn ? null : (
      <span className={css.chip} data-awaited>
        <span lang={lang}>{name}</span> <span className="fd-hidden">{t('web-papers:state.awaited')}</span>
      </span>
    );
  }
  return (
    <a className={css.chip} href={contentOf(file)} download={file.name} title={file.name}>
      <span lang={lang}>{name}</span> <span className={css.size}>{formatFileSize(file.size, page)}</span>
      {file.outdated ? <Outdated /> : null}
    </a>
  );
}

/** The original was replaced since. */
export function Outdated() {
  const { t } = useTranslation();
  return (
    <span className={css.outdated}>
      <IconClock size={14} aria-hidden />
      {t('web-papers:outdated')}
    </span>
  );
}

export const isFresh = (file: PaperFile | null): file is PaperFile => file !== null && !file.outdated;
