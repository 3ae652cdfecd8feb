import type { Reader } from '#platform/database';
import type { SupportRow } from '../domain/multilateral.types.js';

type Stored = Omit<SupportRow, 'answeredAt'> & { answeredAt: Date | null };

const columns = `s.id, s.meeting_id as "meetingId", s.origin_side as side, s.office, s.candidate, s.note, s.state, s.answer,
  s.answered_at as "answeredAt", s.audience, s.version`;

/** Requests for support at a meeting, oldest first. */
export async function listSupport(reader: Reader, meetingId: string): Promise<SupportRow[]> {
  const rows = await reader.query<Stored>(
    `select ${columns} from forum.multilateral_support s where s.meeting_id = $1 and s.state <> 'withdrawn' order by s.id`,
    [meetingId],
  );
  return rows.map(asRow);
}

/** One request, or undefined when there is none to see. */
export async function findSupport(reader: Reader, id: string): Promise<SupportRow | undefined> {
  const [row] = await reader.query<Stored>(`select ${columns} from forum.multilateral_support s where s.id = $1`, [id]);
  return row && asRow(row);
}

const asRow = (row: Stored): SupportRow => ({ ...row, answeredAt: row.answeredAt?.toISOString() ?? null });
