import { diffArrays } from 'diff';
import type { Language } from './vocabulary.js';

export const wordMarkKinds = ['same', 'removed', 'added'] as const;

/** A piece of two texts laid over each other. What is same and removed, read on, is the older text; same and added the newer one. */
export interface WordMark {
  readonly kind: (typeof wordMarkKinds)[number];
  readonly text: string;
}

/** One place of the texts: unchanged when both say the same. */
interface Run {
  readonly before: string;
  readonly after: string;
}

/** Beyond so many changed words the texts are two texts: they are shown whole, and comparing them stays quick. */
const MOST_EDITS = 400;

/** Less than this share in common means written anew: a patchwork of small words in common helps nobody to read. */
const LEAST_IN_COMMON = { words: 0.2, characters: 0.51 } as const;

/** Longer runs are replaced sentences; their characters in common are chance. */
const LONGEST_BY_CHARACTER = 60;

/**
 * What changed between two texts of one language, word by word: Korean by 어절, English by word, Japanese by segment and, inside a
 * short run that keeps more than half of its characters, by character. In a place that changed the older words stand before the newer.
 */
export function wordDiff(before: string, after: string, lang: Language): readonly WordMark[] {
  const words = compare(wordsOf(before, lang), wordsOf(after, lang), LEAST_IN_COMMON.words);
  const runs = joined(words ?? [{ before, after }]);
  return marksOf(lang === 'ja' ? joined(runs.flatMap(byCharacter)) : runs);
}

const segmenters = new Map<string, Intl.Segmenter>();

function pieces(text: string, lang: Language, granularity: 'word' | 'grapheme'): string[] {
  const key = `${lang} ${granularity}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(lang, { granularity });
  segmenters.set(key, segmenter);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Segments of a language; in Korean what stands together without a space or a sign is one 어절, as in 제3차 or 2.3GHz를. */
function wordsOf(text: string, lang: Language): string[] {
  const words = pieces(text, lang, 'word');
  return lang === 'ko' ? glued(words, (last, next) => letters(last) > 0 && letters(next) > 0) : words;
}

function glued(parts: readonly string[], belong: (last: string, next: string) => boolean): string[] {
  const out: string[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last !== undefined && belong(last, part)) out.splice(-1, 1, last + part);
    else out.push(part);
  }
  return out;
}

/** Undefined when the two have less than `least` of the longer one in common, or differ in too many places. */
function compare(before: string[], after: string[], least: number): Run[] | undefined {
  const enough = least * Math.max(lettersOf(before), lettersOf(after));
  if (lettersOf(inCommon(before, after)) < enough) return undefined;
  const runs = diffArrays(before, after, { maxEditLength: MOST_EDITS })?.map(({ value, added, removed }): Run => {
    const text = value.join('');
    return { before: added ? '' : text, after: removed ? '' : text };
  });
  const kept = lettersOf(runs?.filter(isSame).map((run) => run.before) ?? []);
  return kept < enough ? undefined : runs;
}

/** The words of both in any order: no comparison can keep more of them. */
function inCommon(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1);
  return after.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
}

const lettersOf = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + letters(part), 0);
const isSame = (run: Run): boolean => run.before === run.after;
const isReplaced = (run: Run): boolean => !isSame(run) && run.before !== '' && run.after !== '';
const letters = (text: string): number => text.replace(/[\s\p{P}]/gu, '').length;

/** Changes side by side become one, and a space or comma between two changes belongs to them when both texts have words there. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    if (run.before === '' && run.after === '') continue;
    const last = out.at(-1);
    if (last && isSame(last) === isSame(run)) out.splice(-1, 1, together(last, run));
    else out.push(run);
    const [first, between, third] = out.slice(-3);
    const isle = first && between && third && isSame(between) && letters(between.before) === 0;
    if (isle && (isReplaced(first) || isReplaced(third))) out.splice(-3, 3, together(first, between, third));
  }
  return out.flatMap(withoutSpaces);
}

function together(...runs: readonly Run[]): Run {
  return { before: runs.map((run) => run.before).join(''), after: runs.map((run) => run.after).join('') };
}

/** The space around a replaced word is not part of what was replaced. */
function withoutSpaces(run: Run): Run[] {
  if (!isReplaced(run)) return [run];
  const head = shared(/^\s+/u, run);
  const rest = { before: run.before.slice(head.length), after: run.after.slice(head.length) };
  const tail = shared(/\s+$/u, rest);
  const cut = (text: string): string => text.slice(0, text.length - tail.length);
  const words = { before: cut(rest.before), after: cut(rest.after) };
  return [{ before: head, after: head }, words, { before: tail, after: tail }];
}

/** The space at one end, when both texts have the same there. */
function shared(end: RegExp, { before, after }: Run): string {
  const space = end.exec(before)?.[0] ?? '';
  return end.exec(after)?.[0] === space ? space : '';
}

/** A replaced Japanese run by characters where that reads better; words in katakana, Latin letters and numbers stay whole. */
function byCharacter(run: Run): Run[] {
  if (!isReplaced(run) || Math.max(run.before.length, run.after.length) > LONGEST_BY_CHARACTER) return [run];
  return compare(charactersOf(run.before), charactersOf(run.after), LEAST_IN_COMMON.characters) ?? [run];
}

const WHOLE = /^(?:[\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{N}.,．，%％]+)$/u;

const charactersOf = (text: string): string[] =>
  glued(pieces(text, 'ja', 'grapheme'), (last, next) => WHOLE.test(last + next));

function marksOf(runs: readonly Run[]): WordMark[] {
  const marks: WordMark[] = [];
  for (const run of runs) {
    const last = marks.at(-1);
    if (isSame(run) && last?.kind === 'same') marks.splice(-1, 1, { kind: 'same', text: last.text + run.before });
    else if (isSame(run)) marks.push({ kind: 'same', text: run.before });
    else marks.push({ kind: 'removed', text: run.before }, { kind: 'added', text: run.after });
  }
  return marks.filter((mark) => mark.text !== '');
}
