import { LANGUAGES, isLanguage, type Language } from '#core/kernel';
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GlossaryHints, type UseTerm } from '../../shared/glossary/index.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { ownFirst } from '../../shared/texts.js';
import { Section } from '../../shared/ui/page.js';
import css from './glossary.module.css';

type Texts = Record<Language, string>;

/** For a text from elsewhere: what the glossary says of it. Nothing is kept, neither here nor on the server. */
export function TryText() {
  const { t } = useTranslation();
  const page = useLanguage();
  const [texts, setTexts] = useState<Texts>({ ko: '', ja: '', en: '' });
  const [source, setSource] = useState<Language | ''>('');
  const use = ({ lang, term, start, end }: UseTerm): void =>
    setTexts((now) => {
      const at = start ?? now[lang].length;
      return { ...now, [lang]: now[lang].slice(0, at) + term + now[lang].slice(end ?? at) };
    });
  return (
    <div className="fd-no-print">
      <Section title={t('web-glossary:try.title')} id="check">
        <p className={css.lead}>{t('web-glossary:try.lead')}</p>
        <NativeSelect
          size="sm"
          className={css.source ?? ''}
          label={t('web-glossary:try.source')}
          value={source}
          onChange={(event) => setSource(isLanguage(event.currentTarget.value) ? event.currentTarget.value : '')}
          data={[
            { value: '', label: t('web-glossary:try.noSource') },
            ...LANGUAGES.map((lang) => ({ value: lang, label: LANGUAGE_NAMES[lang] })),
          ]}
        />
        <div className={css.columns}>
          {ownFirst(page).map((lang) => (
            <div key={lang}>
              <Textarea
                autosize
                minRows={3}
                maxRows={14}
                lang={lang}
                label={t('web-glossary:try.text', { language: LANGUAGE_NAMES[lang] })}
                value={texts[lang]}
                onChange={(event) => setTexts({ ...texts, [lang]: event.currentTarget.value })}
              />
              {texts[lang].trim() === '' ? null : (
                <GlossaryHints texts={texts} source={source === '' ? undefined : source} lang={lang} onUse={use} />
              )}
            </div>
          ))}
        </div>
      </Section>
    </div>
  );
}
