import type { Reader } from '#platform/database';

/** Whether the latest thing told of a channel is that it goes on after it stood still, by two keys or by a session held. */
export async function hasJustResumed(reader: Reader, channelId: string): Promise<boolean> {
  const [last] = await reader.query<{ type: string }>(
    'select type from forum.channel_event where channel_id = $1 order by position desc limit 1',
    [channelId],
  );
  return last?.type === 'resumed';
}
