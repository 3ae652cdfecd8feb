import { commonErrors, newId, type Audience } from '#core/kernel';
import type { Tx } from '#platform/database';
import { contentHash } from '#forum/two-key';
import { glossaryErrors } from '../domain/glossary.errors.js';
import type { TermState } from '../domain/glossary.lifecycle.js';
import type { TermChange, TermContent, TermRow } from '../domain/glossary.types.js';
import { contentOf, foldedOf, wordsAsText } from '../domain/term-content.js';
import { findTerm } from '../queries/terms.js';

/**
 * Locks a term; every change of it and every proposal about it goes through this lock.
 * @throws glossary.notFound, common.staleVersion
 */
export async function lockTerm(tx: Tx, id: string, version?: number): Promise<TermRow> {
  await tx.query('select id from forum.glossary_term where id = $1 for update', [id]);
  const term = await findTerm(tx, id);
  if (!term || term.state === 'dropped') throw glossaryErrors.notFound();
  if (version !== undefined && term.version !== version) throw commonErrors.staleVersion();
  return term;
}

/** Stores a proposed term. @returns its id. @throws glossary.codeTaken by the unique key */
export async function insertProposed(tx: Tx, content: TermContent): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.glossary_term (id, code, words, forms, note, binding, folded) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, ...values(content)],
  );
  return id;
}

/** The columns of a content, in the order of `insertProposed`. */
function values(content: TermContent): unknown[] {
  const { code, words, note, binding } = content;
  const forms = Object.fromEntries(Object.entries(words).map(([lang, { also, avoid }]) => [lang, { also, avoid }]));
  return [code, wordsAsText(words), JSON.stringify(forms), note, binding, foldedOf(content)];
}

/** Writes an agreed content; from now on everybody reads it. @returns the new version */
export async function saveAgreed(tx: Tx, term: TermRow, state: TermState, content: TermContent): Promise<number> {
  const [saved] = await tx.query<{ version: number }>(
    `update forum.glossary_term
        set state = $3, audience = 'public', origin = 'people', words = $4, forms = $5, note = $6, binding = $7, folded = $8,
            version = version + 1, updated_at = forum.now()
      where id = $1 and version = $2 returning version`,
    [term.id, term.version, state, ...values(content).slice(1)],
  );
  if (!saved) throw commonErrors.staleVersion();
  return saved.version;
}

/** Words of a term that is only proposed, so that lists and searches show what is proposed now. */
export async function saveProposed(tx: Tx, term: TermRow, content: TermContent): Promise<void> {
  await tx.query(
    `update forum.glossary_term set words = $2, forms = $3, note = $4, binding = $5, folded = $6, version = version + 1, updated_at = forum.now()
      where id = $1`,
    [term.id, ...values(content).slice(1)],
  );
}

export async function saveState(tx: Tx, term: TermRow, state: TermState): Promise<number> {
  const [saved] = await tx.query<{ version: number }>(
    `update forum.glossary_term set state = $2, version = version + 1, updated_at = forum.now() where id = $1 returning version`,
    [term.id, state],
  );
  return saved?.version ?? term.version;
}

/** Keeps a wording for ever. */
export async function keepVersion(
  tx: Tx,
  termId: string,
  change: TermChange,
  content: TermContent,
  proposalId: string,
): Promise<void> {
  const kept = contentOf(content);
  await tx.query(
    `insert into forum.glossary_version (id, term_id, number, change, content, content_hash, proposal_id)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from forum.glossary_version where term_id = $2`,
    [newId(), termId, change, JSON.stringify(kept), contentHash(JSON.parse(JSON.stringify(kept))), proposalId],
  );
}

/** Whom an event about a term may reach. */
export const audienceOf = (state: TermState): Audience =>
  state === 'agreed' || state === 'retired' ? 'public' : 'joint';
