import { commonErrors, type FieldFault, type LocalizedText } from '#core/kernel';
import { multilateralErrors } from './multilateral.errors.js';
import type { Forum } from './multilateral.types.js';

/** What a meeting is, as a side gives it. */
export interface MeetingFacts {
  readonly forum: Forum;
  readonly name: LocalizedText;
  readonly place: LocalizedText | null;
  /** Plain days. */
  readonly from: string;
  readonly to: string | null;
  /** IANA name. */
  readonly zone: string;
}

/** @throws multilateral.datesWrong when it ends before it begins */
export function assertDates({ from, to }: Pick<MeetingFacts, 'from' | 'to'>): void {
  if (to !== null && to < from)
    throw multilateralErrors.datesWrong({}, [{ path: 'to', code: multilateralErrors.datesWrong.code }]);
}

/** An http or https address without a password. @throws common.notAUrl naming the field */
export function webAddress(value: string, path: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain =
    url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  const fault: FieldFault = { path, code: commonErrors.notAUrl.code };
  if (!plain) throw commonErrors.invalid({}, [fault]);
  return url.href;
}
