import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { ActionDetail, ActionSummary, List, PostRef } from '../../shared/api/types.js';

export const useActions = (query: Record<string, string>): UseQueryResult<List<ActionSummary>, Problem> =>
  useRead<List<ActionSummary>>('/action-items', { ...query, limit: '200' });

export const useAction = (id: string): UseQueryResult<ActionDetail, Problem> =>
  useRead<ActionDetail>(`/action-items/${id}`);

export const usePosts = (): UseQueryResult<List<PostRef>, Problem> => useRead<List<PostRef>>('/posts');

/** An act on one action item answers with it as it is now. */
export const useAct = (id: string): UseMutationResult<ActionDetail, Problem, Write> =>
  useWrite<ActionDetail>(`/action-items/${id}`);

export const act = (
  action: ActionDetail,
  step: 'start' | 'confirm' | 'report-done' | 'return' | 'extend',
  body?: object,
): Write => ({
  method: 'POST',
  path: `/action-items/${action.id}/${step}`,
  ifMatch: action.etag,
  ...(body ? { body } : {}),
});
