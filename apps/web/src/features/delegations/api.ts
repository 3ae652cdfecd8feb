import type { PersonName } from '#core/i18n';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import type { List, PostRef, SessionDetail } from '../../shared/api/types.js';

type Schemas = components['schemas'];

export type Delegations = Schemas['DelegationsView'];
export type DelegationList = Schemas['DelegationListView'];
export type Member = Schemas['MemberView'];
export type CompanyPerson = Schemas['CompanyPersonView'];
export type Interpretation = Schemas['InterpretationView'];
export type Paper = Schemas['TranslationPaperView'];
export type MemberRole = Member['role'];

export const MEMBER_ROLES: readonly MemberRole[] = [
  'head',
  'alternate',
  'member',
  'sitting_in',
  'interpreter',
  'press',
  'observer',
];
export const SCRIPTS = ['hangul', 'hanja', 'kanji', 'kana', 'latin'] as const satisfies readonly (keyof PersonName)[];

export const useSession = (id: string): UseQueryResult<SessionDetail, Problem> =>
  useRead<SessionDetail>(`/sessions/${id}`);

export const useDelegations = (sessionId: string, all = false): UseQueryResult<Delegations, Problem> =>
  useRead<Delegations>(`/sessions/${sessionId}/delegations`, all ? { texts: 'all' } : {});

export const useInterpretation = (sessionId: string): UseQueryResult<Interpretation, Problem> =>
  useRead<Interpretation>(`/sessions/${sessionId}/interpretation`);

export const usePosts = (side: string): UseQueryResult<List<PostRef>, Problem> =>
  useRead<List<PostRef>>('/posts', { side }, side !== '');

/** Every write of a list answers with both lists as they are now. */
export const useListWrite = (sessionId: string): UseMutationResult<Delegations, Problem, Write> =>
  useWrite<Delegations>(`/sessions/${sessionId}/delegations`);

/** Every write of the interpretation answers with it as it is now. */
export const useInterpretationWrite = (sessionId: string): UseMutationResult<Interpretation, Problem, Write> =>
  useWrite<Interpretation>(`/sessions/${sessionId}/interpretation`);

export const listStep = (sessionId: string, list: DelegationList, step: 'approve' | 'submit' | 'accept'): Write => ({
  method: 'POST',
  path: `/sessions/${sessionId}/delegations/${step}`,
  ifMatch: list.etag ?? '',
});

export const orderMembers = (sessionId: string, list: DelegationList, memberIds: string[]): Write => ({
  method: 'PUT',
  path: `/sessions/${sessionId}/delegations/order`,
  ifMatch: list.etag ?? '',
  body: { memberIds },
});

export const memberAct = (member: Member, act: 'remove' | 'keep-rank'): Write => ({
  method: 'POST',
  path: `/delegation-members/${member.id}/${act}`,
  ifMatch: member.etag,
});
