import { cleanText } from '#core/kernel';
import { actionsErrors } from './actions.errors.js';

export const REASON_MAX = 1000;
export const COMMENT_MAX = 2000;

/** A reason that the other side will read. @throws actions.reasonMissing, common.badText, common.tooLong */
export function checkReason(value: string | undefined): string {
  const reason = cleanText(value ?? '', { max: REASON_MAX, multiline: true, optional: true });
  if (reason === '')
    throw actionsErrors.reasonMissing({}, [{ path: 'reason', code: actionsErrors.reasonMissing.code }]);
  return reason;
}
