import { type Language, type LocalizedText, type Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { SubjectSeen } from '#forum/two-key';
import { foldForSearch } from '../domain/fold.js';
import { formsOf, type TermForms, type TermRow } from '../domain/glossary.types.js';
import type { TermState } from '../domain/glossary.lifecycle.js';

/** Columns of a stored term `g`. */
export const termColumns = `g.id, g.code, g.state, g.words, g.forms, g.note, g.binding, g.origin, g.version, g.updated_at as "updatedAt"`;

export interface StoredTerm {
  readonly id: string;
  readonly code: string;
  readonly state: TermState;
  readonly words: LocalizedText;
  readonly forms: unknown;
  readonly note: LocalizedText | null;
  readonly binding: boolean;
  readonly origin: 'file' | 'people';
  readonly version: number;
  readonly updatedAt: Date;
}

export function asTerm({ words, forms, updatedAt, ...row }: StoredTerm): TermRow {
  const stored = formsOf(forms);
  const of = (lang: Language): TermForms => ({ term: words[lang]?.text ?? '', ...stored[lang] });
  return { ...row, words: { ko: of('ko'), ja: of('ja'), en: of('en') }, updatedAt: updatedAt.toISOString() };
}

export interface TermFilter {
  /** Any part of any form in any language, of the code or of a note. */
  readonly search?: string | undefined;
  readonly area?: string | undefined;
  /** Without one: what is agreed or proposed. */
  readonly state?: TermState | undefined;
  /** Only terms with an open proposal. */
  readonly open?: boolean | undefined;
  /** In whose order, and in which language a term that begins with the search stands first. */
  readonly language: Language;
  readonly limit: number;
  readonly offset: number;
}

const COLLATIONS: Record<Language, string> = { ko: 'ko-x-icu', ja: 'ja-x-icu', en: 'en-x-icu' };

/** Terms as a dictionary gives them: the very word first, then what begins with it, then the rest; up to `limit + 1` rows. */
export async function listTerms(reader: Reader, filter: TermFilter): Promise<TermRow[]> {
  const sought = foldForSearch(filter.search ?? '');
  const rows = await reader.query<StoredTerm>(
    `select ${termColumns} from forum.glossary_term g
      where ($1 = '' or strpos(g.folded, $1) > 0)
        and ($2::text is null or split_part(g.code, '.', 1) = $2)
        and (case when $3::text is null then g.state in ('agreed', 'proposed') else g.state = $3 end)
        and (not $4 or ${hasOpen})
      order by case when $1 = '' then 0 when strpos(E'\\n' || g.folded || E'\\n', E'\\n' || $1 || E'\\n') > 0 then 1
                    when strpos(E'\\n' || g.folded, E'\\n' || $1) > 0 then 2 else 3 end,
               (g.words -> $5 ->> 'text') ~ '^[〜~{○]', (g.words -> $5 ->> 'text') collate "${COLLATIONS[filter.language]}", g.id
      limit $6 offset $7`,
    [
      sought,
      filter.area ?? null,
      filter.state ?? null,
      filter.open ?? false,
      filter.language,
      filter.limit + 1,
      filter.offset,
    ],
  );
  return rows.map(asTerm);
}

const hasOpen = `exists (select 1 from forum.proposal o where o.subject_type = 'glossary_term' and o.subject_id = g.id and o.state = 'open')`;

/** How many terms each area has that the filter's search finds, areas in the order of their names. */
export async function countAreas(
  reader: Reader,
  filter: Pick<TermFilter, 'search' | 'state' | 'open'>,
): Promise<{ readonly area: string; readonly count: number }[]> {
  return reader.query(
    `select split_part(g.code, '.', 1) as area, count(*)::integer as count from forum.glossary_term g
      where ($1 = '' or strpos(g.folded, $1) > 0)
        and (case when $2::text is null then g.state in ('agreed', 'proposed') else g.state = $2 end) and (not $3 or ${hasOpen})
      group by 1 order by 1`,
    [foldForSearch(filter.search ?? ''), filter.state ?? null, filter.open ?? false],
  );
}

/** One term, or undefined when there is none to see. */
export async function findTerm(reader: Reader, id: string): Promise<TermRow | undefined> {
  const [row] = await reader.query<StoredTerm>(`select ${termColumns} from forum.glossary_term g where g.id = $1`, [
    id,
  ]);
  return row && asTerm(row);
}

/** Terms that stand under these codes, or all of them. */
export async function termsByCode(reader: Reader, codes?: readonly string[]): Promise<TermRow[]> {
  const rows = await reader.query<StoredTerm>(
    `select ${termColumns} from forum.glossary_term g
      where g.state <> 'dropped' and ($1::text[] is null or g.code = any ($1)) order by g.code`,
    [codes ?? null],
  );
  return rows.map(asTerm);
}

/** What proposals about terms are about: the term in three languages, and its page. */
export async function termSubjects(
  reader: Reader,
  _side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SubjectSeen>> {
  const rows = await reader.query<{ id: string; title: LocalizedText }>(
    'select g.id, g.words as title from forum.glossary_term g where g.id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, title }) => [id, { title, path: `/glossary/${id}` }]));
}
