import type { Reader } from '#platform/database';
import { dayAs } from './issue-columns.js';

/** The day it is in the two capitals, by the database (domain.md 5: both are at UTC+9). */
export async function todayOfRegister(reader: Reader): Promise<string> {
  const [row] = await reader.query<{ today: string }>(`select ${dayAs('forum.now()')} as today`);
  return row?.today ?? '';
}
