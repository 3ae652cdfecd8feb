import { commonErrors } from './common-errors.js';
import type { DomainError } from './domain-error.js';

export interface TextRules {
  /** Longest length in code points, after cleaning. */
  readonly max: number;
  /** Allow line breaks; CR LF and CR become LF. */
  readonly multiline?: boolean;
  /** Give '' for a blank text instead of refusing it. */
  readonly optional?: boolean;
}

// Bidi embeddings, overrides and isolates can make a text read as another one (U+202A–202E, U+2066–2069).
const BIDI = /[\u202a-\u202e\u2066-\u2069]/u;
// Control characters, lone surrogates, the two separators and the two non-characters.
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/u;
// Letters that print nothing: format characters and the hangul fillers.
const INVISIBLE = /[\p{Cf}\p{White_Space}\u115f\u1160\u3164\uffa0]/gu;

/** Length as people count it: code points, not UTF-16 units. */
export const textLength = (text: string): number => Array.from(text).length;

/** The error of a text from outside, or null. Never throws, so a validator can use it. */
export function textFault(value: unknown, rules: TextRules): DomainError | null {
  if (value === undefined || value === null) return commonErrors.required();
  if (typeof value !== 'string') return commonErrors.malformed();
  const text = normalise(value);
  if (BIDI.test(text)) return commonErrors.badText();
  if (CONTROL.test(rules.multiline ? text.replaceAll('\n', '') : text)) return commonErrors.badText();
  if (!rules.optional && text.replace(INVISIBLE, '') === '') return commonErrors.required();
  if (textLength(text) > rules.max) return commonErrors.tooLong({ max: rules.max });
  return null;
}

/**
 * A text from outside made fit to keep: NFC, trimmed, tabs as spaces, one kind of line break.
 * Throws common.required, common.malformed, common.badText or common.tooLong (pitfalls.md 48, 59, 60).
 */
export function cleanText(value: unknown, rules: TextRules): string {
  const fault = textFault(value, rules);
  if (fault) throw fault;
  return normalise(String(value));
}

/** Full-width digits, Latin letters and signs made plain: for numbers, dates, codes and addresses only (pitfalls.md 54, 55). */
export const cleanCode = (value: string): string => value.normalize('NFKC').trim();

function normalise(value: string): string {
  return value.replace(/\r\n?/gu, '\n').replaceAll('\t', ' ').trim().normalize('NFC');
}
