import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';

type Schemas = components['schemas'];

export type MeetingList = Schemas['MultilateralMeetingListView'];
export type MeetingSummary = Schemas['MultilateralMeetingView'];
export type Meeting = Schemas['MultilateralMeetingDetailView'];
export type Item = Schemas['MultilateralItemView'];
export type Position = Schemas['MultilateralPositionView'];
export type Contribution = Schemas['MultilateralContributionView'];
export type SupportList = Schemas['SupportListView'];
export type Support = Schemas['SupportView'];
export type Forum = MeetingSummary['forum'];
export type CommonLine = Item['commonLine'];

export const FORUMS: readonly Forum[] = ['itu', 'apt', 'apec', 'asem', 'wto', 'oecd', 'g20'];
export const AGREED_LINES: readonly CommonLine[] = ['aligned', 'joint_contribution', 'opposed'];
/** Where these organisations meet and count their deadlines most; any other zone can be typed. */
export const ZONES = [
  'Europe/Zurich',
  'Europe/Paris',
  'Asia/Shanghai',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Seoul',
  'Asia/Tokyo',
  'America/New_York',
];

/** The one meeting with its texts in all languages, for the forms beneath it. */
export const useMeeting = (id: string): UseQueryResult<Meeting, Problem> =>
  useRead<Meeting>(`/multilateral-meetings/${id}`, { texts: 'all' });

/** Every write of a meeting, or of what hangs on it, answers with the meeting as it is now. */
export const useMeetingWrite = (): UseMutationResult<Meeting, Problem, Write> => useWrite<Meeting>();

export const step = (path: string, etag: string, body: object = {}): Write => ({
  method: 'POST',
  path,
  ifMatch: etag,
  body,
});
