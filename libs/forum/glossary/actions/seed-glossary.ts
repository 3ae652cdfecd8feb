import { newId } from '#core/kernel';
import type { Tx } from '#platform/database';
import { contentHash } from '#forum/two-key';
import { readListedTerms, type ListFiles } from '../domain/listed-terms.js';
import { contentOf, foldedOf, wordsAsText } from '../domain/term-content.js';
import { glossaryLoaded } from '../glossary.events.js';

/**
 * Writes the terms of the installation's list. Idempotent: a term already there only takes what the list has corrected since, and one that
 * was ever agreed, proposed or retired by people is left alone. Gives the number of terms written or changed.
 */
export async function seedGlossary(tx: Tx, files: ListFiles): Promise<number> {
  const terms = readListedTerms(files).map((content) => {
    const { code, words, note, binding } = content;
    const kept = contentOf(content);
    const forms = Object.fromEntries(Object.entries(words).map(([lang, { also, avoid }]) => [lang, { also, avoid }]));
    return {
      ...{ id: newId(), code, words: wordsAsText(words), forms, note, binding, folded: foldedOf(content) },
      ...{ version_id: newId(), content: kept, hash: contentHash(JSON.parse(JSON.stringify(kept))) },
    };
  });
  const written = await tx.query<{ id: string; version: number }>(
    `insert into forum.glossary_term as g (id, code, state, words, forms, note, binding, folded, origin, audience)
     select id, code, 'agreed', words, forms, note, binding, folded, 'file', 'public'
       from jsonb_to_recordset($1::jsonb) as t(id uuid, code text, words jsonb, forms jsonb, note jsonb, binding boolean, folded text)
     on conflict (code) where state <> 'dropped' do update
        set words = excluded.words, forms = excluded.forms, note = excluded.note, binding = excluded.binding, folded = excluded.folded,
            version = g.version + 1, updated_at = forum.now()
      where g.origin = 'file' and g.state = 'agreed'
        and (g.words, g.forms, g.note, g.binding) is distinct from (excluded.words, excluded.forms, excluded.note, excluded.binding)
        and not exists (select 1 from forum.proposal o where o.subject_id = g.id and o.subject_type = 'glossary_term' and o.state = 'open')
     returning g.id, g.version`,
    [JSON.stringify(terms)],
  );
  if (written.length === 0) return 0;
  await tx.query(
    `insert into forum.glossary_version (id, term_id, number, change, content, content_hash)
     select t.version_id, g.id, coalesce((select max(v.number) from forum.glossary_version v where v.term_id = g.id), 0) + 1, 'file', t.content, t.hash
       from jsonb_to_recordset($1::jsonb) as t(version_id uuid, code text, content jsonb, hash text)
       join forum.glossary_term g on g.code = t.code and g.state <> 'dropped'
      where g.id = any ($2::uuid[])`,
    [JSON.stringify(terms), written.map(({ id }) => id)],
  );
  const inserted = written.filter(({ version }) => version === 1).length;
  await tx.publish(
    glossaryLoaded,
    { inserted, updated: written.length - inserted },
    { audience: 'joint', subjectType: 'glossary', subjectId: newId() },
  );
  return written.length;
}
