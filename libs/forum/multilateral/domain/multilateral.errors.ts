import { defineErrors } from '#core/kernel';

/** Refusals about meetings of other organisations (domain.md 3.13). */
export const multilateralErrors = defineErrors('multilateral', {
  notFound: 404,
  itemNotFound: 404,
  positionNotFound: 404,
  contributionNotFound: 404,
  supportNotFound: 404,
  ofTheRecord: 409, // what sources tell is not rewritten
  meetingNotShared: 422,
  itemNotShared: 422,
  positionDrafted: 409, // one draft at a time; it is edited
  positionsMissing: 422,
  nothingChanges: 409,
  datesWrong: 422,
  notJoint: 422, // a joint contribution needs the line that both agreed on
  takesBoth: 409, // what is made in the name of both is not changed back or submitted by one
  notInBothNames: 409, // a contribution of one side is submitted by that side
  bothSpoke: 409, // an item on which both laid their positions open stays
});
