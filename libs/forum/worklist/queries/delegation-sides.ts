import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';

/** The sides whose delegation list both sides have. */
export async function readDelegationSides(reader: Reader, sessionId: string): Promise<Side[]> {
  const rows = await reader.query<{ side: Side }>(
    `select side from forum.delegation where session_id = $1 and state <> 'draft'`,
    [sessionId],
  );
  return rows.map((row) => row.side);
}
