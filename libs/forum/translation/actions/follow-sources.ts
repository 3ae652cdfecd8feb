import type { Language } from '#core/kernel';
import type { EventSubject, Tx } from '#platform/database';
import { translationContext } from '../domain/translation-context.js';
import { translationLifecycle } from '../domain/translation.lifecycle.js';
import type { TranslationRequest } from '../domain/translation.types.js';
import { gapOf } from '../domain/unit-gap.js';
import { requestColumns } from '../queries/translation-columns.js';
import { addUnits, keepSources, recordEvent, saveRequest } from '../persistence/translation.repository.js';
import { followSourceChanges, type TranslatableKind, type TranslatableObject } from '../translatable.js';
import { translationReopened } from '../translation.events.js';
import { isInScope } from './request-translation.js';

type Told = (tx: Tx, objectIds: readonly string[]) => Promise<void>;
const listeners: Told[] = [];

/** Runs in the transaction of every change of a source, after the requests were taken up again; a reader of both sides' requests may tell. */
export function onSourcesMoved(listener: Told): void {
  listeners.push(listener);
}

/** Keeps requests in step with their sources, in the transaction that changes these (domain.md 3.5). */
export function followSources(): void {
  followSourceChanges(async (tx, kind, about) => {
    const objects = await changedObjects(tx, kind, about);
    if (objects.length === 0) return;
    await keepSources(tx, objects);
    await addNewTexts(tx, kind, objects);
    await reopen(tx, objects);
    for (const tell of listeners)
      await tell(
        tx,
        objects.map((object) => object.id),
      );
  });
}

function changedObjects(tx: Tx, kind: TranslatableKind, about: EventSubject): Promise<TranslatableObject[]> {
  return about.subjectType === kind.subjectType
    ? kind.find(tx, [about.subjectId])
    : kind.ofContainer(tx, about.subjectId);
}

type Following = TranslationRequest & { readonly last: number };

/** A request for the whole of a container takes in what comes to it later. */
async function addNewTexts(tx: Tx, kind: TranslatableKind, objects: readonly TranslatableObject[]): Promise<void> {
  const requests = await tx.query<Following>(
    `select ${requestColumns}, (select coalesce(max(u.position), 0)::integer from forum.translation_unit u where u.request_id = q.id) as last
       from forum.translation_request q
      where q.container_type = $1 and q.container_id = any ($2::uuid[]) and q.whole and q.state <> 'cancelled'`,
    [kind.containerType, [...new Set(objects.map((object) => object.containerId))]],
  );
  for (const request of requests) {
    const units = objects
      .filter((object) => object.containerId === request.containerId && isInScope(object.audience, request.audience))
      .flatMap(({ id, texts }) =>
        texts.filter(({ text }) => text.source === request.fromLang).map(({ field }) => ({ objectId: id, field })),
      );
    if (units.length > 0) await addUnits(tx, request, units, request.last);
  }
}

/** Texts that say an older revision of their source, or nothing yet. */
function openTexts(objects: readonly TranslatableObject[]): { object_id: string; field: string; lang: Language }[] {
  return objects.flatMap(({ id, texts }) =>
    texts.flatMap(({ field, text }) =>
      (['ko', 'ja', 'en'] as const)
        .filter((lang) => lang !== text.source && ['missing', 'stale'].includes(gapOf(text, lang) ?? ''))
        .map((lang) => ({ object_id: id, field, lang })),
    ),
  );
}

/** What this side sees is taken up again by the table of the lifecycle; what the other side keeps to itself, by the database. */
async function reopen(tx: Tx, objects: readonly TranslatableObject[]): Promise<void> {
  const texts = JSON.stringify(openTexts(objects));
  if (texts === '[]') return;
  const requests = await tx.query<TranslationRequest>(
    `select ${requestColumns} from forum.translation_request q
      where q.state in ('in_work','delivered','checked','locked') and q.outdated_at is null
        and exists (select 1 from jsonb_to_recordset($1::jsonb) as t(object_id uuid, field text, lang text)
                      join forum.translation_unit u on u.object_id = t.object_id and u.field = t.field
                     where u.request_id = q.id and t.lang = q.to_lang and (q.state <> 'in_work' or u.translated_revision is not null))
      order by q.id for update`,
    [texts],
  );
  for (const request of requests) {
    const state = translationLifecycle.step(request.state, 'reopen', translationContext(request, [], tx.actor, true));
    const moved = await saveRequest(tx, request, { state });
    await tx.query('update forum.translation_request set outdated_at = forum.now() where id = $1', [request.id]);
    await recordEvent(tx, moved, 'reopened', translationReopened);
  }
  await tx.query('select forum.reopen_translations($1::jsonb)', [texts]);
}
