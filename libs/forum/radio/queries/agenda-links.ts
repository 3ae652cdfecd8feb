import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { LinkedObject } from '#forum/agenda';
import type { RadioState } from '../domain/radio.types.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly audience: Audience;
  readonly state: RadioState;
}

/** Cases of the radio register by id for the agenda items that are about them. */
export async function linkedRadioIssues(
  reader: Reader,
  _side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LinkedObject>> {
  const rows = await reader.query<Row>(
    'select r.id, r.title, r.audience, r.status as state from forum.radio_issue r where r.id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, ...row }) => [id, { ...row, path: `/records/radio/${id}`, due: null }]));
}
