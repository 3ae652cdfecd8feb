import type { Actor } from '#core/kernel';
import type { Reader } from '#platform/database';
import { mayDraftRadio, waitingRadioIssues } from '#forum/radio';
import type { Work, WorkItem } from './worklist.js';

/** Cases of the radio register that wait: for the side that has to acknowledge, for both to measure or to look again. */
export async function radioWork(reader: Reader, actor: Actor): Promise<Work> {
  if (!mayDraftRadio(actor)) return { mine: [], theirs: [] };
  const rows = await waitingRadioIssues(reader);
  const work = (side: 'own' | 'other'): WorkItem[] =>
    rows
      .filter((row) =>
        side === 'own' ? row.side === null || row.side === actor.side : row.side !== null && row.side !== actor.side,
      )
      .map((row) => ({
        kind: `radio-${row.waitsFor}` as const,
        title: row.title,
        path: `/records/radio/${row.id}`,
        due: row.due,
        daysLeft: row.daysLeft,
        illustrative: row.illustrative,
      }));
  return { mine: work('own'), theirs: work('other') };
}
