import { defineErrors } from '#core/kernel';

/** Refusals of a calendar file from outside. Whatever is wrong with it, it is refused as a whole. */
export const calendarFilesErrors = defineErrors('calendar-files', {
  tooLarge: 400, // params: max (bytes)
  notUtf8: 400,
  malformed: 400,
  tooManyParts: 400, // params: max
  noCalendarPart: 422,
  notAnAnswer: 422,
  notOneEvent: 422,
  recurring: 422,
  attendeeUnclear: 422,
  timeUnclear: 422,
});
