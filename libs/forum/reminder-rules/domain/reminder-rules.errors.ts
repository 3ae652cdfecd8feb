import { defineErrors } from '#core/kernel';

/** `unfit` carries the faults of single rules in its fields. */
export const reminderRulesErrors = defineErrors('reminder-rules', {
  channelNotFound: 404,
  channelNotShared: 409,
  channelOver: 409,
  rulesMoved: 409,
  unfit: 422,
  nothingChanges: 422,
  // faults of one rule
  unknownRule: 422,
  ruleRepeated: 422,
  ruleOfNoChannel: 422,
  dateFixed: 422,
  dateTurned: 422, // params: none; a day before the fact may not move behind it
  dateOutOfReach: 422, // params: min, max
  orderTurned: 422, // params: first, second (codes of rules)
  remindsNobody: 422,
  dayOutOfReach: 422, // params: min, max
  daysUnsorted: 422,
  tooManyDays: 422, // params: max
  targetUnfit: 422,
  targetRepeated: 422,
  escalatesEarly: 422,
  otherSideFirst: 422,
});
