import type { Language, Side } from './vocabulary.js';
import { otherSide, SIDES } from './vocabulary.js';

/**
 * The only place that prints the pair of countries (design.md 2.2, domain.md 3.7): the side, not the language, orders it.
 * A neutral page has no side; there the host of the session stands first.
 */
export type Viewer = Side | 'neutral';
/** `short` names the country as in speech, `formal` as ministries do in English titles (ROK). Korean and Japanese pairs have one form. */
export type PairForm = 'short' | 'formal';

export interface PairOptions {
  readonly host?: Side | undefined;
  readonly form?: PairForm | undefined;
}

const PAIRS: Record<Language, Record<PairForm, Record<Side, string>>> = {
  ko: { short: { kr: '한·일', jp: '일한' }, formal: { kr: '한·일', jp: '일한' } },
  ja: { short: { kr: '韓日', jp: '日韓' }, formal: { kr: '韓日', jp: '日韓' } },
  en: { short: { kr: 'Korea–Japan', jp: 'Japan–Korea' }, formal: { kr: 'ROK–Japan', jp: 'Japan–ROK' } },
};

const PARTIES: Record<Language, Record<PairForm, Record<Side, string>>> = {
  ko: { short: { kr: '한국', jp: '일본' }, formal: { kr: '대한민국', jp: '일본국' } },
  ja: { short: { kr: '韓国', jp: '日本' }, formal: { kr: '大韓民国', jp: '日本国' } },
  en: { short: { kr: 'Korea', jp: 'Japan' }, formal: { kr: 'the Republic of Korea', jp: 'Japan' } },
};

const SIGNATURES: Record<Language, Record<Side, string>> = {
  ko: { kr: '대한민국 정부를 대표하여', jp: '일본국 정부를 대표하여' },
  ja: { kr: '大韓民国政府のために', jp: '日本国政府のために' },
  en: { kr: 'For the Government of the Republic of Korea', jp: 'For the Government of Japan' },
};

/** The pair as the viewer's side prints it: `pair('jp','ja')` is 日韓, `pair('kr','ja')` is 韓日. Neutral English prints both orders. */
export function pair(viewer: Viewer, lang: Language, { host = 'kr', form = 'short' }: PairOptions = {}): string {
  const table = PAIRS[lang][form];
  if (viewer !== 'neutral') return table[viewer];
  if (lang === 'en') return `${table[host]} / ${table[otherSide(host)]}`;
  return lang === 'ko' ? table.kr : table.jp;
}

/** Both sides in the viewer's order; a neutral page puts the host first. */
export function sideOrder(viewer: Viewer, host: Side = 'kr'): readonly [Side, Side] {
  const first = viewer === 'neutral' ? host : viewer;
  return [first, otherSide(first)];
}

/** The name of one country; the formal one is that of signature blocks (glossary name.rok, name.japan). */
export const partyName = (side: Side, lang: Language, form: PairForm = 'short'): string => PARTIES[lang][form][side];

export interface CopyOptions extends PairOptions {
  /** Whose original this is. */
  readonly copy: Viewer;
  readonly lang: Language;
  /** What stands at {SIGN1} and {SIGN2}; unless told, the line over a signature. */
  readonly signatures?: { readonly [S in Side]: string } | undefined;
}

const TOKEN = /\{(PAIR|PARTY1|PARTY2|SIGN1|SIGN2)\}/gu;

/**
 * One agreed text made into one side's original. Everything outside the tokens {PAIR} {PARTY1} {PARTY2} {SIGN1} {SIGN2} stays as it
 * is, so that the originals differ in token positions only; values are not expanded again. Parties are formal unless told.
 */
export function renderTokens(text: string, options: CopyOptions): string {
  const { copy, lang, host, form, signatures = SIGNATURES[lang] } = options;
  const [first, second] = sideOrder(copy, host);
  return text.replace(TOKEN, (_token, name: string) => {
    if (name === 'PAIR') return pair(copy, lang, { host, form });
    const side = name.endsWith('1') ? first : second;
    return name.startsWith('SIGN') ? signatures[side] : partyName(side, lang, form ?? 'formal');
  });
}

/** A country of the three-way meetings; only two of them are sides here. */
export type TrilateralParty = Side | 'cn';

const TURNS: readonly TrilateralParty[] = [...SIDES, 'cn'];
const THREE: Record<Language, Record<PairForm, Record<TrilateralParty, string>>> = {
  ko: { short: { kr: '한', jp: '일', cn: '중' }, formal: { kr: '한', jp: '일', cn: '중' } },
  ja: { short: { kr: '韓', jp: '日', cn: '中' }, formal: { kr: '韓', jp: '日', cn: '中' } },
  en: { short: { kr: 'Korea', jp: 'Japan', cn: 'China' }, formal: { kr: 'ROK', jp: 'Japan', cn: 'China' } },
};
const JOIN: Record<Language, string> = { ko: '·', ja: '', en: '–' };

/**
 * The three countries in the order of the chair's turn (Korea, Japan, China, Korea …): a side leads with itself, a neutral page with
 * the chair. Without a chair neutral Korean and Japanese keep their usual order and English prints both, Korea's first.
 */
export function trilateral(
  viewer: Viewer,
  lang: Language,
  {
    chair,
    form = 'short',
  }: { readonly chair?: TrilateralParty | undefined; readonly form?: PairForm | undefined } = {},
): string {
  const from = (lead: TrilateralParty): string => {
    const at = TURNS.indexOf(lead);
    return [...TURNS.slice(at), ...TURNS.slice(0, at)].map((party) => THREE[lang][form][party]).join(JOIN[lang]);
  };
  if (viewer !== 'neutral') return from(viewer);
  if (chair) return from(chair);
  return lang === 'en' ? `${from('kr')} / ${from('jp')}` : from(lang === 'ko' ? 'kr' : 'jp');
}
