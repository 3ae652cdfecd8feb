import { isStale, LANGUAGES, type Language } from '#core/kernel';
import type { Reader } from '#platform/database';
import { amountOf } from '../domain/amount.js';
import type { TranslationRequest, TranslationUnit } from '../domain/translation.types.js';
import { gapOf } from '../domain/unit-gap.js';
import { translatableOf, type TranslatableObject, type TranslatableText } from '../translatable.js';
import { requestColumns } from './translation-columns.js';

export interface RequestWithUnits {
  readonly request: TranslationRequest;
  readonly units: readonly TranslationUnit[];
}

/** A request with its texts in their order, as the reader may see them; undefined when there is none to see. Texts that were withdrawn are left out. */
export async function unitsOfRequest(reader: Reader, requestId: string): Promise<RequestWithUnits | undefined> {
  const [request] = await reader.query<TranslationRequest>(
    `select ${requestColumns} from forum.translation_request q where q.id = $1`,
    [requestId],
  );
  return request && { request, units: await readUnits(reader, request) };
}

interface StoredUnit {
  id: string;
  objectId: string;
  field: string;
  translatedUserId: string | null;
  translatedPostId: string | null;
  noChange: boolean;
}

/** The texts of a request; with `ids` only these. */
export async function readUnits(
  reader: Reader,
  request: Pick<TranslationRequest, 'id' | 'containerType' | 'toLang'>,
  ids?: readonly string[],
): Promise<TranslationUnit[]> {
  const kind = translatableOf(request.containerType);
  if (!kind) return [];
  const stored = await reader.query<StoredUnit>(
    `select u.id, u.object_id as "objectId", u.field, u.translated_user_id as "translatedUserId",
            u.translated_post_id as "translatedPostId", u.no_change as "noChange"
       from forum.translation_unit u where u.request_id = $1 and ($2::uuid[] is null or u.id = any ($2::uuid[])) order by u.position, u.id`,
    [request.id, ids ?? null],
  );
  const objects = await kind.find(reader, [...new Set(stored.map((unit) => unit.objectId))]);
  const units = stored.flatMap((unit) => {
    const object = objects.find((found) => found.id === unit.objectId);
    const text = object?.texts.find((found) => found.field === unit.field);
    return object && text ? [unitOf(unit, object, text, request.toLang)] : [];
  });
  const earlier = await sourcesBefore(reader, units);
  return units.map((unit) => ({
    ...unit,
    before: earlier.get(keyOf(unit.objectId, unit.field, unit.target?.of ?? 0)) ?? null,
  }));
}

function unitOf(
  stored: StoredUnit,
  object: TranslatableObject,
  { field, text }: TranslatableText,
  to: Language,
): TranslationUnit {
  const source = { lang: text.source, text: text[text.source]?.text ?? '', revision: text.revision };
  const other = LANGUAGES.find((lang) => lang !== to && lang !== text.source);
  const third = other && text[other];
  return {
    ...stored,
    objectVersion: object.version,
    field,
    label: object.label,
    path: object.path,
    open: object.open,
    source,
    target: text[to] ?? null,
    third: other && third ? { lang: other, text: third.text, stale: isStale(text, other) } : null,
    before: null,
    gap: gapOf(text, to),
    amount: amountOf(source.text, source.lang),
  };
}

const keyOf = (objectId: string, field: string, revision: number): string => `${objectId} ${field} ${String(revision)}`;

/** What the sources said at the revisions that outdated targets translate. */
async function sourcesBefore(reader: Reader, units: readonly TranslationUnit[]): Promise<ReadonlyMap<string, string>> {
  const asked = units.flatMap(({ objectId, field, target, gap }) =>
    target && gap === 'stale' ? [{ object_id: objectId, field, revision: target.of }] : [],
  );
  if (asked.length === 0) return new Map();
  const rows = await reader.query<{ objectId: string; field: string; revision: number; text: string }>(
    `select s.object_id as "objectId", s.field, s.revision, s.text
       from jsonb_to_recordset($1::jsonb) as a(object_id uuid, field text, revision integer)
       join forum.translation_source s on s.object_id = a.object_id and s.field = a.field and s.revision = a.revision`,
    [JSON.stringify(asked)],
  );
  return new Map(rows.map((row) => [keyOf(row.objectId, row.field, row.revision), row.text]));
}
