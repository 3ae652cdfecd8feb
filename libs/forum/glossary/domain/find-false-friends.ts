import { LANGUAGES, type Language } from '#core/kernel';
import { compose, type Composed } from './compose.js';
import type { FalseFriendRule } from './false-friend.types.js';
import { radioFriends } from './false-friends-radio.js';
import { rankFriends } from './false-friends-ranks.js';
import { wordingFriends } from './false-friends-wording.js';

/** A word that is one of a deceptive pair, with what may be written instead. Offsets are UTF-16 code units of the text as given. */
export interface FriendMark {
  readonly lang: Language;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly offers: readonly string[];
}

export interface FalseFriend {
  readonly code: string;
  /** `clash`: two texts say different things; `caution`: the word is easily mistranslated and there is no translation yet. */
  readonly kind: 'clash' | 'caution';
  readonly termCode: string | null;
  readonly marks: readonly FriendMark[];
}

export const falseFriendRules: readonly FalseFriendRule[] = [...radioFriends, ...rankFriends, ...wordingFriends];

export type GivenTexts = { readonly [L in Language]?: string | undefined };
type Texts = ReadonlyMap<Language, Composed>;

/** @param source the language the others are translated from: it is then never the one to be changed */
export function findFalseFriends(given: GivenTexts, source?: Language): FalseFriend[] {
  const texts: Texts = new Map(
    LANGUAGES.flatMap((lang) => {
      const text = given[lang];
      return text === undefined || text.trim() === '' ? [] : [[lang, compose(text)] as const];
    }),
  );
  return falseFriendRules.flatMap((rule) => judge(rule, texts, source));
}

function judge(rule: FalseFriendRule, texts: Texts, source: Language | undefined): FalseFriend[] {
  if (rule.about && !says(rule.about, texts)) return [];
  if (rule.settled && says(rule.settled, texts)) return [];
  const sure = (lang: Language, concept: 'one' | 'other'): boolean => {
    const text = texts.get(lang)?.text ?? '';
    const [meant, opposite] = concept === 'one' ? [rule.one, rule.other] : [rule.other, rule.one];
    return (meant[lang]?.test(text) ?? false) && !(opposite[lang]?.test(text) ?? false);
  };
  const ones = [...texts.keys()].filter((lang) => sure(lang, 'one'));
  const others = [...texts.keys()].filter((lang) => sure(lang, 'other'));
  const result = (kind: FalseFriend['kind'], marks: readonly FriendMark[]): FalseFriend[] => [
    { code: rule.code, kind, termCode: rule.term ?? null, marks },
  ];
  if (ones.length > 0 && others.length > 0) {
    // What the source says is what is meant: only who says the other thing is marked beside it.
    const meant = source !== undefined && ones.includes(source) ? [source] : ones;
    const opposed = source !== undefined && others.includes(source) ? [source] : others;
    return result('clash', [
      ...meant.flatMap((lang) => mark(rule, 'one', lang, texts, lang === source)),
      ...opposed.flatMap((lang) => mark(rule, 'other', lang, texts, lang === source)),
    ]);
  }
  const [only] = texts.size === 1 ? [...texts.keys()] : [];
  const concept = only && rule.alone?.[only];
  if (!concept || !(concept === 'one' ? ones : others).includes(only)) return [];
  return result('caution', mark(rule, concept, only, texts, true));
}

function says(words: FalseFriendRule['one'], texts: Texts): boolean {
  return [...texts].some(([lang, { text }]) => words[lang]?.test(text) ?? false);
}

/** Where the word stands; it would have to say the other thing to be right. */
function mark(
  rule: FalseFriendRule,
  concept: 'one' | 'other',
  lang: Language,
  texts: Texts,
  keep: boolean,
): FriendMark[] {
  const text = texts.get(lang);
  const match = text && rule[concept][lang]?.exec(text.text);
  if (!match) return [];
  const offers = keep ? [] : (rule.say[concept === 'one' ? 'other' : 'one']?.[lang] ?? []);
  const [start, end] = [text.startOf(match.index), text.endOf(match.index + match[0].length)];
  return [{ lang, start, end, found: match[0], offers }];
}
