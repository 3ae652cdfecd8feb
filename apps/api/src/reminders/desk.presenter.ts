import type { PostCard } from '#forum/reminders';
import type { Reading } from '../http/decorators.js';
import { presentPost } from '../identity/identity.presenter.js';
import type { DeskPostView } from './desk.dto.js';

export function presentPostCard(
  { post, holder, counts, lastSentAt, refused }: PostCard,
  reading: Reading,
): DeskPostView {
  return {
    post: presentPost(post, reading),
    address: addressOf({ holder, lastSentAt, refused }),
    holder: holder && { email: holder.email, language: holder.language, since: holder.since },
    refused: refused && { ...refused, dueAt: new Date(refused.dueAt).toISOString() },
    lastSentAt: lastSentAt?.toISOString() ?? null,
    ...counts,
  };
}

/** Whether mail reaches the post, as far as the relay has said. */
function addressOf({
  holder,
  lastSentAt,
  refused,
}: Pick<PostCard, 'holder' | 'lastSentAt' | 'refused'>): DeskPostView['address'] {
  if (!holder) return 'vacant';
  if (refused) return 'refused';
  return lastSentAt ? 'good' : 'untried';
}
