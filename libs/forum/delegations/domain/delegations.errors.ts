import { defineErrors } from '#core/kernel';

/** Refusals about delegations and interpretation, and what keeps a session from being ready for their sake (domain.md 3.3–3.5). */
export const delegationsErrors = defineErrors('delegations', {
  delegationMissing: 422, // params: side
  delegationAlreadyIn: 409,
  headNotOfSide: 422,
  interpretationMissing: 422,
  interpretationAlreadyConfirmed: 409,
  interpretationIncomplete: 422,
  listNotFound: 404,
  memberNotFound: 404,
  personNotFound: 404,
  paperNotFound: 404,
  interpreterNotFound: 404,
  itemNotFound: 404,
  postAlreadyListed: 409,
  headMissing: 422,
  headStays: 422, // a submitted list keeps a head: name another before this one leaves
  notApproved: 422,
  alreadyApproved: 409,
  sessionOver: 409,
  attendanceLocked: 409,
  rankParity: 422, // params: gap; a warning to both secretariats, never a refusal
  rankSame: 422,
  noRankRequest: 409,
  orderIncomplete: 422,
  nameMissing: 422,
  sameLanguage: 422,
});
