import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import type { ActionCommentKind, ActionEventName, EvidenceKind } from '../domain/action.types.js';
import { actionColumns, CLOCK_SQL, type ActionRow } from './action-columns.js';

/** `at` is an ISO 8601 instant in UTC. */
export interface EvidenceRow {
  id: string;
  kind: EvidenceKind;
  text: LocalizedText | null;
  url: string | null;
  at: string;
  side: Side;
}

export interface ActionEventRow {
  at: string;
  event: ActionEventName;
  side: Side | null;
  post: PostRow | null;
  params: Record<string, string>;
  /** Of an item that changed hands. */
  fromPost: PostRow | null;
  toPost: PostRow | null;
}

/** Written for the reader's own side alone. */
export interface ActionCommentRow {
  id: string;
  kind: ActionCommentKind;
  text: LocalizedText;
  at: string;
  post: PostRow | null;
}

export interface ActionRef {
  id: string;
  number: string;
  title: LocalizedText;
}

/** One item with its evidence and history, oldest first, and the other half of a split item. */
export interface ActionDetailRow extends ActionRow {
  evidence: EvidenceRow[];
  history: ActionEventRow[];
  splitWith: { id: string; number: string }[];
  deputy: PostRow | null;
  supportingBodies: { id: string; name: LocalizedText }[];
  supersededBy: ActionRef | null;
  comments: ActionCommentRow[];
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const bodyName = `(select n.name from forum.body_name n where n.body_id = b.id order by (n.valid_to is null) desc, n.valid_from desc nulls last limit 1)`;

const handed = (side: 'from' | 'to'): string =>
  `case when h.event = 'reassigned' then ${postAsJson(`(h.params ->> '${side}')::uuid`)} end`;

/** One item in one statement, named as the reader's side names things; undefined when it is missing or not for this reader. */
export async function findAction(reader: Reader, side: Side | null, id: string): Promise<ActionDetailRow | undefined> {
  const [row] = await reader.query<ActionDetailRow>(
    `with ${CLOCK_SQL}
     select ${actionColumns('$2::text')},
            ${postAsJson('a.deputy_post_id')} as deputy,
            coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'name', ${bodyName}) order by b.code)
                        from forum.body b where b.id = any (a.supporting_body_ids)), '[]') as "supportingBodies",
            (select jsonb_build_object('id', o.id, 'number', o.number, 'title', o.title)
               from forum.action_item o where o.id = a.superseded_by_id) as "supersededBy",
            coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'text', m.text, 'at', ${instant('m.at')},
                                                          'post', ${postAsJson('m.post_id')}) order by m.at, m.id)
                        from forum.action_comment m where m.action_item_id = a.id), '[]') as comments,
            coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'text', e.text, 'url', e.url, 'at', ${instant('e.at')}, 'side', e.side)
                                       order by e.at, e.id)
                        from forum.action_evidence e where e.action_item_id = a.id), '[]') as evidence,
            coalesce((select jsonb_agg(jsonb_build_object('at', ${instant('h.at')}, 'event', h.event, 'side', h.side,
                                                          'post', ${postAsJson('h.post_id')}, 'params', h.params,
                                                          'fromPost', ${handed('from')}, 'toPost', ${handed('to')}) order by h.at, h.id)
                        from forum.action_event h where h.action_item_id = a.id), '[]') as history,
            coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number) order by o.number)
                        from forum.action_item o where o.split_of = a.split_of and o.id <> a.id), '[]') as "splitWith"
       from forum.action_item a, clock
      where a.id = $1`,
    [id, side],
  );
  return row;
}
