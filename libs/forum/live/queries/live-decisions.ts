import type { Reader } from '#platform/database';
import type { DecisionRow, NoteRow } from '../domain/live.types.js';
import { iso } from './run-of-session.js';

const columns = `d.id, d.session_id as "sessionId", d.item_id as "itemId", d.number, d.text, d.side, d.worded_side as "wordedSide", d.state, d.version,
  ${iso('d.created_at')} as "createdAt"`;

/** The decisions written down at a session, in the order they were; withdrawn ones left out. For the screens and for the record. */
export async function decisionsOf(reader: Reader, sessionId: string): Promise<DecisionRow[]> {
  return reader.query<DecisionRow>(
    `select ${columns} from forum.live_decision d where d.session_id = $1 and d.state <> 'withdrawn' order by d.number`,
    [sessionId],
  );
}

/** One decision, also a withdrawn one. */
export async function findDecision(reader: Reader, id: string): Promise<DecisionRow | undefined> {
  const [row] = await reader.query<DecisionRow>(`select ${columns} from forum.live_decision d where d.id = $1`, [id]);
  return row;
}

/** What the reader's own side wrote down for itself, oldest first. */
export async function notesOf(reader: Reader, sessionId: string): Promise<NoteRow[]> {
  return reader.query<NoteRow>(
    `select n.id, n.item_id as "itemId", n.lang, n.text, ${iso('n.created_at')} as "createdAt"
       from forum.live_note n where n.session_id = $1 order by n.created_at, n.id`,
    [sessionId],
  );
}
