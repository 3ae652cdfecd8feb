import { wordDiff, type Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { WordMarks } from '../../shared/ui/word-marks.js';
import css from './session-records.module.css';

/** What somebody else saved meanwhile, beside what is typed here: nothing typed is replaced, and nothing of theirs is overwritten unseen. */
export function Conflict({ before, now, lang }: { before: string; now: string; lang: Language }) {
  const { t } = useTranslation();
  return (
    <div className={css.conflict}>
      <p>{t('web-session-records:conflict.now')}</p>
      <p className={css.text}>
        <WordMarks marks={[...wordDiff(before, now, lang)]} lang={lang} />
      </p>
      <p>{t('web-session-records:conflict.yours')}</p>
    </div>
  );
}
