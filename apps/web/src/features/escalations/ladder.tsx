import { useTranslation } from 'react-i18next';
import type { LadderLevel, RiseSummary } from './api.js';
import css from './escalations.module.css';

const STEPS: readonly { key: string; levels: readonly LadderLevel[] }[] = [
  { key: 'working', levels: ['experts', 'division'] },
  { key: 'director_general', levels: ['director_general'] },
  { key: 'vice_minister', levels: ['vice_minister'] },
  { key: 'minister', levels: ['minister'] },
];

/** The ladder in four steps, and beside it the ITU procedure where a matter goes there: where it stands is filled, where it is to go is outlined. */
export function RiseLadder({ rise }: { rise: Pick<RiseSummary, 'level' | 'toLevel' | 'state'> }) {
  const { t } = useTranslation();
  const moving = rise.state === 'draft' || rise.state === 'raised';
  const itu = rise.toLevel === 'itu_procedure' ? [{ key: 'itu_procedure', levels: ['itu_procedure'] as const }] : [];
  return (
    <ol className={css.ladder} aria-label={t('web-escalations:ladder.title')}>
      {[...STEPS, ...itu].map(({ key, levels }) => {
        const at = levels.includes(rise.level);
        const to = moving && !at && levels.includes(rise.toLevel);
        return (
          <li key={key} data-at={at || undefined} data-to={to || undefined} {...(at ? { 'aria-current': 'step' } : {})}>
            <span className={css.stepName}>{t(`web-escalations:ladder.${key}`)}</span>
            {at || to ? (
              <span className={css.stepWord}>{t(`web-escalations:ladder.${at ? 'stands' : 'goes'}`)}</span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
