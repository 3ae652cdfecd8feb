import { LANGUAGES } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { ownFirst } from '../../shared/texts.js';
import { Words } from '../../shared/ui/text.js';
import type { Forms, Term, TermContent } from './api.js';
import css from './glossary.module.css';
import { Others } from './term-table.js';

/** What a proposal makes of a term, language by language: what stands now, and what would stand. */
export function TermChange({ content, term }: { content: TermContent; term?: Pick<Term, 'words'> | undefined }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const before = content.change === 'change' ? term?.words : undefined;
  return (
    <dl className={css.change}>
      {ownFirst(page).map((lang) => {
        const was = before?.[lang];
        const is = content.words[lang];
        const same = was !== undefined && isSame(was, is);
        return (
          <div key={lang}>
            <dt lang={lang}>{LANGUAGE_NAMES[lang]}</dt>
            <dd>
              {was && !same ? (
                <del className={css.was}>
                  <span className="fd-hidden">{t('web-glossary:diff.was')}</span>
                  <span lang={lang}>{was.term}</span>
                  {sameLists(was, is) ? null : <Others forms={was} lang={lang} />}
                </del>
              ) : null}
              <span className={same ? undefined : css.is}>
                {was && !same ? <span className="fd-hidden">{t('web-glossary:diff.is')}</span> : null}
                <span lang={lang}>{is.term}</span>
                <Others forms={is} lang={lang} />
              </span>
              {same ? <span className={css.same}>{t('web-glossary:diff.same')}</span> : null}
            </dd>
          </div>
        );
      })}
      {content.note ? (
        <div>
          <dt>{t('web-glossary:note')}</dt>
          <dd>
            <Words value={content.note} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{t('web-glossary:binding.label')}</dt>
        <dd>{t(`web-glossary:binding.${content.binding ? 'yes' : 'no'}`)}</dd>
      </div>
    </dl>
  );
}

const isSame = (one: Forms, other: Forms): boolean => one.term === other.term && sameLists(one, other);

const sameLists = (one: Forms, other: Forms): boolean =>
  one.also.join('\n') === other.also.join('\n') && one.avoid.join('\n') === other.avoid.join('\n');

/** A term in all languages on one line, the reader's first. */
export function TermLine({ words }: { words: Term['words'] }) {
  const page = useLanguage();
  return (
    <>
      {[page, ...LANGUAGES.filter((lang) => lang !== page)].map((lang, index) => (
        <span key={lang}>
          {index > 0 ? ' · ' : null}
          <span lang={lang}>{words[lang].term}</span>
        </span>
      ))}
    </>
  );
}
