import type { Language } from '#core/kernel';

/** Something a text says that must be the same in every language. */
export interface Fact {
  /** The same for the same meaning, whatever the language: `2027-04-21`, `806000000`, `40`. */
  readonly value: string;
  /** The words as they stand in the text, for the reader of a warning. */
  readonly raw: string;
  /** Said in words (`two`, `두`, `二つ`): it answers a figure elsewhere, but need not be answered itself. */
  readonly inWords?: true;
}

/** What was found in a text, and the text with the found places blanked out, so that nothing is counted twice. */
export interface Found {
  readonly facts: readonly Fact[];
  readonly rest: string;
}

/** A rule that reads one kind of fact; `value` gives null for what only looks like one. */
export interface FactRule {
  readonly pattern: RegExp;
  readonly value: (match: RegExpMatchArray, lang: Language) => string | readonly string[] | null;
}

/** Takes the facts of the rules out of a text, rule by rule, in the order of their places. */
export function takeFacts(text: string, lang: Language, rules: readonly FactRule[]): Found {
  const facts: { at: number; fact: Fact }[] = [];
  let rest = text;
  for (const { pattern, value } of rules) {
    rest = rest.replace(pattern, (...args: unknown[]) => {
      const match = matchOf(args);
      const values = value(match, lang);
      if (values === null) return match[0];
      const at = match.index ?? 0;
      for (const one of typeof values === 'string' ? [values] : values)
        facts.push({ at, fact: { value: one, raw: match[0].trim() } });
      return ' '.repeat(match[0].length);
    });
  }
  return { facts: facts.sort((a, b) => a.at - b.at).map(({ fact }) => fact), rest };
}

/** The arguments of a replacer as the match they describe. Patterns here have no named groups. */
function matchOf(args: readonly unknown[]): RegExpMatchArray {
  const groups = args.slice(0, -2).map((group) => (typeof group === 'string' ? group : ''));
  const [whole = '', ...rest] = groups;
  return Object.assign([whole, ...rest] as RegExpMatchArray, { index: Number(args.at(-2)) });
}
