import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { Preparation } from '../domain/session-offers.js';

/** The sides whose delegation list both sides have. */
export async function submittedSides(reader: Reader, sessionId: string): Promise<Side[]> {
  const rows = await reader.query<{ side: Side }>(
    `select side from forum.delegation where session_id = $1 and state <> 'draft' order by side`,
    [sessionId],
  );
  return rows.map((row) => row.side);
}

export async function readPreparation(reader: Reader, sessionId: string): Promise<Preparation> {
  const [submitted, [row]] = [
    await submittedSides(reader, sessionId),
    await reader.query<{ confirmed: boolean }>(
      'select confirmed_at is not null as confirmed from forum.interpretation where session_id = $1',
      [sessionId],
    ),
  ];
  return { submitted, interpretationConfirmed: row?.confirmed ?? false };
}
