import { commonErrors, newId, type Audience, type Language, type LocalizedText, type Side } from '#core/kernel';
import type { Tx } from '#platform/database';
import { papersErrors } from '../domain/papers.errors.js';
import type { Grade, PaperRow, ReleaseTarget, SupersedeKind } from '../domain/papers.types.js';
import { findPaper } from '../queries/papers.js';

/** Locks a paper; every change of it and of its files goes through this lock. @throws papers.notFound, common.staleVersion */
export async function lockPaper(tx: Tx, id: string, version?: number): Promise<PaperRow> {
  await tx.query('select id from forum.paper where id = $1 for update', [id]);
  const paper = await findPaper(tx, id);
  if (!paper) throw papersErrors.notFound();
  if (version !== undefined && paper.version !== version) throw commonErrors.staleVersion();
  return paper;
}

export interface NewPaper {
  readonly sessionId: string;
  readonly side: Side;
  readonly title: LocalizedText;
  readonly originalLang: Language;
  readonly grade: Grade;
  readonly supersedes: { readonly paperId: string; readonly kind: SupersedeKind } | null;
}

/** Stores a paper that only its own side sees; gives its id. */
export async function insertPaper(tx: Tx, paper: NewPaper): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into forum.paper (id, session_id, origin_side, title, original_lang, grade, supersedes_id, supersedes_kind, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $3)`,
    [
      id,
      paper.sessionId,
      paper.side,
      paper.title,
      paper.originalLang,
      paper.grade,
      paper.supersedes?.paperId ?? null,
      paper.supersedes?.kind ?? null,
    ],
  );
  return id;
}

/** Writes a paper's present words and state and raises its version, which it gives. */
export async function savePaper(tx: Tx, paper: Pick<PaperRow, 'id' | 'title' | 'grade' | 'state'>): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `update forum.paper set title = $2, grade = $3, state = $4, version = version + 1, updated_at = forum.now(),
            withdrawn_at = case when $4 = 'withdrawn' then forum.now() end
      where id = $1 returning version`,
    [paper.id, paper.title, paper.grade, paper.state],
  );
  if (!row) throw papersErrors.notFound();
  return row.version;
}

/**
 * Shows a paper to both sides under the next number of its stem. Numbers are given here and nowhere else, so they have no gap that
 * would tell of a draft; for the same reason versions go on from a round number and revisions of files begin at 1.
 */
export async function sharePaper(tx: Tx, paper: PaperRow, stem: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 34))', [stem]);
  await tx.query(
    `update forum.paper set state = 'released', audience = 'joint', shared_at = forum.now(), symbol_stem = $2,
            symbol_number = (select coalesce(max(o.symbol_number), 0) + 1 from forum.paper o where o.symbol_stem = $2),
            version = (version / 1000 + 1) * 1000, updated_at = forum.now()
      where id = $1`,
    [paper.id, stem],
  );
  await tx.query(
    `update forum.paper_file set audience = 'joint', revision = 1, shared_at = forum.now() where paper_id = $1 and replaced_at is null`,
    [paper.id],
  );
  await alignLinks(tx, paper.id);
}

/** Opens a paper and its present files to more readers; what was replaced keeps the readers it had. */
export async function widenPaper(tx: Tx, paperId: string, to: ReleaseTarget): Promise<void> {
  const narrower = to === 'public' ? ['joint', 'business'] : ['joint'];
  await tx.query(
    `update forum.paper set audience = case when audience = any ($3::text[]) then $2 else audience end, version = version + 1, updated_at = forum.now()
      where id = $1`,
    [paperId, to, narrower],
  );
  await tx.query(
    `update forum.paper_file set audience = $2 where paper_id = $1 and replaced_at is null and audience = any ($3::text[])`,
    [paperId, to, narrower],
  );
  await alignLinks(tx, paperId);
}

/** Gives the links of a paper to items the more private audience of the two. */
export async function alignLinks(tx: Tx, paperId: string): Promise<void> {
  const width = (audience: string) => `array_position(array['kr','jp','joint','business','public'], ${audience})`;
  await tx.query(
    `update forum.paper_agenda_item l set audience = case when ${width('p.audience')} < ${width('i.audience')} then p.audience else i.audience end
       from forum.paper p, forum.agenda_item i
      where p.id = l.paper_id and i.id = l.item_id and p.id = $1
        and l.audience <> case when ${width('p.audience')} < ${width('i.audience')} then p.audience else i.audience end`,
    [paperId],
  );
}

/** The agenda items a paper belongs to, set anew. @throws papers.itemNotFound for an item of another session or none to see */
export async function linkItems(tx: Tx, paper: PaperRow, itemIds: readonly string[]): Promise<void> {
  const found = await tx.query<{ id: string }>(
    `select i.id from forum.agenda_item i join forum.agenda a on a.id = i.agenda_id
      where a.session_id = $1 and i.id = any ($2::uuid[]) and i.state <> 'withdrawn'`,
    [paper.sessionId, itemIds],
  );
  if (found.length !== new Set(itemIds).size) throw papersErrors.itemNotFound();
  await tx.query(
    `update forum.paper_agenda_item set removed_at = forum.now() where paper_id = $1 and removed_at is null and item_id <> all ($2::uuid[])`,
    [paper.id, itemIds],
  );
  for (const { id } of found)
    await tx.query(
      `insert into forum.paper_agenda_item (id, paper_id, item_id, audience) values ($1, $2, $3, $4)
       on conflict on constraint uq_paper_agenda_item_paper_id_item_id do update set removed_at = null`,
      [newId(), paper.id, id, paper.side],
    );
  await alignLinks(tx, paper.id);
}

/** Plans a release. `audience` is who may know of the plan. */
export async function planRelease(
  tx: Tx,
  paperId: string,
  to: ReleaseTarget,
  at: string,
  audience: Audience,
): Promise<void> {
  await tx.query(
    `insert into forum.paper_release (id, paper_id, to_audience, planned_at, audience) values ($1, $2, $3, $4, $5)`,
    [newId(), paperId, to, at, audience],
  );
}

/** Gives planned releases up, all of a paper or those of one audience; gives the audiences they were for. */
export async function cancelReleases(
  tx: Tx,
  paperId: string,
  { to, reason }: { readonly to?: ReleaseTarget; readonly reason?: string | null } = {},
): Promise<ReleaseTarget[]> {
  const rows = await tx.query<{ to: ReleaseTarget }>(
    `update forum.paper_release set cancelled_at = forum.now(), cancelled_reason = $3
      where paper_id = $1 and done_at is null and cancelled_at is null and ($2::text is null or to_audience = $2) returning to_audience as to`,
    [paperId, to ?? null, reason ?? null],
  );
  return rows.map((row) => row.to);
}

/** Marks the planned release to an audience as carried, if there is one. */
export async function settleRelease(tx: Tx, paperId: string, to: ReleaseTarget): Promise<void> {
  await tx.query(
    `update forum.paper_release set done_at = forum.now() where paper_id = $1 and to_audience = $2 and done_at is null and cancelled_at is null`,
    [paperId, to],
  );
}
