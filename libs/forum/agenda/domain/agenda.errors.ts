import { defineErrors } from '#core/kernel';

/** Refusals about agendas (domain.md 3.6). */
export const agendaErrors = defineErrors('agenda', {
  notFound: 404,
  itemNotFound: 404,
  noItems: 422,
  nothingToExchange: 422,
  textsOpen: 422, // params: count; the gaps are in `fields`
  textStale: 422, // params: lang
  textUnchecked: 422, // params: lang
  machineText: 422, // params: count
  keyAlreadyTurned: 409,
  keyNotTurned: 409,
  onlyProposerWithdraws: 403,
  positionOutOfRange: 422, // params: max
  revisionMoved: 409, // params: revision; the source changed while it was being translated
  notAgreed: 422,
  versionNotFound: 404,
  alreadyShared: 409, // the drafts are named in `fields`
  alreadyPublished: 409,
  channelNotShared: 422,
  commentOnDraft: 422,
  linkNotFound: 422,
  linkPrivate: 422,
  nothingToAdd: 422,
  notForKind: 422, // params: kind; sections and breaks lack what items have
});
