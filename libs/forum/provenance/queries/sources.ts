import type { Reader } from '#platform/database';
import type { ConflictRow, SourceRow } from '../domain/provenance.types.js';
import { numberKey, readPage, type Page, type PageAsk } from './page.js';

const sourceObject = `jsonb_build_object('code', so.code, 'kind', so.kind, 'title', so.title, 'published', so.published, 'language', so.language,
  'reliability', so.reliability, 'address', so.address, 'note', so.note)`;

/**
 * SQL that gives the sources of a row as a JSON list of `SourceRow`, in the order of its codes.
 * @param codes an SQL expression for a text[] of source codes, e.g. `c.source_codes`; never user text
 */
export function sourcesAs(codes: string): string {
  return `coalesce((select jsonb_agg(${sourceObject} order by array_position(${codes}, so.code)) from forum.source so where so.code = any (${codes})), '[]')`;
}

/**
 * SQL that gives the conflicts that touch a row as a JSON list of `ConflictRow`, each with both sources.
 * @param code an SQL expression for the row's code in the record, e.g. `i.code`
 */
export function conflictsAs(code: string): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('code', co.code, 'topic', co.topic, 'text', co.text, 'handling', co.handling,
            'subjectCodes', co.subject_codes, 'sources', ${sourcesAs('co.source_codes')}) order by co.position)
            from forum.conflict co where ${code} = any (co.subject_codes)), '[]')`;
}

/** All sources, seeds first, then by their code. */
export async function listSources(reader: Reader, ask: PageAsk): Promise<Page<SourceRow & { id: string }>> {
  const select =
    'select so.id, so.code, so.kind, so.title, so.published, so.language, so.reliability, so.address, so.note, so.code as "sortKey" from forum.source so';
  return readPage(reader, { select, params: [] }, ask);
}

/** All contradictions of sources that the reader may see. */
export async function listConflicts(reader: Reader, ask: PageAsk): Promise<Page<ConflictRow & { id: string }>> {
  const select = `select co.id, co.code, co.topic, co.text, co.handling, co.subject_codes as "subjectCodes", ${sourcesAs('co.source_codes')} as sources,
                         ${numberKey('co.position')} as "sortKey" from forum.conflict co`;
  return readPage(reader, { select, params: [] }, ask);
}
