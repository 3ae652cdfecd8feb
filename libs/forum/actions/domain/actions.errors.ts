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
  /** When work is expected to go on lies before today (params: expected, today). */
  expectedInPast: 422,
  /** The new owner is another post of the same side. */
  newOwnerUnfit: 422,
  /** What takes an item's place is another item, known to the same readers and not ended itself. */
  successorUnfit: 422,
  /** Nothing would change. */
  nothingChanges: 422,
  /** The channel has no such rule to set, or it says so already. */
  ruleUnchanged: 422,
  /** Drafts of channels have no rules yet. */
  channelNotFound: 404,
  /** Nobody has taken this post over since, or it was acknowledged already. */
  nothingToTakeOver: 422,
  commentMissing: 422,
  /** A due date before today, for an item of no session (params: due, today). */
  dueInPast: 422,
  /** A line names no owner: `@post`. */
  lineNoOwner: 422,
  /** A line names no date: `!2027-05-06`. */
  lineNoDue: 422,
  /** A line has a word after `!` that means nothing (params: mark). */
  lineUnknownMark: 422,
  /** No post goes by this name (params: name). */
  ownerNotFound: 422,
  /** More than one post goes by this name (params: name, count). */
  ownerAmbiguous: 422,
  /** The deputy is another post of the owner's side. */
  deputyUnfit: 422,
  /** A supporting body does not exist. */
  bodyUnknown: 422,
  /** What the item is said to come from does not exist for this reader. */
  originUnknown: 422,
  /** An item of one side is owned by a post of that side. */
  internalOwner: 422,
  ownSideCannotConfirm: 422,
  ownSideCannotReturn: 422,
});
