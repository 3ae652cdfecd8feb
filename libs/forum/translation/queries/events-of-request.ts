import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import type { TranslationEventName } from '../domain/translation.types.js';

/** One thing that happened to a request. `params` holds a reason and its language, or the text and revision that were kept as they are. */
export interface TranslationEventRow {
  readonly event: TranslationEventName;
  readonly side: Side | null;
  readonly post: PostRow | null;
  readonly params: Readonly<Record<string, string>>;
  readonly at: Date;
}

/** What happened to a request, latest first. */
export function eventsOfRequest(reader: Reader, requestId: string): Promise<TranslationEventRow[]> {
  return reader.query<TranslationEventRow>(
    `select e.event, e.side, ${postAsJson('e.post_id')} as post, e.params, e.at
       from forum.translation_event e where e.request_id = $1 order by e.at desc, e.id desc`,
    [requestId],
  );
}
