import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';

/** A post with the name of its body that holds today. */
export interface PostRow {
  id: string;
  code: string | null;
  title: LocalizedText;
  body: LocalizedText;
  side: Side | null;
  rank: number;
}

/**
 * SQL that gives a post as one JSON value of `PostRow`'s shape, for a column that holds a post id.
 * @param postId an SQL expression, e.g. `i.owner_post_id`; never user text
 */
export function postAsJson(postId: string): string {
  return `(select jsonb_build_object('id', p.id, 'code', p.code, 'title', p.title, 'side', p.side, 'rank', p.rank, 'body',
             (select n.name from forum.body_name n where n.body_id = p.body_id
               order by (n.valid_to is null) desc, n.valid_from desc nulls last limit 1))
             from forum.post p where p.id = ${postId})`;
}

/** Posts of one side or of both, by rank and then title in the reader's collation. */
export async function listPosts(
  reader: Reader,
  filter: { side?: Side; language: 'ko' | 'ja' | 'en' },
): Promise<PostRow[]> {
  const collation = { ko: 'ko-x-icu', ja: 'ja-x-icu', en: 'en-x-icu' }[filter.language];
  const rows = await reader.query<{ post: PostRow }>(
    `select ${postAsJson('o.id')} as post from forum.post o
      where ($1::text is null or o.side = $1)
      order by o.rank, (o.title -> $2 ->> 'text') collate "${collation}", o.id`,
    [filter.side ?? null, filter.language],
  );
  return rows.map((row) => row.post);
}

/** One post, or undefined. */
export async function findPost(reader: Reader, id: string): Promise<PostRow | undefined> {
  const [row] = await reader.query<{ post: PostRow | null }>(`select ${postAsJson('$1::uuid')} as post`, [id]);
  return row?.post ?? undefined;
}
