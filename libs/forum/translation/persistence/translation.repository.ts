import { commonErrors, newId, type DatabaseRole, type LocalizedText } from '#core/kernel';
import type { DomainEvent, Tx } from '#platform/database';
import type { TranslationState } from '../domain/translation.lifecycle.js';
import { translationErrors } from '../domain/translation.errors.js';
import type { TranslationEventName, TranslationRequest } from '../domain/translation.types.js';
import { requestColumns } from '../queries/translation-columns.js';
import type { TranslatableObject } from '../translatable.js';
import { TRANSLATION_SUBJECT, type TranslationChanged } from '../translation.events.js';

/** Roles that may write at all; others may not even lock what they can read. */
const WRITERS: readonly DatabaseRole[] = ['forum_kr', 'forum_jp', 'forum_joint', 'forum_worker'];

/**
 * Takes the request until the transaction ends. Whoever also writes texts does that first: an owner's lock comes before a request's,
 * as in the transaction of an edit that takes a request up again.
 * @param version what the actor has seen; left out where only the texts are written
 * @throws translation.notFound, common.forbidden for a reader who changes nothing, common.staleVersion
 */
export async function lockRequest(tx: Tx, id: string, version?: number): Promise<TranslationRequest> {
  const writes = WRITERS.includes(tx.actor.databaseRole);
  const [request] = await tx.query<TranslationRequest>(
    `select ${requestColumns} from forum.translation_request q where q.id = $1 ${writes ? 'for update' : ''}`,
    [id],
  );
  if (!request) throw translationErrors.notFound();
  if (!writes) throw commonErrors.forbidden();
  if (version !== undefined && request.version !== version) throw commonErrors.staleVersion();
  return request;
}

export interface NewUnit {
  readonly objectId: string;
  readonly field: string;
}

export type NewRequest = Omit<
  TranslationRequest,
  'translatorUserId' | 'deliveredUserId' | 'checkedUserId' | 'outdatedAt' | 'state' | 'version'
>;

export async function insertRequest(tx: Tx, request: NewRequest, units: readonly NewUnit[]): Promise<void> {
  await tx.query(
    `insert into forum.translation_request (id, container_type, container_id, session_id, whole, from_lang, to_lang, due_on, requested_side,
                                            requested_post_id, translator_post_id, checker_post_id, note, amount, audience)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      request.id,
      request.containerType,
      request.containerId,
      request.sessionId,
      request.whole,
      request.fromLang,
      request.toLang,
      request.dueOn,
      request.requestedSide,
      request.requestedPostId,
      request.translatorPostId,
      request.checkerPostId,
      request.note,
      request.amount,
      request.audience,
    ],
  );
  await addUnits(tx, request, units, 0);
}

/** Adds texts after the others; those it has stay as they are. */
export async function addUnits(
  tx: Tx,
  request: Pick<TranslationRequest, 'id' | 'audience'>,
  units: readonly NewUnit[],
  after: number,
): Promise<void> {
  const rows = units.map((unit, index) => ({
    id: newId(),
    object_id: unit.objectId,
    field: unit.field,
    position: after + index + 1,
  }));
  await tx.query(
    `insert into forum.translation_unit (id, request_id, object_id, field, position, audience)
     select r.id, $1, r.object_id, r.field, r.position, $2
       from jsonb_to_recordset($3::jsonb) as r(id uuid, object_id uuid, field text, position integer)
     on conflict on constraint uq_translation_unit_request_id_object_id_field do nothing`,
    [request.id, request.audience, JSON.stringify(rows)],
  );
}

export interface RequestChange {
  readonly state?: TranslationState;
  readonly dueOn?: string;
  readonly translatorPostId?: string | null;
  readonly translatorUserId?: string | null;
  readonly checkerPostId?: string | null;
  readonly note?: LocalizedText | null;
}

/** Writes what a step changed and raises the version; the row is locked by `lockRequest`. */
export async function saveRequest(
  tx: Tx,
  request: TranslationRequest,
  change: RequestChange,
): Promise<TranslationRequest> {
  const changed = { ...request, ...change, version: request.version + 1 };
  await tx.query(
    `update forum.translation_request set state = $2, due_on = $3, translator_post_id = $4, translator_user_id = $5, checker_post_id = $6,
            note = $7, version = $8, updated_at = forum.now(),
            delivered_at = case when $2 = 'delivered' then coalesce(delivered_at, forum.now()) when $2 in ('checked','locked') then delivered_at end,
            delivered_user_id = case when $2 = 'delivered' and state <> 'delivered' then $9 else delivered_user_id end,
            checked_at = case when $2 = 'checked' then forum.now() when $2 = 'locked' then checked_at end,
            checked_user_id = case when $2 = 'checked' then $9 else checked_user_id end,
            outdated_at = case when $2 = 'delivered' then null else outdated_at end
      where id = $1`,
    [
      request.id,
      changed.state,
      changed.dueOn,
      changed.translatorPostId,
      changed.translatorUserId,
      changed.checkerPostId,
      changed.note,
      changed.version,
      tx.actor.userId,
    ],
  );
  return changed;
}

/** Writes the history row and publishes the event, so that neither exists without the other. */
export async function recordEvent(
  tx: Tx,
  request: Pick<TranslationRequest, 'id' | 'version' | 'audience'>,
  name: TranslationEventName,
  event: DomainEvent<TranslationChanged>,
  params: Readonly<Record<string, string>> = {},
): Promise<void> {
  await insertEvent(tx, request, name, params);
  await tx.publish(event, { requestId: request.id, version: request.version }, aboutRequest(request));
}

export async function insertEvent(
  tx: Tx,
  request: Pick<TranslationRequest, 'id' | 'audience'>,
  name: TranslationEventName,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  await tx.query(
    `insert into forum.translation_event (id, request_id, event, side, post_id, params, audience) values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), request.id, name, tx.actor.side, tx.actor.postIds[0] ?? null, params, request.audience],
  );
}

export const aboutRequest = ({ id, audience }: Pick<TranslationRequest, 'id' | 'audience'>) => ({
  audience,
  subjectType: TRANSLATION_SUBJECT,
  subjectId: id,
});

/** Keeps what the sources say now, once for each revision and audience. */
export async function keepSources(tx: Tx, objects: readonly TranslatableObject[]): Promise<void> {
  const rows = objects.flatMap(({ id, audience, texts }) =>
    texts.map(({ field, text }) => ({
      id: newId(),
      object_id: id,
      field,
      revision: text.revision,
      lang: text.source,
      text: text[text.source]?.text ?? '',
      audience,
    })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into forum.translation_source (id, object_id, field, revision, lang, text, audience)
     select r.id, r.object_id, r.field, r.revision, r.lang, r.text, r.audience
       from jsonb_to_recordset($1::jsonb) as r(id uuid, object_id uuid, field text, revision integer, lang text, text text, audience text)
     on conflict on constraint uq_translation_source_revision do nothing`,
    [JSON.stringify(rows)],
  );
}
