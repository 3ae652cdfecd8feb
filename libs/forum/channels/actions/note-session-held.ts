import type { Tx } from '#platform/database';
import { channelContext, channelLifecycle, isLiving } from '../domain/channel.lifecycle.js';
import type { ChannelEventType, ChannelState, Level } from '../domain/channel.types.js';
import { addEvent, lockChannel, outdateSuggestions, saveChannel } from '../persistence/channels.repository.js';

/**
 * What a session that was held means for its channel (domain.md 3.2): the first one makes an agreed channel active, one in a stalled or
 * suspended channel resumes it, any other is told in its history. To be called in the transaction that records the session as held;
 * the same session a second time changes nothing.
 * @param level the level it was held at
 * @param date its first day at the venue, `YYYY-MM-DD`
 */
export async function noteSessionHeld(
  tx: Tx,
  channelId: string,
  sessionId: string,
  level: Level,
  date: string,
): Promise<void> {
  const channel = await lockChannel(tx, channelId);
  const told = await tx.query(
    `select 1 from forum.channel_event where channel_id = $1 and session_id = $2 and type in ('first_session','session_held','resumed')`,
    [channelId, sessionId],
  );
  if (told.length > 0) return;
  const { state } = channel;
  await addEvent(tx, channel, { type: eventOf(state), day: date, level, sessionId });
  await outdateSuggestions(tx, channelId);
  const next = nextState(state, () => channelContext(channel, tx.actor, true));
  await saveChannel(tx, channel, { state: next, suspended_by: null }, 'session_held');
}

/** History may have left the state unknown; and a channel may have ended before a late session of it is recorded. */
function nextState(state: ChannelState, context: () => ReturnType<typeof channelContext>): ChannelState {
  if (state === 'unknown') return 'active';
  const possible = isLiving(state) && channelLifecycle.find(state, 'hold') !== undefined;
  return possible ? channelLifecycle.step(state, 'hold', context()) : state;
}

function eventOf(state: ChannelState): ChannelEventType {
  if (state === 'agreed') return 'first_session';
  return state === 'stalled' || state === 'suspended' ? 'resumed' : 'session_held';
}
