import { commonErrors, isSide, newId, type Audience, type LocalizedText, type Side } from '#core/kernel';
import type { DomainEvent, Tx } from '#platform/database';
import { firstDay } from '#forum/provenance';
import type { InstrumentChanged } from '../commitments.events.js';
import type { InstrumentState } from '../domain/commitment.types.js';
import { commitmentsErrors } from '../domain/commitments.errors.js';
import type { ClauseContent, InstrumentContent, InstrumentWords } from '../domain/instrument-content.js';
import type { InstrumentFacts } from '../domain/instrument.lifecycle.js';
import { countGaps } from '../domain/texts.js';

/** An instrument with its clauses while it is being changed. */
export interface LockedInstrument extends InstrumentContent, InstrumentFacts {
  readonly id: string;
  readonly code: string;
  readonly audience: Audience;
  readonly version: number;
}

/** Clauses of a draft stand behind everything that is shared until they are shared themselves. */
const DRAFT_POSITION = 1_000_000;

const clausesSql = `coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'areaId', c.area_id, 'text', c.text,
    'quote', case when c.quote is null then null else jsonb_build_object('text', c.quote, 'lang', c.quote_lang) end, 'chapeau', c.chapeau,
    'strength', c.strength, 'strengthSide', c.strength_side, 'actingSide', c.acting_side, 'krPostId', c.kr_post_id, 'jpPostId', c.jp_post_id,
    'measure', c.measure, 'topicCodes', c.topic_codes,
    'due', case when c.due_value is null then null else jsonb_build_object('value', c.due_value, 'precision', c.due_precision, 'on', c.due_on) end)
  order by c.position, c.id) from forum.commitment c where c.instrument_id = i.id and c.removed_at is null), '[]')`;

/** Locks an instrument; every change of it and of its clauses goes through this lock. @throws commitments.instrumentNotFound, common.staleVersion */
export async function lockInstrument(tx: Tx, id: string, version?: number): Promise<LockedInstrument> {
  await tx.query('select id from forum.instrument where id = $1 for update', [id]);
  const [row] = await tx.query<Omit<LockedInstrument, 'clauseCount' | 'gaps'>>(
    `select i.id, i.code, i.audience, i.version, i.state, i.origin_side as "originSide", i.name, i.kind, i.legal,
            jsonb_build_object('value', i.date_value, 'precision', i.date_precision) as date, i.place, i.session_id as "sessionId",
            i.kr_signatory_post_id as "krSignatoryPostId", i.jp_signatory_post_id as "jpSignatoryPostId", i.copy_languages as "copyLanguages",
            coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.position) from forum.instrument_area a
                       where a.instrument_id = i.id), '[]') as areas, ${clausesSql} as clauses
       from forum.instrument i where i.id = $1`,
    [id],
  );
  if (!row) throw commitmentsErrors.instrumentNotFound();
  if (version !== undefined && row.version !== version) throw commonErrors.staleVersion();
  return { ...row, clauseCount: row.clauses.length, gaps: gapsOf(row) };
}

/** What both keys stand on, out of a locked row. */
export function contentOf(row: LockedInstrument): InstrumentContent {
  const { name, kind, legal, date, place, sessionId, krSignatoryPostId, jpSignatoryPostId, copyLanguages } = row;
  const { areas, clauses } = row;
  return {
    ...{ name, kind, legal, date, place, sessionId, krSignatoryPostId, jpSignatoryPostId, copyLanguages },
    areas: areas.filter(({ id }) => clauses.some((clause) => clause.areaId === id)),
    clauses,
  };
}

/** Languages still to be written or checked in the name, the areas and the clauses. */
export function gapsOf({
  name,
  place,
  areas,
  clauses,
}: Pick<InstrumentContent, 'name' | 'place' | 'areas' | 'clauses'>): number {
  const used = areas.filter(({ id }) => clauses.some((clause) => clause.areaId === id));
  return countGaps([name, place, ...used.map((area) => area.name), ...clauses.flatMap((c) => [c.text, c.measure])]);
}

