import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { openProposalsAbout, type ProposalRow } from '#forum/two-key';
import type { AgendaRow } from '../domain/agenda.types.js';
import { followUpsOf, linkedObjects, type FollowUp, type LinkedObject } from '../linked-objects.js';

/** What stands around an agenda and is read anew each time: what its items are about, open matters, open proposals. */
export interface AgendaMatters {
  /** By `linkKey`. */
  readonly linked: ReadonlyMap<string, LinkedObject>;
  /** Read only where an item asks for them: the standing follow-up. */
  readonly followUps: readonly FollowUp[];
  /** About the agenda or one of its items, oldest first. */
  readonly proposals: readonly ProposalRow[];
}

export async function mattersOf(reader: Reader, side: Side | null, agenda: AgendaRow): Promise<AgendaMatters> {
  const links = agenda.items.flatMap((item) => item.links);
  const asksForFollowUps = agenda.channelId !== null && agenda.items.some((item) => item.standing === 'follow_up');
  const [linked, followUps, proposals] = await Promise.all([
    linkedObjects(reader, side, links),
    asksForFollowUps && agenda.channelId !== null ? followUpsOf(reader, side, agenda.channelId) : [],
    openProposalsAbout(reader, [agenda.id, ...agenda.items.map((item) => item.id)]),
  ]);
  return { linked, followUps, proposals };
}
