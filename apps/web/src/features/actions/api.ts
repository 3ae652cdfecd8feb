import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type {
  ActionDetail,
  ActionHandover,
  ActionListItem,
  BodySummary,
  BulkResults,
  List,
  PostRef,
} from '../../shared/api/types.js';

export const useActions = (query: Record<string, string>): UseQueryResult<List<ActionListItem>, Problem> =>
  useRead<List<ActionListItem>>('/action-items', { limit: '200', ...query });

export const useAction = (id: string): UseQueryResult<ActionDetail, Problem> =>
  useRead<ActionDetail>(`/action-items/${id}`);

export const usePosts = (): UseQueryResult<List<PostRef>, Problem> => useRead<List<PostRef>>('/posts');

export const useBodies = (): UseQueryResult<List<BodySummary>, Problem> =>
  useRead<List<BodySummary>>('/bodies', { limit: '200' });

export const useHandovers = (enabled: boolean): UseQueryResult<List<ActionHandover>, Problem> =>
  useRead<List<ActionHandover>>('/action-handovers', undefined, enabled);

/** An act on one action item answers with it as it is now. */
export const useAct = (id: string): UseMutationResult<ActionDetail, Problem, Write> =>
  useWrite<ActionDetail>(`/action-items/${id}`);

export const useBulk = (): UseMutationResult<BulkResults, Problem, Write> => useWrite<BulkResults>();

export type Step =
  | 'start'
  | 'confirm'
  | 'report-done'
  | 'return'
  | 'extend'
  | 'block'
  | 'unblock'
  | 'reassign'
  | 'edit'
  | 'cancel'
  | 'supersede'
  | 'comment';

/** What an act is done to: an item of a list or of its own page. */
export type Item = Pick<
  ActionListItem,
  'id' | 'etag' | 'allowedActions' | 'joint' | 'owner' | 'state' | 'title' | 'number'
>;

const addresses: Partial<Record<Step, string>> = { edit: '', comment: '/comments' };

export const act = (action: Item, step: Step, body?: object): Write => ({
  method: step === 'edit' ? 'PATCH' : 'POST',
  path: `/action-items/${action.id}${addresses[step] ?? `/${step}`}`,
  ...(step === 'comment' ? {} : { ifMatch: action.etag }),
  ...(body ? { body } : {}),
});
