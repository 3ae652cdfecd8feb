import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import type { ChannelSummary, List, PostRef, SessionSummary } from '../../shared/api/types.js';

type Schemas = components['schemas'];
export type Poll = Schemas['DatePollView'];
export type PollItem = Schemas['DatePollListItemView'];
export type PollSlot = Schemas['PollSlotView'];
export type Participant = Schemas['PollParticipantView'];
export type Suggestions = Schemas['SlotSuggestionsView'];
export type SuggestedSlot = Schemas['SuggestedSlotView'];
export type SuggestionDay = Schemas['SuggestionDayView'];
export type Reason = Schemas['SlotReasonView'];
export type Said = Schemas['PollAnswerView']['answer'];
export type PollWrite = UseMutationResult<Poll, Problem, Write>;

export const ANSWERS: readonly Said[] = ['yes', 'if_needed', 'no'];
export const FORMATS = ['in_person', 'online', 'hybrid'] as const;

export const usePolls = (state: string, channel: string): UseQueryResult<List<PollItem>, Problem> =>
  useRead<List<PollItem>>('/date-polls', { state, channel, limit: '200' });

export const usePoll = (id: string): UseQueryResult<Poll, Problem> => useRead<Poll>(`/date-polls/${id}`);

export const useChannels = (): UseQueryResult<List<ChannelSummary>, Problem> =>
  useRead<List<ChannelSummary>>('/channels');

export const useUpcoming = (channel: string): UseQueryResult<List<SessionSummary>, Problem> =>
  useRead<List<SessionSummary>>('/sessions', { channel, when: 'upcoming' }, channel !== '');

export const useOwnPosts = (side: string): UseQueryResult<List<PostRef>, Problem> =>
  useRead<List<PostRef>>('/posts', { side }, side !== '');

export interface SuggestionAsk {
  channel: string;
  from: string;
  to: string;
  duration: string;
  format: string;
  zone: string;
  host: string;
}

export const useSuggestions = ({ channel, host, ...ask }: SuggestionAsk): UseQueryResult<Suggestions, Problem> =>
  useRead<Suggestions>(
    `/channels/${channel}/slot-suggestions`,
    { ...ask, ...(host === '' ? {} : { host }) },
    channel !== '' && ask.from !== '' && ask.to !== '',
  );

/** Every write of a poll answers with the poll as it is now. */
export const usePollWrite = (id: string): PollWrite => useWrite<Poll>(`/date-polls/${id}`);
export const useCreate = (): PollWrite => useWrite<Poll>();

export const answerSlot = (slotId: string, postId: string, answer: Said | null): Write => ({
  method: 'PUT',
  path: `/date-poll-slots/${slotId}/answers/${postId}`,
  body: { answer },
});

export const namePosts = (poll: Poll, participants: { postId: string; role: string }[]): Write => ({
  method: 'PUT',
  path: `/date-polls/${poll.id}/participants`,
  body: { participants },
});

export const step = (poll: Poll, name: string, body?: object): Write => ({
  method: 'POST',
  path: `/date-polls/${poll.id}/${name}`,
  ifMatch: poll.etag,
  body,
});

export const onSlot = (poll: Poll, slotId: string, name: 'hold' | 'decide', body?: object): Write => ({
  method: 'POST',
  path: `/date-poll-slots/${slotId}/${name}`,
  ifMatch: poll.etag,
  body,
});

export const releaseHold = (poll: Poll, holdId: string): Write => ({
  method: 'POST',
  path: `/session-holds/${holdId}/release`,
  ifMatch: poll.etag,
});
