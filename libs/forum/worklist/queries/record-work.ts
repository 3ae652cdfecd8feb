import type { Actor } from '#core/kernel';
import type { Reader } from '#platform/database';
import { waitingRecords } from '#forum/records';
import type { Work, WorkItem } from './worklist.js';

/** Texts that wait: for a key of the own side or its clearance, and for the other side's as far as it is told. */
export async function recordWork(reader: Reader, actor: Actor): Promise<Work> {
  const rows = await waitingRecords(reader, actor);
  const of = (side: 'own' | 'other'): WorkItem[] =>
    rows
      .filter(({ whose }) => whose === side)
      .map(({ what, title, path, illustrative }) => ({
        kind: `record-${what}` as const,
        title,
        path,
        due: null,
        daysLeft: null,
        illustrative,
      }));
  return { mine: of('own'), theirs: of('other') };
}
