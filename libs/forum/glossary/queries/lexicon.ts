import type { Reader } from '#platform/database';
import { checkTexts, type CheckInput, type GlossaryCheck } from '../domain/check-texts.js';
import { compileLexicon, type Lexicon } from '../domain/lexicon.js';
import { asTerm, termColumns, type StoredTerm } from './terms.js';

/** The compiled glossary of this process and the state of the table it was made from. Agreed terms are the same for every reader. */
const kept = new Map<string, Lexicon>();

/** Agreed terms ready for searching texts; read again only when a term has changed since. */
export async function readLexicon(reader: Reader): Promise<Lexicon> {
  const [stamp] = await reader.query<{ stamp: string }>(
    `select current_database() || ' ' || count(*) || ' ' || sum(version) || ' ' || coalesce(extract(epoch from max(updated_at))::text, '') as stamp
       from forum.glossary_term where audience = 'public'`,
  );
  const key = stamp?.stamp ?? '';
  const known = kept.get(key);
  if (known) return known;
  const rows = await reader.query<StoredTerm>(
    `select ${termColumns} from forum.glossary_term g where g.state = 'agreed' and g.audience = 'public' order by g.code`,
  );
  const lexicon = compileLexicon(rows.map(asTerm));
  kept.clear();
  kept.set(key, lexicon);
  return lexicon;
}

/** Reads texts against the agreed terms. Nothing of them is kept. */
export async function checkGlossary(reader: Reader, input: CheckInput): Promise<GlossaryCheck> {
  return checkTexts(await readLexicon(reader), input);
}
