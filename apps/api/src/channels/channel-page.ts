import type { Actor } from '#core/kernel';
import type { Database } from '#platform/database';
import { channelsErrors, findChannel, readChannelFacts } from '#forum/channels';
import { listSessions } from '#forum/sessions';
import type { Reading } from '../http/decorators.js';
import type { ChannelDetailView } from './channels.dto.js';
import { presentChannelDetail } from './channels.presenter.js';

/** Sessions shown on one page of a channel or on the timeline; the record holds far fewer. */
export const MOST_SESSIONS = 200;

/** A channel's page as its reader sees it now. @throws channels.notFound */
export async function showChannel(
  database: Database,
  actor: Actor,
  reading: Reading,
  id: string,
): Promise<ChannelDetailView> {
  const reader = database.reader(actor);
  const [row, facts, sessions] = await Promise.all([
    findChannel(reader, actor.side, id),
    readChannelFacts(reader, id),
    listSessions(reader, { side: actor.side, channelId: id, limit: MOST_SESSIONS }),
  ]);
  if (!row || !facts) throw channelsErrors.notFound();
  return presentChannelDetail(row, facts, sessions, actor, reading);
}
