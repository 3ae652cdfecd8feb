import type { Reader } from '#platform/database';
import type { ProgrammeItem } from '../domain/programme.js';

const columns = `p.id, p.session_id as "sessionId", p.kind, p.day, to_char(p.start_time, 'HH24:MI') as "startTime",
  to_char(p.end_time, 'HH24:MI') as "endTime", p.title, p.place, p.audience, p.version`;

/** The programme of a session in the order of its days and hours; points without an hour stand last on their day. */
export function listProgramme(reader: Reader, sessionId: string): Promise<ProgrammeItem[]> {
  return reader.query<ProgrammeItem>(
    `select ${columns} from forum.session_programme_item p where p.session_id = $1 and p.removed_at is null
      order by p.day, p.start_time nulls last, p.id`,
    [sessionId],
  );
}

/** One point that still stands, or undefined. */
export async function findProgrammeItem(reader: Reader, id: string): Promise<ProgrammeItem | undefined> {
  const [row] = await reader.query<ProgrammeItem>(
    `select ${columns} from forum.session_programme_item p where p.id = $1 and p.removed_at is null`,
    [id],
  );
  return row;
}
