import type { Language, WordMark } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import css from './translation.module.css';

/** A text with what was taken out and put in, word by word; a screen reader hears which is which. */
export function WordMarks({ marks, lang }: { marks: readonly WordMark[]; lang: Language }) {
  const { t } = useTranslation();
  return (
    <p lang={lang} className={css.prose}>
      {marks.map((mark, index) => {
        if (mark.kind === 'same') return <span key={index}>{mark.text}</span>;
        const Tag = mark.kind === 'removed' ? 'del' : 'ins';
        return (
          <Tag key={index} className={css[mark.kind]}>
            <span className="fd-hidden">{t(`web-translation:mark.${mark.kind}`)} </span>
            {mark.text}
          </Tag>
        );
      })}
    </p>
  );
}
