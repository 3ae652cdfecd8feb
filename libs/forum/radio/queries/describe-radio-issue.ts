import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { RadioIssueDetailRow } from '../domain/radio-issue.types.js';
import { findRadioIssue } from './find-radio-issue.js';

/** What a summary of a case says: nothing of it is one side's own, whoever asks. */
export interface RadioIssueDescription extends Pick<
  RadioIssueDetailRow,
  | 'id'
  | 'code'
  | 'title'
  | 'type'
  | 'status'
  | 'services'
  | 'bands'
  | 'areas'
  | 'regions'
  | 'level'
  | 'firstSeen'
  | 'season'
  | 'seasonFrom'
  | 'seasonTo'
  | 'nextCheck'
  | 'measures'
  | 'history'
  | 'raised'
  | 'channelId'
  | 'illustrative'
> {
  /** The position of each side that both know; null while a side has given none. */
  readonly positions: Readonly<Record<Side, LocalizedText | null>>;
  /** Measurements both sides know. */
  readonly measurements: RadioIssueDetailRow['measurements'];
  /** Page of the web app. */
  readonly path: string;
}

/** The position of a side that both know: the last one exchanged, else what the record has. */
export function knownPosition(issue: RadioIssueDetailRow, side: Side): LocalizedText | null {
  const given = issue.positions.find((one) => one.side === side && one.exchangedAt !== null && one.replacedAt === null);
  return given?.text ?? (side === 'kr' ? issue.positionKr : issue.positionJp);
}

/** A shared case for a one-page summary (domain.md 3.10); undefined when there is none to see, or while it is a draft. */
export async function describeRadioIssue(
  reader: Reader,
  side: Side | null,
  id: string,
): Promise<RadioIssueDescription | undefined> {
  const issue = await findRadioIssue(reader, side, id);
  if (!issue || issue.audience === 'kr' || issue.audience === 'jp') return undefined;
  return {
    ...issue,
    positions: { kr: knownPosition(issue, 'kr'), jp: knownPosition(issue, 'jp') },
    measurements: issue.measurements.filter((one) => one.exchangedAt !== null),
    path: radioPath(id),
  };
}

/** Page of a case in the web app. */
export const radioPath = (id: string): string => `/records/radio/${id}`;
