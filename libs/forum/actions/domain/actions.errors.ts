import { defineErrors } from '#core/kernel';

/** Refusals of action items (domain.md 3.9); texts under `actions:errors.*`. */
export const actionsErrors = defineErrors('actions', {
  notFound: 404,
  /** No such session for this reader. */
  sessionNotFound: 404,
  /** Actions are recorded while a session is held or after it (params: state). */
  sessionNotHeld: 422,
  /** No such commitment for this reader. */
  commitmentUnknown: 422,
  /** The post does not exist or belongs to no side. */
  ownerUnknown: 422,
  /** "Both" cannot own an item; it is split into two (domain.md 3.9). */
  bothOwners: 422,
  /** A split needs one post of each side. */
  splitNeedsTwoSides: 422,
  /** The due date must be a working day in both countries (params: due, before, after). */
  dueNotWorkingDay: 422,
  /** The due date lies before the session (params: due, start). */
  dueBeforeSession: 422,
  /** An extension must move the due date later (params: due, present). */
  dueNotLater: 422,
  evidenceMissing: 422,
  /** Links are http or https only. */
  evidenceLinkBad: 422,
  reasonMissing: 422,
  ownSideCannotConfirm: 422,
  ownSideCannotReturn: 422,
});
