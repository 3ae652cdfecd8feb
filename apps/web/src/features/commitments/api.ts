import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import type {
  CommitmentDetail,
  CommitmentSummary,
  InstrumentDetail,
  InstrumentSummary,
  List,
  PostRef,
  SessionSummary,
} from '../../shared/api/types.js';

type Schemas = components['schemas'];

export type CommitmentSide = Schemas['CommitmentSideView'];
export type CommitmentEvent = Schemas['CommitmentEventView'];
export type GivenEvidence = Schemas['CommitmentEvidenceView'];
export type ProgressRow = Schemas['ProgressRowView'];
export type InstrumentList = Schemas['InstrumentListView'];
export type Step = Schemas['CommitmentStepDto']['action'];
export type Strength = CommitmentSummary['strength'];
export type EvidenceKind = GivenEvidence['kind'];

export const STRENGTHS: readonly Strength[] = [
  'joint_binding',
  'joint_political',
  'joint_non_binding',
  'discussed',
  'unilateral_intent',
  'proposal',
];
export const EVIDENCE_KINDS: readonly EvidenceKind[] = ['document', 'meeting', 'link'];
export const INSTRUMENT_KINDS: readonly InstrumentSummary['kind'][] = [
  'treaty',
  'agreement',
  'memorandum',
  'memorandum_of_cooperation',
  'agency_arrangement',
  'initiative',
  'action_plan',
  'agreed_minutes',
];
export const LEGAL_FORCES: readonly InstrumentSummary['legal'][] = [
  'treaty',
  'agency_level',
  'political',
  'non_binding',
];

export const useInstruments = (): UseQueryResult<InstrumentList, Problem> =>
  useRead<InstrumentList>('/instruments', { limit: '200' });

/** With all languages, for the forms beneath it. */
export const useInstrument = (id: string): UseQueryResult<InstrumentDetail, Problem> =>
  useRead<InstrumentDetail>(`/instruments/${id}`, { texts: 'all' });
export const useCommitments = (query: Record<string, string>): UseQueryResult<List<CommitmentSummary>, Problem> =>
  useRead<List<CommitmentSummary>>('/commitments', { ...query, limit: '200' });
export const useCommitment = (id: string): UseQueryResult<CommitmentDetail, Problem> =>
  useRead<CommitmentDetail>(`/commitments/${id}`, { texts: 'all' });
export const useProgress = (): UseQueryResult<{ rows: ProgressRow[] }, Problem> =>
  useRead<{ rows: ProgressRow[] }>('/commitments/progress');
export const usePosts = (): PostRef[] => useRead<List<PostRef>>('/posts').data?.items ?? [];
export const usePastSessions = (): SessionSummary[] =>
  useRead<List<SessionSummary>>('/sessions', { when: 'past', limit: '100' }).data?.items ?? [];

export const useInstrumentWrite = (): UseMutationResult<InstrumentDetail, Problem, Write> =>
  useWrite<InstrumentDetail>();
export const useCommitmentWrite = (): UseMutationResult<CommitmentDetail, Problem, Write> =>
  useWrite<CommitmentDetail>();

export const commitmentAct = (commitment: CommitmentDetail, act: 'steps' | 'details', body: object): Write => ({
  method: 'POST',
  path: `/commitments/${commitment.id}/${act}`,
  ifMatch: commitment.etag,
  body,
});

/** A change of an instrument or of one of its clauses; each names the version of the instrument. */
export const instrumentAct = (
  instrument: InstrumentDetail,
  path: string,
  body: object = {},
  method: Write['method'] = 'POST',
): Write => ({
  method,
  path: `/instruments/${instrument.id}${path}`,
  ifMatch: instrument.etag,
  body,
});
