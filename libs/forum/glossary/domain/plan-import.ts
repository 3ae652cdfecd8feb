import type { Language, LocalizedText } from '#core/kernel';
import { perLanguage, saysStored } from './cell.js';
import { glossaryErrors } from './glossary.errors.js';
import type { TermContent, TermForms, TermRow } from './glossary.types.js';
import { changedParts, formFault, isCode, noteOf, type ChangedPart } from './term-content.js';
import type { FileTerm, GivenForms, RowFault } from './file-term.types.js';

/** What the import of one row does: `proposed` is an open proposal that says the same already. */
export type RowPlan = { readonly row: FileTerm } & (
  | { readonly outcome: 'added'; readonly content: TermContent }
  | {
      readonly outcome: 'changed';
      readonly term: TermRow;
      readonly content: TermContent;
      readonly parts: readonly ChangedPart[];
    }
  | { readonly outcome: 'unchanged' | 'proposed'; readonly term: TermRow }
  | { readonly outcome: 'refused'; readonly fault: RowFault }
);

/** What is known of a code: its term and what is openly proposed for it. */
export interface KnownTerm {
  readonly term: TermRow;
  readonly proposed: TermContent | null;
}

/** Judges the rows of a file against the glossary, in the order of the file. Terms the file does not name stay as they are. */
export function planImport(known: ReadonlyMap<string, KnownTerm>, rows: readonly FileTerm[]): RowPlan[] {
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const refused = (error: RowFault): RowPlan => ({
      row,
      outcome: 'refused',
      fault: { code: error.code, params: error.params },
    });
    if (row.fault) return refused(row.fault);
    if (!isCode(row.code)) return refused(glossaryErrors.codeMalformed());
    const before = lines.get(row.code);
    if (before !== undefined) return refused(glossaryErrors.rowTwice({ line: before }));
    lines.set(row.code, row.line);
    const match = known.get(row.code);
    const content = contentFor(row, match?.term);
    const twice = formFault(content.words);
    if (twice) return refused(twice);
    if (!match) return { row, outcome: 'added', content };
    return planKnown(row, match, content);
  });
}

function planKnown(row: FileTerm, { term, proposed }: KnownTerm, content: TermContent): RowPlan {
  if (proposed && changedParts(proposed, content).length === 0) return { row, outcome: 'proposed', term };
  const parts = changedParts(term, content);
  if (parts.length === 0) return { row, outcome: 'unchanged', term };
  if (term.state === 'retired')
    return { row, outcome: 'refused', fault: { code: glossaryErrors.retired.code, params: {} } };
  return { row, outcome: 'changed', term, content, parts };
}

/** What the row would make of the term; what the file does not speak of stays. */
function contentFor(row: FileTerm, term: TermRow | undefined): TermContent {
  return {
    code: row.code,
    words: perLanguage((lang) => formsFor(row.words[lang], lang, term?.words[lang])),
    note: noteFor(row, term?.note ?? null),
    binding: row.binding ?? term?.binding ?? false,
  };
}

function formsFor(given: GivenForms, lang: Language, stored: TermForms | undefined): TermForms {
  const { term, also, avoid, cell } = given;
  if (cell !== null && stored && saysStored(cell, lang, stored)) return { ...stored, avoid: avoid ?? stored.avoid };
  return { term, also, avoid: avoid ?? stored?.avoid ?? [] };
}

const noteFor = ({ note }: FileTerm, stored: LocalizedText | null): LocalizedText | null =>
  note === undefined
    ? stored
    : noteOf({ ko: note.ko || stored?.ko?.text, ja: note.ja || stored?.ja?.text, en: note.en });
