import { wordDiff, type Language } from '#core/kernel';
import { Alert, Button } from '@mantine/core';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { WordMarks } from './word-marks.js';
import css from './translation.module.css';

/** What is saved now beside what is typed: nothing is lost, and saving again is a choice made with open eyes. */
export function Conflict({
  field,
  theirs,
  lang,
  onTheirs,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  theirs: string;
  lang: Language;
  onTheirs: () => void;
}) {
  const { t } = useTranslation();
  const [mine, setMine] = useState<string | null>(null);
  return (
    <Alert role="alert" variant="outline" className={css.conflict} title={t('web-translation:conflict.title')}>
      <p>{t('web-translation:conflict.text')}</p>
      {theirs === '' ? (
        <p className={css.missing}>{t('common:texts.missing')}</p>
      ) : (
        <>
          <span className={css.tag}>{t('web-translation:conflict.now')}</span>
          {mine === null ? (
            <p lang={lang} className={css.prose}>
              {theirs}
            </p>
          ) : (
            <WordMarks marks={wordDiff(theirs, mine, lang)} lang={lang} />
          )}
        </>
      )}
      <div className={css.acts}>
        <Button
          size="compact-md"
          variant="default"
          onClick={() => setMine(mine === null ? (field.current?.value ?? '') : null)}
        >
          {t(mine === null ? 'web-translation:conflict.compare' : 'web-translation:conflict.plain')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onTheirs}>
          {t('web-translation:conflict.theirs')}
        </Button>
      </div>
    </Alert>
  );
}
