import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { ChannelSummary, List, PostRef, SessionDetail, SessionSummary } from '../../shared/api/types.js';

export const useSessions = (when: string, channel: string): UseQueryResult<List<SessionSummary>, Problem> =>
  useRead<List<SessionSummary>>('/sessions', { when, channel });

export const useSession = (id: string): UseQueryResult<SessionDetail, Problem> =>
  useRead<SessionDetail>(`/sessions/${id}`);

export const useChannels = (): UseQueryResult<List<ChannelSummary>, Problem> =>
  useRead<List<ChannelSummary>>('/channels');

export const usePosts = (side: string, enabled: boolean): UseQueryResult<List<PostRef>, Problem> =>
  useRead<List<PostRef>>('/posts', { side }, enabled);

/** The steps of a session's lifecycle; each answers with the session as it is now. */
export const useStep = (id: string): UseMutationResult<SessionDetail, Problem, Write> =>
  useWrite<SessionDetail>(`/sessions/${id}`);
