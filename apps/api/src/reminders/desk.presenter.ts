import type { MailPreference, PostCard, ReplanRow } from '#forum/reminders';
import type { Reading } from '../http/decorators.js';
import { presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type { DeskPostView, DeskReplanView } from './desk.dto.js';

export function presentPostCard(
  { post, holder, counts, lastSentAt, refused }: PostCard,
  preference: MailPreference | null,
  reading: Reading,
): DeskPostView {
  return {
    post: presentPost(post, reading),
    address: addressOf({ holder, lastSentAt, refused }),
    holder: holder && {
      email: holder.email,
      language: holder.language,
      since: holder.since,
      dayMail: preference?.digest !== false,
    },
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

export function presentReplan(row: ReplanRow, reading: Reading): DeskReplanView {
  const { id, cause, total, done } = row;
  return {
    id,
    cause,
    channel: presentTextOrNull(row.channel, reading),
    from: row.fromDay,
    to: row.toDay,
    total,
    done,
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
