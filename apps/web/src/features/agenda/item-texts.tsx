import type { Language } from '#core/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, TextView } from '../../shared/api/types.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { hasText, ownFirst, textIn } from '../../shared/texts.js';
import { TextMarks, Words } from '../../shared/ui/text.js';
import css from './agenda.module.css';

interface ItemTextsProps {
  item: AgendaItem;
  columns: boolean;
  /** What can be done with the row; on a phone it shares a line with the other languages. */
  work: ReactNode;
  children: ReactNode;
}

/** The reader's language large, as the heading of its row; the other two beside it on a wide screen and folded on a phone. */
export function ItemTexts({ item, columns, work, children }: ItemTextsProps) {
  const { t } = useTranslation();
  const own = useLanguage();
  const others = ownFirst(own).slice(1);
  const more = item.title.all !== undefined;
  const Title = item.kind === 'section' ? 'h2' : 'h3';
  return (
    <div className={css.texts} data-columns={(columns && more) || undefined}>
      <div>
        <Title className={css.title} data-kind={item.kind}>
          <Words value={item.title} />
        </Title>
        {item.description ? (
          <p className={css.prose}>
            <Words value={item.description} />
          </p>
        ) : null}
        {children}
        <div className={css.tail}>
          {more && columns ? (
            <details className={`${css.folded} fd-no-print`}>
              <summary>{t('web-agenda:languages.others')}</summary>
              {others.map((lang) => (
                <OneLanguage key={lang} item={item} lang={lang} className="" />
              ))}
            </details>
          ) : null}
          {work}
        </div>
      </div>
      {more && columns
        ? others.map((lang) => <OneLanguage key={lang} item={item} lang={lang} className={css.column ?? ''} />)
        : null}
    </div>
  );
}

function OneLanguage({ item, lang, className }: { item: AgendaItem; lang: Language; className: string }) {
  return (
    <div className={className}>
      <span className={css.tag} lang={lang}>
        {LANGUAGE_NAMES[lang]}
      </span>
      <p className={css.other}>
        <InLanguage value={item.title} lang={lang} />
      </p>
      {item.description ? (
        <p className={css.prose}>
          <InLanguage value={item.description} lang={lang} />
        </p>
      ) : null}
    </div>
  );
}

function InLanguage({ value, lang }: { value: TextView; lang: Language }) {
  const { t } = useTranslation();
  const view = textIn(value, lang);
  if (!view || !hasText(value, lang)) return <span className={css.missing}>{t('common:texts.missing')}</span>;
  return (
    <>
      <span lang={lang}>{view.text}</span>
      <TextMarks value={view} asked={lang} />
    </>
  );
}
