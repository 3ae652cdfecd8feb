import { defineErrors } from '#core/kernel';

/** Refusals about what rises to a higher level (domain.md 3.10). */
export const escalationsErrors = defineErrors('escalations', {
  notFound: 404,
  matterNotFound: 422, // also for what is not the actor's to know of
  matterNotOpen: 422, // settled, done, or no longer put off
  alreadyUnderWay: 409,
  channelMissing: 422, // a case without a channel: say where it comes from
  channelNotFound: 422,
  channelStopped: 409, // concluded or never agreed: nobody there takes the matter
  notHigher: 422,
  notLower: 422,
  notForItu: 422, // only cases of the radio register go to the ITU
  articlesMissing: 422,
  noChannel: 409, // what is before the ITU returns to no channel by itself
  textsOpen: 422, // params: count; the gaps are in `fields`
  revisionMoved: 409, // params: revision; the source changed while it was being translated
});