const wordColumns = `name = $2, kind = $3, legal = $4, date_value = $5, date_precision = $6, sort_date = $7, place = $8, session_id = $9,
  kr_signatory_post_id = $10, jp_signatory_post_id = $11, copy_languages = $12`;

const wordValues = (words: InstrumentWords): unknown[] => [
  ...[words.name, words.kind, words.legal, words.date.value, words.date.precision, firstDay(words.date.value)],
  ...[words.place, words.sessionId, words.krSignatoryPostId, words.jpSignatoryPostId, words.copyLanguages],
];

/** Stores a draft of a side; its code is nobody's but its own until both sides see it. @returns its id */
export async function insertInstrument(tx: Tx, side: Side, words: InstrumentWords): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.instrument (id, code, name, kind, legal, date_value, date_precision, sort_date, place, session_id, kr_signatory_post_id,
                                   jp_signatory_post_id, copy_languages, source_codes, evidence, state, origin_side, audience)
     values ($1, $14, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '{}', 'derived', 'draft', $13, $13)`,
    [id, ...wordValues(words), side, id],
  );
  return id;
}

/** Writes the words of an instrument; its clauses belong to the session it was agreed at. */
export async function saveWords(tx: Tx, row: LockedInstrument, words: InstrumentWords): Promise<void> {
  await tx.query(`update forum.instrument set ${wordColumns} where id = $1`, [row.id, ...wordValues(words)]);
  await tx.query('update forum.commitment set session_id = $2 where instrument_id = $1', [row.id, words.sessionId]);
}

/** Raises the version, writes the state and tells who may know. @returns the new version */
export async function saveState(
  tx: Tx,
  row: Pick<LockedInstrument, 'id' | 'audience' | 'version'>,
  state: InstrumentState,
  event: DomainEvent<InstrumentChanged>,
): Promise<number> {
  const [saved] = await tx.query<{ version: number; audience: Audience }>(
    `update forum.instrument set state = $2, version = version + 1, updated_at = forum.now() where id = $1 returning version, audience`,
    [row.id, state],
  );
  if (!saved) throw commitmentsErrors.instrumentNotFound();
  await tx.publish(
    event,
    { instrumentId: row.id, version: saved.version },
    { audience: saved.audience, subjectType: 'instrument', subjectId: row.id },
  );
  return saved.version;
}

/** Stores an area without a mark: marks are given when both sides see it. */
export async function insertArea(tx: Tx, row: LockedInstrument, name: LocalizedText): Promise<void> {
  const id = newId();
  await tx.query(
    `insert into forum.instrument_area (id, code, instrument_id, position, mark, name, audience) values ($1, $2, $3, $4, $2, $5, $6)`,
    [id, id, row.id, row.areas.length, name, row.audience],
  );
}

const clauseValues = (clause: ClauseContent): unknown[] => [
  ...[clause.areaId, clause.text, clause.quote?.text ?? null, clause.quote?.lang ?? null, clause.chapeau],
  ...[clause.strength, clause.strengthSide, clause.actingSide, clause.krPostId, clause.jpPostId, clause.measure],
  ...[clause.due?.value ?? null, clause.due?.precision ?? null, clause.due?.on ?? null, clause.topicCodes],
];

/** Stores a clause after the others. */
export async function insertClause(tx: Tx, row: LockedInstrument, clause: ClauseContent): Promise<void> {
  await tx.query(
    `insert into forum.commitment (id, code, position, instrument_id, session_id, status, source_codes, evidence, audience, area_id, text, quote,
                                   quote_lang, chapeau, strength, strength_side, acting_side, kr_post_id, jp_post_id, measure, due_value,
                                   due_precision, due_on, topic_codes)
     values ($1, $2, $3, $4, $5, 'proposed', '{}', 'derived', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      ...[clause.id, clause.id, DRAFT_POSITION + row.clauses.length, row.id, row.sessionId, row.audience],
      ...clauseValues(clause),
    ],
  );
  await shareParts(tx, row);
}

