import { defineErrors } from '#core/kernel';

/** Refusals of the translation desk (domain.md 3.5); texts under `translation:errors.*`. */
export const translationErrors = defineErrors('translation', {
  notFound: 404,
  /** No such text in the request. */
  unitNotFound: 404,
  sameLanguage: 422,
  /** Nothing the requester can see there is written in the language asked for. */
  nothingToTranslate: 422,
  /** Another open request has some of these texts in the same language. */
  alreadyRequested: 409,
  /** No session gives the day, or it has passed. */
  dueMissing: 422,
  duePassed: 422, // params: due
  /** The post does not exist. */
  postUnknown: 422,
  /** Each side names its own people. */
  notOwnPost: 422,
  /** Who translates does not check. */
  samePost: 422,
  ownWork: 403,
  /** Texts are missing, outdated or come from a machine; they are in `fields` (params: count). */
  unitsOpen: 422,
  unitMissing: 422, // params: lang
  unitOutdated: 422, // params: lang
  unitMachine: 422, // params: lang
  reasonMissing: 422,
  /** An imported file that was written for something else. */
  otherRequest: 422,
  otherLanguages: 422, // params: from, to
});
