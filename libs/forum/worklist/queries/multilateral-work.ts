import type { Actor } from '#core/kernel';
import type { Reader } from '#platform/database';
import { waitingMultilateral } from '#forum/multilateral';
import type { Work, WorkItem } from './worklist.js';

/** Contributions whose day is near, and requests for support that one of the sides has not answered. */
export async function multilateralWork(reader: Reader, actor: Actor): Promise<Work> {
  const rows = await waitingMultilateral(reader, actor);
  const of = (own: boolean): WorkItem[] =>
    rows
      .filter(({ side }) => side === null || (side === actor.side) === own)
      .map(({ what, meetingId, title, due, daysLeft }) => ({
        kind: `multilateral-${what}` as const,
        title,
        path: `/multilateral/${meetingId}`,
        due,
        daysLeft,
        illustrative: false,
      }));
  return { mine: of(true), theirs: of(false) };
}
