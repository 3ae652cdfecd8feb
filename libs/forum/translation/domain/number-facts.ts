import type { Language } from '#core/kernel';
import { takeFacts, type Fact, type FactRule, type Found } from './facts.js';

/** Power of ten of each word for a large number. */
const POWERS: Readonly<Record<string, number>> = {
  ...{ 천: 3, 千: 3, thousand: 3, 만: 4, 万: 4, 萬: 4, million: 6, 백만: 6, 百万: 6 },
  ...{ 억: 8, 億: 8, billion: 9, 조: 12, 兆: 12, trillion: 12 },
};
const power = `(?:백만|百万|천|千|만|万|萬|억|億|조|兆|thousand|million|billion|trillion)`;
const figure = '(?<![\\d,])\\d[\\d,]{0,24}(?:\\.\\d+)?';
const large = new RegExp(`${figure}\\s*${power}(?:\\s*${figure}\\s*${power})*(?:\\s*\\d[\\d,]*(?![\\d.]))?`, 'giu');

const rules: readonly FactRule[] = [
  { pattern: large, value: ([whole]) => sumOf(whole) },
  // `5G`, `IPv6`, `3GPP`, `Q1`: names that hold a figure are the same in every language. `3rd` and `40min` are not such names.
  {
    pattern:
      /(?<![a-z\d])(?=[a-z\d.]{0,24}[a-z])(?=[a-z.]{0,24}\d)(?!\d+(?:st|nd|rd|th|h|min|m|km|kg|s|pp?)\b)[a-z\d]+(?:\.\d+)?(?![a-z\d])/giu,
    value: ([whole]) => whole.toLowerCase(),
  },
  { pattern: /(\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th)?/giu, value: ([, number]) => plain(number) },
];

/** Small numbers said in words; a figure elsewhere may be answered by them. Index is the number. */
const WORDS: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    ...['zero|no', 'one|first|single|a|an', 'two|second|both|bilateral|twice', 'three|third|trilateral', 'four|fourth'],
    ...['five|fifth', 'six|sixth', 'seven|seventh', 'eight|eighth', 'nine|ninth', 'ten|tenth'],
    ...['eleven|eleventh', 'twelve|twelfth'],
  ].map((words) => new RegExp(`\\b(?:${words})\\b`, 'iu')),
  ko: [
    ...['영|없', '한|하나|첫|일', '두|둘|양|이', '세|셋|삼|석', '네|넷|사|넉', '다섯|오', '여섯|육', '일곱|칠'],
    ...['여덟|팔', '아홉|구', '열|십', '열한|십일', '열두|십이'],
  ].map((words) => new RegExp(`(?:${words})`, 'u')),
  ja: [...['零|無', '一|ひと', '二|両|ふた', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']].map(
    (words) => new RegExp(`(?:${words})`, 'u'),
  ),
};

/** The numbers a text names, as plain decimal figures: `3만` and `30,000`, `제3회` and `3rd` are the same. */
export function numbersIn(text: string, lang: Language): Found {
  const found = takeFacts(text, lang, rules);
  const words = WORDS[lang].flatMap((pattern, number): Fact[] => {
    const raw = pattern.exec(found.rest)?.[0];
    return raw === undefined ? [] : [{ value: String(number), raw, inWords: true }];
  });
  return { facts: [...found.facts, ...words], rest: found.rest };
}

/** `1億2,000万` is 120000000: parts with their powers, and what follows them. */
function sumOf(whole: string): string {
  let sum = 0;
  for (const [, amount, word] of whole.matchAll(new RegExp(`(${figure})\\s*(${power})?`, 'giu')))
    sum += Number((amount ?? '').replaceAll(',', '')) * 10 ** (POWERS[(word ?? '').toLowerCase()] ?? 0);
  return String(Math.round(sum * 1000) / 1000);
}

function plain(number = ''): string {
  const value = number.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  return value.includes('.') ? value.replace(/\.?0+$/u, '') : value;
}
