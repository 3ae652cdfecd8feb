import type { ErrorParams, Language } from '#core/kernel';

export const termFileFormats = ['tsv', 'tbx'] as const;
export type TermFileFormat = (typeof termFileFormats)[number];

export interface RowFault {
  readonly code: string;
  readonly params: ErrorParams;
}

/** What a file says of one language of a term; undefined lists are not spoken of. */
export interface GivenForms {
  readonly term: string;
  readonly also: readonly string[];
  readonly avoid: readonly string[] | undefined;
  /** The cell of the five-column list it was read from, `간섭(혼신)`; null where the file tells forms apart. */
  readonly cell: string | null;
}

/** One term of a file as written: cleaned, not yet judged. */
export interface FileTerm {
  /** Line of a table, position in a TBX file; from 1. */
  readonly line: number;
  readonly code: string;
  readonly words: Readonly<Record<Language, GivenForms>>;
  /** Undefined: the file has no notes at all. */
  readonly note: { readonly [L in Language]?: string } | undefined;
  readonly binding: boolean | undefined;
  readonly fault: RowFault | null;
}