export async function saveClause(tx: Tx, row: LockedInstrument, clause: ClauseContent): Promise<void> {
  await tx.query(
    `update forum.commitment set area_id = $2, text = $3, quote = $4, quote_lang = $5, chapeau = $6, strength = $7, strength_side = $8,
            acting_side = $9, kr_post_id = $10, jp_post_id = $11, measure = $12, due_value = $13, due_precision = $14, due_on = $15,
            topic_codes = $16, version = version + 1, updated_at = forum.now() where id = $1`,
    [clause.id, ...clauseValues(clause)],
  );
  await shareParts(tx, row);
}

export async function removeClause(tx: Tx, id: string): Promise<void> {
  await tx.query(`update forum.commitment set removed_at = forum.now(), version = version + 1 where id = $1`, [id]);
}

/** Takes all clauses out of every list, with the instrument that is given up. */
export async function removeClauses(tx: Tx, instrumentId: string): Promise<void> {
  await tx.query(
    `update forum.commitment set removed_at = forum.now(), version = version + 1 where instrument_id = $1 and removed_at is null`,
    [instrumentId],
  );
}

/**
 * Shows a draft to both sides under the next code of its year. Codes are given here and nowhere else, so no gap tells of a draft; for the
 * same reason versions go on from a round number.
 */
export async function shareInstrument(tx: Tx, row: LockedInstrument): Promise<void> {
  const series = `IN-${row.date.value.slice(0, 4)}-`;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 44))', [series]);
  const [last] = await tx.query<{ number: number }>(
    `select coalesce(max(substr(code, length($1::text) + 1)::integer), 0) as number from forum.instrument
      where audience not in ('kr','jp') and code ~ ('^' || $1::text || '[0-9]{1,6}$')`,
    [series],
  );
  const code = `${series}${String((last?.number ?? 0) + 1)}`;
  await tx.query(
    `update forum.instrument set code = $2, audience = 'joint', version = (version / 1000 + 1) * 1000 where id = $1`,
    [row.id, code],
  );
  await shareParts(tx, { id: row.id, code, audience: 'joint' });
}

/** Gives clauses, and areas that have one, their codes and places once both sides see the instrument; what has one keeps it. */
async function shareParts(tx: Tx, row: Pick<LockedInstrument, 'id' | 'code' | 'audience'>): Promise<void> {
  if (isSide(row.audience)) return;
  await tx.query(
    `update forum.commitment c set audience = 'joint', version = 1000, updated_at = forum.now(), code = $2::text || n.number, position = n.position
       from (select o.id, row_number() over w + (select coalesce(max(substr(k.code, length($2::text) + 1)::integer), 0) from forum.commitment k
                    where k.instrument_id = $1 and k.code ~ ('^' || $2::text || '[0-9]{1,6}$')) as number,
                    row_number() over w + (select coalesce(max(p.position), 0) from forum.commitment p
                      where p.audience not in ('kr','jp') and p.position < ${String(DRAFT_POSITION)}) as position
               from forum.commitment o where o.instrument_id = $1 and o.removed_at is null and o.code = o.id::text
             window w as (order by o.position, o.id)) n
      where c.id = n.id`,
    [row.id, `C${row.code.slice(3)}-`],
  );
  await tx.query(
    `update forum.instrument_area a set audience = 'joint', mark = 'A' || n.number, position = n.number - 1, code = $2::text || '/A' || n.number
       from (select o.id, row_number() over (order by o.position, o.id)
                    + (select count(*) from forum.instrument_area k where k.instrument_id = $1 and k.mark <> k.id::text) as number
               from forum.instrument_area o
              where o.instrument_id = $1 and o.mark = o.id::text
                and exists (select 1 from forum.commitment c where c.area_id = o.id and c.removed_at is null)) n
      where a.id = n.id`,
    [row.id, row.code],
  );
}
