import { defineErrors } from '#core/kernel';

/** Refusals about papers (domain.md 3.5, 3.6, 3.15). */
export const papersErrors = defineErrors('papers', {
  notFound: 404,
  fileNotFound: 404,
  sessionOver: 409,
  sessionNotShared: 422,
  originalMissing: 422,
  machineText: 422,
  textsOpen: 422, // params: count; the gaps are in `fields`
  titlePublished: 409, // what is public is corrected by another paper
  restricted: 422,
  nothingToWiden: 409,
  releasePlanned: 409,
  noReleasePlanned: 409,
  notInFuture: 422,
  beforeEmbargo: 422, // params: at (ISO 8601 UTC)
  itemNotFound: 422,
  supersededNotFound: 422,
  revisionMoved: 409, // params: revision; the source changed while it was being translated
  isTheOriginal: 422,
  notSubmitted: 422, // params: count
});
