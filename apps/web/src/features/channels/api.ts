import { useWrite, type Write } from '../../shared/api/hooks.js';
import type { ChannelDetail } from '../../shared/api/types.js';

/** One act about a channel; the answer is the channel as it is then. */
export const useChannelWrite = (id: string) => useWrite<ChannelDetail>(`/channels/${id}`);

/** What one side does alone carries the version it has seen. */
export const alone = (channel: ChannelDetail, path: string, body: object = {}): Write => ({
  method: 'POST',
  path: `/channels/${channel.id}/${path}`,
  ifMatch: channel.etag,
  body,
});

/** The first key on a shared change. */
export const proposing = (channel: ChannelDetail, kind: string, body: object): Write => ({
  method: 'POST',
  path: `/channels/${channel.id}/proposals/${kind}`,
  body,
});
