import type { LocalizedText, Side } from '#core/kernel';
import type { SupersedeKind } from './papers.types.js';

export interface SymbolParts {
  readonly channelCode: string;
  readonly channelName: LocalizedText;
  readonly ordinalKr: number | null;
  readonly ordinalJp: number | null;
  /** First day of the session, YYYY-MM-DD. */
  readonly startDate: string;
  readonly side: Side;
}

const small = new Set(['AND', 'OF', 'ON', 'THE', 'FOR', 'IN']);

/**
 * Everything of a symbol before its number: `DPF/3/KR/`. Where the sides count the session differently (domain.md 1.1) the year stands
 * in place of the ordinal, so that both call the paper alike.
 */
export function symbolStem(parts: SymbolParts): string {
  const { ordinalKr, ordinalJp, startDate, side } = parts;
  const session = ordinalKr !== null && ordinalKr === ordinalJp ? String(ordinalKr) : startDate.slice(0, 4);
  return `${seriesOf(parts)}/${session}/${side.toUpperCase()}/`;
}

const TAIL: Readonly<Record<SupersedeKind, string>> = { rev: 'Rev.', corr: 'Corr.', add: 'Add.' };

/**
 * The stem of a paper that names another one: a revision is counted on the first paper (`DPF/3/KR/2/Rev.`), a correction or an addition
 * on the very paper it belongs to (`DPF/3/KR/2/Rev.1/Corr.`).
 */
export function supersedingStem(symbol: string, kind: SupersedeKind): string {
  const base = kind === 'rev' ? symbol.replace(/(\/(Rev|Corr|Add)\.\d+)+$/, '') : symbol;
  return `${base}/${TAIL[kind]}`;
}

/** The channel's letters: those of its code (`CH-DPF`), else the initials of its English name, else the end of its code. */
function seriesOf({ channelCode, channelName }: Pick<SymbolParts, 'channelCode' | 'channelName'>): string {
  const code = channelCode.replace(/^CH-/, '');
  if (/^[A-Z][A-Z0-9-]{1,15}$/.test(code)) return code;
  const initials = (channelName.en?.text ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^[A-Za-z0-9]/.test(word) && !small.has(word.toUpperCase()))
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 6);
  return initials.length >= 2
    ? initials
    : code
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(-6)
        .toUpperCase();
}
