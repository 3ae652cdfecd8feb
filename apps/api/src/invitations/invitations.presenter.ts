import { commonErrors, type Actor } from '#core/kernel';
import {
  invitationsErrors,
  maxFeeds,
  mayReceiveReplies,
  type CalendarReplyRow,
  type FeedRow,
} from '#forum/invitations';
import type { Reading } from '../http/decorators.js';
import { presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type {
  CalendarFeedListView,
  CalendarFeedView,
  CalendarReplyListView,
  CalendarReplyView,
  ProposedTimeView,
} from './invitations.dto.js';

export function presentFeeds(rows: readonly FeedRow[], reading: Reading): CalendarFeedListView {
  const allowed = rows.length < maxFeeds;
  return {
    items: rows.map((row) => presentFeed(row, reading)),
    allowedActions: [{ action: 'create', allowed, reason: allowed ? null : invitationsErrors.feedsTooMany.code }],
  };
}

function presentFeed(row: FeedRow, reading: Reading): CalendarFeedView {
  return {
    id: row.id,
    kind: row.kind,
    channel: row.channelId === null ? null : { id: row.channelId, name: presentTextOrNull(row.channelName, reading) },
    language: row.language,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    allowedActions: [{ action: 'revoke', allowed: true, reason: null }],
  };
}

export function presentReplies(
  rows: readonly CalendarReplyRow[],
  actor: Actor,
  reading: Reading,
): CalendarReplyListView {
  const allowed = mayReceiveReplies(actor);
  return {
    items: rows.map((row) => presentReply(row, reading)),
    allowedActions: [{ action: 'receive', allowed, reason: allowed ? null : commonErrors.forbidden.code }],
  };
}

function presentReply(row: CalendarReplyRow, reading: Reading): CalendarReplyView {
  return {
    id: row.id,
    kind: row.kind,
    post: row.post && presentPost(row.post, reading),
    email: row.email,
    partstat: row.partstat,
    comment: row.comment,
    stampedAt: row.stampedAt.toISOString(),
    superseded: row.superseded,
    proposed: presentProposed(row),
  };
}

function presentProposed(row: CalendarReplyRow): ProposedTimeView | null {
  if (row.proposedStartsAt === null && row.proposedFrom === null) return null;
  return {
    startsAt: row.proposedStartsAt?.toISOString() ?? null,
    endsAt: row.proposedEndsAt?.toISOString() ?? null,
    from: row.proposedFrom,
    to: row.proposedTo,
    zone: row.proposedZone,
  };
}
