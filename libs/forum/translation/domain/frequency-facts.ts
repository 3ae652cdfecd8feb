import type { Language } from '#core/kernel';
import { takeFacts, type FactRule, type Found } from './facts.js';

/** Power of ten of each unit, by its first letters in any of the three languages. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:thz|테라|テラ)/iu, 12],
  [/^(?:ghz|기가|ギガ)/iu, 9],
  [/^(?:mhz|메가|メガ)/iu, 6],
  [/^(?:khz|킬로|キロ)/iu, 3],
  [/^(?:hz|헤르츠|ヘルツ)/iu, 0],
];
const unit = '([kmgt]?hz|(?:테라|기가|메가|킬로)?헤르츠|(?:テラ|ギガ|メガ|キロ)?ヘルツ)';
const figure = '(?<![\\d,])(\\d[\\d,]{0,24}(?:\\.\\d+)?)';
const between = '\\s*(?:-|~|–|—|〜|to|부터|에서|から|and|및|と)\\s*';

const rules: readonly FactRule[] = [
  {
    pattern: new RegExp(`${figure}${between}${figure}\\s*${unit}(?![a-z])`, 'giu'),
    value: ([, from, to, of]) => [hertz(from, of), hertz(to, of)],
  },
  { pattern: new RegExp(`${figure}\\s*${unit}(?![a-z])`, 'giu'), value: ([, amount, of]) => hertz(amount, of) },
];

/** The frequencies a text names, in hertz as decimal figures: `806 MHz`, `0.806GHz` and `806㎒` are the same. */
export function frequenciesIn(text: string, lang: Language): Found {
  return takeFacts(text, lang, rules);
}

/** Moves the decimal point, so that no digit is lost to binary fractions. */
function hertz(amount = '', of = ''): string {
  const power = UNITS.find(([pattern]) => pattern.test(of))?.[1] ?? 0;
  const [whole = '', fraction = ''] = amount.replaceAll(',', '').split('.');
  const digits = `${whole}${fraction.padEnd(power, '0').slice(0, power)}`.replace(/^0+(?=\d)/u, '');
  const left = fraction.slice(power).replace(/0+$/u, '');
  return left === '' ? digits : `${digits}.${left}`;
}
