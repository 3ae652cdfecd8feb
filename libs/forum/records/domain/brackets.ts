import type { DomainError, Side } from '#core/kernel';
import { recordsErrors } from './records.errors.js';

/** Whose words a bracket holds: one side's, or words that neither has agreed to yet (domain.md 3.7). */
export const bracketOwners = ['kr', 'jp', 'both'] as const;
export type BracketOwner = (typeof bracketOwners)[number];

/** Words not agreed: `[KR: …]`. `start` and `end` are offsets in the text, the brackets among them. */
export interface Bracket {
  readonly by: BracketOwner;
  /** Empty where a side wants no words at all. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Brackets that stand side by side, and so for one another. */
export interface BracketGroup {
  readonly brackets: readonly Bracket[];
  readonly start: number;
  readonly end: number;
}

const OPENING = /^\[\s*(KR|JP|both)\s*:\s*/iu;
const BETWEEN = /^[\s/]*$/u;

type Parsed = { readonly brackets: readonly Bracket[]; readonly fault: DomainError | null };

/** Every bracket in its order. @throws records.bracketUntagged, records.bracketUnbalanced with the place, counted from 1 */
export function bracketsIn(text: string): readonly Bracket[] {
  const { brackets, fault } = parse(text);
  if (fault) throw fault;
  return brackets;
}

/** As `bracketsIn`, for reading: what cannot be told apart in a kept text is one open bracket, so that it is seen and closes no text. */
export function readableBrackets(text: string): readonly Bracket[] {
  const { brackets, fault } = parse(text);
  const start = brackets.at(-1)?.end ?? 0;
  return fault ? [...brackets, { by: 'both', words: text.slice(start).trim(), start, end: text.length }] : brackets;
}

/** Why a text cannot be kept: a bracket without its side, inside another one, or without its end. Null when it can. */
export const bracketFault = (text: string): DomainError | null => parse(text).fault;

/** Brackets by the place they stand in: with nothing but spaces or strokes between them they are one choice. */
export function bracketGroups(text: string): readonly BracketGroup[] {
  const groups: BracketGroup[] = [];
  for (const bracket of parse(text).brackets) {
    const last = groups.at(-1);
    if (last && BETWEEN.test(text.slice(last.end, bracket.start)))
      groups.splice(-1, 1, { ...last, brackets: [...last.brackets, bracket], end: bracket.end });
    else groups.push({ brackets: [bracket], start: bracket.start, end: bracket.end });
  }
  return groups;
}

/** The text with the words of one owner in place of a group of brackets. @throws records.bracketNotFound */
export function acceptBracket(text: string, at: number, by: BracketOwner): string {
  const group = bracketGroups(text)[at];
  const chosen = group?.brackets.find((bracket) => bracket.by === by);
  if (!group || !chosen) throw recordsErrors.bracketNotFound();
  const before = text.slice(0, group.start);
  const after = text.slice(group.end);
  if (chosen.words !== '') return before + chosen.words + after;
  // Without words one of two spaces goes too, and the one before a sign.
  return (/^(?:\s|[,.;:、。]|$)/u.test(after) ? before.replace(/\s$/u, '') : before) + after;
}

/** The owners of each group in its order: two languages of a text correspond when these are the same. */
export const bracketShape = (text: string): string =>
  bracketGroups(text)
    .map(({ brackets }) => brackets.map(({ by }) => by).join('+'))
    .join(' ');

/** Whether everything that a side keeps in brackets is still there: in brackets of that side, or as plain words of the text. */
export function keepsWordsOf(side: Side, before: string, after: string): boolean {
  const now = bracketsIn(after);
  return parse(before)
    .brackets.filter(({ by }) => by === side)
    .every(
      ({ words }) =>
        now.some((bracket) => bracket.by === side && bracket.words === words) ||
        (words === '' ? now.every(({ by }) => by !== side) : plainOf(after, now).includes(words)),
    );
}

/** Brackets as they are typed on Korean and Japanese keyboards, in the one form that is kept: `［ＫＲ：…］` is `[KR: …]`. */
export function plainBrackets(text: string): string {
  return text
    .replaceAll('［', '[')
    .replaceAll('］', ']')
    .replace(/\[\s*([A-Za-zＡ-Ｚａ-ｚ]{2,4})\s*[:：]\s*/gu, (found, tag: string) => {
      const name = tag.normalize('NFKC').toLowerCase();
      if (name === 'both') return '[both: ';
      return name === 'kr' || name === 'jp' ? `[${name.toUpperCase()}: ` : found;
    });
}

function parse(text: string): Parsed {
  const brackets: Bracket[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('[', at);
    const close = text.indexOf(']', at);
    if (open === -1 && close === -1) return { brackets, fault: null };
    if (close !== -1 && (open === -1 || close < open)) return { brackets, fault: unbalanced(close) };
    const [head = '', tag = ''] = OPENING.exec(text.slice(open)) ?? [];
    if (head === '') return { brackets, fault: recordsErrors.bracketUntagged({ at: open + 1 }) };
    const inside = text.indexOf('[', open + 1);
    if (close === -1 || (inside !== -1 && inside < close)) return { brackets, fault: unbalanced(open) };
    const by = bracketOwners.find((owner) => owner === tag.toLowerCase()) ?? 'both';
    brackets.push({ by, words: text.slice(open + head.length, close).trim(), start: open, end: close + 1 });
    at = close + 1;
  }
}

const unbalanced = (at: number): DomainError => recordsErrors.bracketUnbalanced({ at: at + 1 });

function plainOf(text: string, brackets: readonly Bracket[]): string {
  let plain = '';
  let from = 0;
  for (const { start, end } of brackets) {
    plain += `${text.slice(from, start)}\n`;
    from = end;
  }
  return plain + text.slice(from);
}
