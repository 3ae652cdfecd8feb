import type { Reader } from '#platform/database';
import { contentHash } from '#forum/two-key';
import type { TermFileFormat } from '../domain/file-term.types.js';
import type { TermContent } from '../domain/glossary.types.js';
import { planImport, type KnownTerm, type RowPlan } from '../domain/plan-import.js';
import { readTermFile } from '../files/read-term-file.js';
import { termsByCode } from './terms.js';

export interface ImportPlan {
  readonly rows: readonly RowPlan[];
  /** Of file and glossary as they are now: an import names it, so that nothing else is taken over than what was shown. */
  readonly seen: string;
}

/** What an import of a file would propose, row by row. @throws the faults of a file that cannot be read */
export async function previewImport(reader: Reader, bytes: Uint8Array, format: TermFileFormat): Promise<ImportPlan> {
  const file = readTermFile(bytes, format);
  const terms = await termsByCode(reader);
  const open = await reader.query<{ id: string; content: TermContent }>(
    `select subject_id as id, content from forum.proposal
      where subject_type = 'glossary_term' and state = 'open' and content ->> 'change' in ('new', 'change')`,
  );
  const proposed = new Map(open.map(({ id, content }) => [id, content]));
  const known = new Map<string, KnownTerm>(
    terms.map((term) => [term.code, { term, proposed: proposed.get(term.id) ?? null }]),
  );
  const rows = planImport(known, file);
  const marks = rows.map((plan) => [
    plan.row.line,
    plan.outcome,
    'term' in plan ? plan.term.version : 0,
    'content' in plan ? JSON.stringify(plan.content) : '',
  ]);
  return { rows, seen: contentHash(marks) };
}
