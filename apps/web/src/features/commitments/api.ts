import type { UseQueryResult } from '@tanstack/react-query';
import { useRead } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type {
  CommitmentDetail,
  CommitmentSummary,
  InstrumentDetail,
  InstrumentSummary,
  List,
} from '../../shared/api/types.js';

export const useInstruments = (): UseQueryResult<List<InstrumentSummary>, Problem> =>
  useRead<List<InstrumentSummary>>('/instruments');
export const useInstrument = (id: string): UseQueryResult<InstrumentDetail, Problem> =>
  useRead<InstrumentDetail>(`/instruments/${id}`);
export const useCommitments = (query: Record<string, string>): UseQueryResult<List<CommitmentSummary>, Problem> =>
  useRead<List<CommitmentSummary>>('/commitments', { ...query, limit: '200' });
export const useCommitment = (id: string): UseQueryResult<CommitmentDetail, Problem> =>
  useRead<CommitmentDetail>(`/commitments/${id}`);
