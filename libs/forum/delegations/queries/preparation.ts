import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';

/** What of a session's preparation belongs here: whose list is in, and whether the interpretation is confirmed. */
export interface Preparation {
  readonly submitted: readonly Side[];
  readonly interpretationConfirmed: boolean;
}

/** The sides whose delegation list both sides have. */
export async function submittedSides(reader: Reader, sessionId: string): Promise<Side[]> {
  const rows = await reader.query<{ side: Side }>(
    `select side from forum.delegation where session_id = $1 and state <> 'draft' order by side`,
    [sessionId],
  );
  return rows.map((row) => row.side);
}

export async function readPreparation(reader: Reader, sessionId: string): Promise<Preparation> {
  const submitted = await submittedSides(reader, sessionId);
  const [row] = await reader.query<{ confirmed: boolean }>(
    'select confirmed_at is not null as confirmed from forum.interpretation where session_id = $1',
    [sessionId],
  );
  return { submitted, interpretationConfirmed: row?.confirmed ?? false };
}
