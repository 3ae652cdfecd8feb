import './session-changes.js';

export { CreateFeed, maxFeeds, type CreateFeedInput } from './actions/create-feed.js';
export { ReceiveCalendarReply, type ReceivedReply } from './actions/receive-calendar-reply.js';
export { RevokeFeed } from './actions/revoke-feed.js';
export { invitationsErrors } from './domain/invitations.errors.js';
export { mayReadReplies, mayReceiveReplies } from './domain/who-receives.js';
export { calendarReplyReceived, invitationChanged } from './invitations.events.js';
export { InvitationsModule } from './invitations.module.js';
export { invitationsEntities } from './persistence/invitations.entities.js';
export { calendarRepliesOf, type CalendarReplyRow } from './queries/calendar-replies.js';
export { feedFile, type CalendarPublication, type Publisher } from './queries/feed-file.js';
export { feedOfToken, feedsOf, type FeedKind, type FeedRow, type OwnedFeed } from './queries/feeds.js';
export { invitationFor, type InvitationInput } from './queries/invitation-for.js';
export { sessionFile } from './queries/session-file.js';
