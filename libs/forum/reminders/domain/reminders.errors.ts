import { defineErrors } from '#core/kernel';

/** Refusals of the inbox and the desk; texts under `reminders:errors.*`. */
export const remindersErrors = defineErrors('reminders', {
  /** No such reminder of the own side. */
  notFound: 404,
  /** No such mail to the reader. */
  mailNotFound: 404,
  /** No such post of the own side. */
  postNotFound: 404,
  /** A link to stop the daily mail that stands for nobody. */
  linkUnknown: 404,
  /** Told once more it would tell what no longer holds. */
  nothingLeftToTell: 409,
  /** Too many links tried that stand for nobody; `seconds` to wait. */
  tooManyTries: 429,
  /** Neither which mails nor until when. */
  mailsMissing: 422,
});
