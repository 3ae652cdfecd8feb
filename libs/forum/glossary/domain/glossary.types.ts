import { LANGUAGES, type Language, type LocalizedText } from '#core/kernel';
import type { TermState } from './glossary.lifecycle.js';

/** What one language calls a thing: the agreed form, forms that may stand in its place, and forms to avoid. */
export interface TermForms {
  readonly term: string;
  readonly also: readonly string[];
  readonly avoid: readonly string[];
}

export type TermWords = Readonly<Record<Language, TermForms>>;

/** What both keys stand on when a term is agreed. */
export interface TermContent {
  /** Area and name, e.g. `radio.allocation`; for ever. */
  readonly code: string;
  readonly words: TermWords;
  readonly note: LocalizedText | null;
  /** Whether a text that says the thing in one language and not in its agreed form in another is warned of. */
  readonly binding: boolean;
}

/** One term as stored. `updatedAt` is ISO 8601 UTC. */
export interface TermRow extends TermContent {
  readonly id: string;
  readonly state: TermState;
  /** `file`: as the installation's list has it; `people`: agreed here. */
  readonly origin: 'file' | 'people';
  readonly version: number;
  readonly updatedAt: string;
}

export const termChanges = ['new', 'change', 'retirement', 'restoration'] as const;
export type TermChange = (typeof termChanges)[number];

/** Content of the proposal `glossary.term`. `base` is the version it was written against. */
export interface TermProposal extends TermContent {
  readonly change: TermChange;
  readonly base: number;
}

/** The part of a code before its point: what a term belongs to. */
export const areaOf = (code: string): string => code.split('.', 1)[0] ?? '';

/** The areas of the installation's list, in its order. Another list may bring its own. */
export const AREAS = [
  ...['name', 'org', 'conf', 'rank', 'level', 'mtg', 'agenda', 'doc', 'instr', 'act', 'chan', 'sess', 'deleg', 'intp'],
  ...['radio', 'svc', 'issue', 'topic', 'expo', 'exch', 'role', 'remind', 'ui', 'cal', 'hist'],
] as const satisfies readonly string[];

/** Words of the desk's own screens: looked up, but never looked for in what people write. */
export const INTERFACE_AREAS: readonly string[] = ['ui', 'remind', 'role'];

/** The forms of a jsonb column; what is not of that shape is no form. */
export function formsOf(stored: unknown): Readonly<Record<Language, Pick<TermForms, 'also' | 'avoid'>>> {
  const of = (lang: Language, kind: 'also' | 'avoid'): string[] => {
    const found = member(member(stored, lang), kind);
    return Array.isArray(found) ? found.filter((form): form is string => typeof form === 'string') : [];
  };
  const [ko, ja, en] = LANGUAGES.map((lang) => ({ also: of(lang, 'also'), avoid: of(lang, 'avoid') }));
  const none = { also: [], avoid: [] };
  return { ko: ko ?? none, ja: ja ?? none, en: en ?? none };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
