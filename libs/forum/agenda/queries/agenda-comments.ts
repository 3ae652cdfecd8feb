import type { Audience, Language, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';

/** What a side said about an item. */
export interface AgendaCommentRow {
  readonly id: string;
  readonly side: Side;
  readonly post: PostRow | null;
  readonly lang: Language;
  readonly text: string;
  readonly audience: Audience;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Enough for any item; nobody reads more at once. */
const shown = 500;

/**
 * The comments on an item that its reader may see, oldest first; undefined when there is no such item to see.
 */
export async function commentsOfItem(reader: Reader, itemId: string): Promise<AgendaCommentRow[] | undefined> {
  const [row] = await reader.query<{ comments: AgendaCommentRow[] }>(
    `select coalesce((select jsonb_agg(c.comment order by c.id) from (
              select c.id, jsonb_build_object('id', c.id, 'side', c.side, 'post', ${postAsJson('c.post_id')}, 'lang', c.lang, 'text', c.text,
                       'audience', c.audience, 'at', to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as comment
                from forum.agenda_comment c where c.item_id = i.id order by c.id limit $2) c), '[]') as comments
       from forum.agenda_item i where i.id = $1 and i.state <> 'withdrawn'`,
    [itemId, shown],
  );
  return row?.comments;
}
