import type { Language } from '#core/kernel';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextView } from '../../shared/api/types.js';
import { allTexts } from '../../shared/i18n/setup.js';
import { hasText, textIn } from '../../shared/texts.js';
import { Words } from '../../shared/ui/text.js';
import css from './projector.module.css';

interface InTwo {
  two: readonly [Language, Language];
  /** Beside one another rather than beneath. */
  inline?: boolean;
}

/** A text in both languages of the screen; where it has neither, in the one it has, with its mark. */
export function Both({ value, two, inline = false }: InTwo & { value: TextView }) {
  const there = two.filter((lang, index) => two.indexOf(lang) === index && hasText(value, lang));
  if (there.length === 0) return <Words value={value} />;
  return (
    <span className={inline ? css.inline : css.both}>
      {there.map((lang) => (
        <span key={lang} lang={lang}>
          {textIn(value, lang)?.text}
        </span>
      ))}
    </span>
  );
}

/** A word of the desk itself in both languages. */
export function BothWords({ text, two, inline = false }: InTwo & { text: string }) {
  const { i18n } = useTranslation();
  const [first, second] = two.map((lang) => i18n.getFixedT(lang)(text));
  return (
    <span className={inline ? css.inline : css.both}>
      <span lang={two[0]}>{first}</span>
      {second === first ? null : <span lang={two[1]}>{second}</span>}
    </span>
  );
}

/** Brings the texts of languages, the page's own or others; true once they are there. */
export function useTexts(languages: readonly Language[]): boolean {
  const wanted = languages.join(',');
  const [ready, setReady] = useState('');
  useEffect(() => {
    let still = true;
    void Promise.all(wanted.split(',').map((lang) => allTexts(lang)))
      .catch(() => undefined)
      .then(() => still && setReady(wanted));
    return () => {
      still = false;
    };
  }, [wanted]);
  return ready === wanted;
}

/** True once every text of the page's language is there; a page opened by its own address may be there before. */
export function useOwnTexts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let still = true;
    void allTexts()
      .catch(() => undefined)
      .then(() => still && setReady(true));
    return () => {
      still = false;
    };
  }, []);
  return ready;
}
