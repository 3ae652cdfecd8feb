import { defineErrors } from '#core/kernel';

/** Refusals of turning a key. */
export const twoKeyErrors = defineErrors('two-key', {
  alreadyTurned: 409,
  contentChanged: 409, // params: none; the hash shown is not the hash of the content now
  notTurned: 409,
  noPost: 422,
  proposalNotFound: 404,
  alreadyProposed: 409,
});
