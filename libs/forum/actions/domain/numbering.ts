import type { Side } from '#core/kernel';

/**
 * The series of the items of one session: `2027-RDG7` is the seventh session of CH-RADIO-DG, held in 2027.
 * The last part of the channel's code stays whole, the parts before it give their first letters.
 */
export function seriesOf(session: {
  readonly startDate: string;
  readonly channelCode: string;
  readonly ordinal: number | null;
}): string {
  const parts = session.channelCode.replace(/^CH-/, '').split('-');
  const name = parts.map((part, index) => (index === parts.length - 1 ? part : part.slice(0, 1))).join('');
  return `${session.startDate.slice(0, 4)}-${name}${session.ordinal === null ? '' : String(session.ordinal)}`;
}

/** `2027-RDG7-A1`; the halves of a split item carry their side: `2027-RDG7-A1-KR`. */
export function actionNumber(series: string, sequence: number, half: Side | null): string {
  const number = `${series}-A${String(sequence)}`;
  return half === null ? number : `${number}-${half.toUpperCase()}`;
}

/** The series of items that no session recorded: `2027-RDG` of their channel, `2027-FD` without one. */
export function yearSeries(year: string, channelCode: string | null): string {
  return channelCode === null ? `${year}-FD` : seriesOf({ startDate: year, channelCode, ordinal: null });
}

/** A side's own items are counted apart, so that a shared number never skips one (domain.md 3.15). */
export const internalSeries = (series: string, side: Side): string => `${series}-${side.toUpperCase()}`;
