import { defineErrors } from '#core/kernel';

/** Refusals about delegations and interpretation, and what keeps a session from being ready for their sake (domain.md 3.3–3.5). */
export const delegationsErrors = defineErrors('delegations', {
  delegationMissing: 422, // params: side
  delegationAlreadyIn: 409,
  headNotOfSide: 422,
  interpretationMissing: 422,
  interpretationAlreadyConfirmed: 409,
});
