import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { LinkedObject } from '#forum/agenda';
import type { CommitmentStatus } from '../domain/commitment.types.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly audience: Audience;
  readonly state: CommitmentStatus;
  readonly due: string | null;
}

/** Commitments by id for the agenda items that are about them. */
export async function linkedCommitments(
  reader: Reader,
  _side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LinkedObject>> {
  const rows = await reader.query<Row>(
    `select c.id, c.text as title, c.audience, c.status as state, case when c.due_precision = 'day' then c.due_on end as due
       from forum.commitment c where c.id = any ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...row }) => [id, { ...row, path: `/commitments/${id}` }]));
}
