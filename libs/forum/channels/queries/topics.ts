import type { LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';

export interface TopicRow {
  readonly code: string;
  readonly name: LocalizedText;
}

/**
 * SQL that gives the topics of a row as a JSON list of `TopicRow`.
 * @param codes an SQL expression for a text[] of topic codes, e.g. `c.topic_codes`; never user text
 */
export function topicsAs(codes: string): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('code', tp.code, 'name', tp.name) order by tp.position) from forum.topic tp where tp.code = any (${codes})), '[]')`;
}

/** All topics in their order. */
export function listTopics(reader: Reader): Promise<TopicRow[]> {
  return reader.query<TopicRow>('select code, name from forum.topic order by position, code');
}
