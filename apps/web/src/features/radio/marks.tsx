import { useTranslation } from 'react-i18next';
import { State, type Tone } from '../../shared/ui/badges.js';
import type { IssueSummary } from './api.js';

/** A settled case is green, one that is nobody's yet is dashed. */
export function toneOf(status: IssueSummary['status']): Tone {
  if (status === 'resolved' || status === 'mitigated') return 'done';
  return status === 'reported' || status === 'draft' ? 'open' : 'plain';
}

/** The word for what only the own side sees. */
export function OwnMark({ audience }: { audience: IssueSummary['audience'] }) {
  const { t } = useTranslation();
  return audience === 'kr' || audience === 'jp' ? <State tone="amber">{t('common:badges.internal')}</State> : null;
}

/** The level of an escalated case; nothing for what experts deal with. */
export function LevelMark({ level }: { level: IssueSummary['level'] }) {
  const { t } = useTranslation();
  return level === 'experts' ? null : <State tone="accent">{t(`web-radio:levels.${level}`)}</State>;
}
