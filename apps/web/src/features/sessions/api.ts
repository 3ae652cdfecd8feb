import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type {
  Agenda,
  ChannelSummary,
  List,
  NextSession,
  Programme,
  SessionDetail,
  SessionSummary,
} from '../../shared/api/types.js';

export const useSessions = (when: string, channel: string): UseQueryResult<List<SessionSummary>, Problem> =>
  useRead<List<SessionSummary>>('/sessions', { when, channel });

export const useSession = (id: string): UseQueryResult<SessionDetail, Problem> =>
  useRead<SessionDetail>(`/sessions/${id}`);

export const useChannels = (): UseQueryResult<List<ChannelSummary>, Problem> =>
  useRead<List<ChannelSummary>>('/channels');

/** Whose turn it is in a channel and which numbers are next. */
export const useNextSession = (channelId: string): UseQueryResult<NextSession, Problem> =>
  useRead<NextSession>(`/channels/${channelId}/next-session`, undefined, channelId !== '');

export const useProgramme = (id: string): UseQueryResult<Programme, Problem> =>
  useRead<Programme>(`/sessions/${id}/programme`);

export const useAgendaOf = (id: string): UseQueryResult<Agenda, Problem> => useRead<Agenda>(`/sessions/${id}/agenda`);

/** Any change of a session: each answers with the session as it is now. */
export const useSessionWrite = (id: string): UseMutationResult<SessionDetail, Problem, Write> =>
  useWrite<SessionDetail>(`/sessions/${id}`);

export const useProgrammeWrite = (id: string): UseMutationResult<Programme, Problem, Write> =>
  useWrite<Programme>(`/sessions/${id}/programme`);
