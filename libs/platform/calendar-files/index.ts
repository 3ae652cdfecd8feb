export {
  PARTSTATS,
  type CalendarEvent,
  type CalendarFile,
  type CalendarGuest,
  type CalendarMailbox,
  type CalendarSpan,
  type Partstat,
} from './calendar-file.js';
export { writeFeed, writeInvitation, type FeedParts, type InvitationParts } from './write.js';
