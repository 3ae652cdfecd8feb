export {
  PARTSTATS,
  type CalendarEvent,
  type CalendarFile,
  type CalendarGuest,
  type CalendarMailbox,
  type CalendarMessage,
  type CalendarSpan,
  type Partstat,
} from './calendar-file.js';
export { calendarFilesErrors } from './calendar-files.errors.js';
export { readCalendarPart } from './read-mail.js';
export { maxFileBytes, readCalendarMessage } from './read.js';
export { writeFeed, writeInvitation, type FeedParts, type InvitationParts } from './write.js';
