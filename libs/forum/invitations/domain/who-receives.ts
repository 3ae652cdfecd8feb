import type { Actor } from '#core/kernel';

/** Answers are shown to those who run the session for their side, not to everybody on it. */
export const mayReadReplies = (actor: Actor): boolean =>
  actor.side !== null && (actor.roles.includes('secretariat') || actor.roles.includes('head'));

/** Files of answers are taken from the secretariat only. */
export const mayReceiveReplies = (actor: Actor): boolean => actor.side !== null && actor.roles.includes('secretariat');
