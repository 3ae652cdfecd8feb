import type { Language } from '#core/kernel';

/** Family and given name in one script, never split or joined by guessing (domain.md 6). */
export interface NameParts {
  readonly family: string;
  readonly given: string;
}

/** A name in the scripts that the person gave; readings are given too, never made. */
export interface PersonName {
  readonly hangul?: NameParts | undefined;
  readonly hanja?: NameParts | undefined;
  readonly kanji?: NameParts | undefined;
  readonly kana?: NameParts | undefined;
  readonly latin?: NameParts | undefined;
}

/** A text and the language it really is in, for the `lang` attribute. */
export interface MarkedText {
  readonly text: string;
  readonly lang: Language;
}

type Script = keyof PersonName;

const ORDER: Record<Language, readonly Script[]> = {
  ko: ['hangul', 'latin', 'kanji', 'hanja', 'kana'],
  ja: ['kanji', 'hanja', 'kana', 'latin', 'hangul'],
  en: ['latin', 'hangul', 'kanji', 'hanja', 'kana'],
};
const SCRIPT_LANGUAGE: Record<Script, Language> = { hangul: 'ko', hanja: 'ja', kanji: 'ja', kana: 'ja', latin: 'en' };

/**
 * A name for readers of one language, family name first in all three: `박윤규`, `岸田文雄`, `KISHIDA Fumio`. A Korean name in hanja
 * takes its katakana reading for Japanese readers: `朴允圭(パク・ユンギュ)`. Without the reader's script the next one given is shown.
 */
export function formatName(name: PersonName, lang: Language): MarkedText {
  const script = ORDER[lang].find((other) => name[other]);
  const parts = script && name[script];
  if (!parts) return { text: '', lang };
  return { text: write(script, parts) + readingOf(name, script, lang), lang: SCRIPT_LANGUAGE[script] };
}

/** What a list line is made of; absent parts are left out. All in the reader's language. */
export interface PersonLine {
  readonly body?: string | undefined;
  readonly post?: string | undefined;
  readonly name: string;
}

/**
 * A person in a list. Korean and Japanese: body, post, name (`과학기술정보통신부 제2차관 박윤규`); English: name, post, body
 * (`PARK Yun-kyu, 2nd Vice Minister, Ministry of Science and ICT`).
 */
export function formatPerson({ body, post, name }: PersonLine, lang: Language): string {
  const parts = (lang === 'en' ? [name, post, body] : [body, post, name]).filter(Boolean);
  return parts.join(lang === 'en' ? ', ' : ' ');
}

/** A person by name and title: the title follows the name in Korean and Japanese (`박윤규 제2차관`, `山田局長`), precedes it in English. */
export function formatNameWithTitle(name: string, title: string, lang: Language): string {
  if (lang === 'en') return `${title} ${name}`;
  return lang === 'ja' ? `${name}${title}` : `${name} ${title}`;
}

function write(script: Script, { family, given }: NameParts): string {
  if (script === 'latin') return `${family.toUpperCase()} ${given}`.trim();
  return script === 'kana' ? `${family} ${given}`.trim() : family + given;
}

function readingOf({ kana }: PersonName, script: Script, lang: Language): string {
  if (lang !== 'ja' || script !== 'hanja' || !kana) return '';
  return `(${[kana.family, kana.given].filter(Boolean).join('・')})`;
}
