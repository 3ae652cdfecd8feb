import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';

type Schemas = components['schemas'];

export type Issue = Schemas['RadioIssueDetailView'];
export type IssueSummary = Schemas['RadioIssueSummaryView'];
export type IssueList = Schemas['RadioIssueListView'];
export type Band = Schemas['BandView'];
export type Overlap = Schemas['RadioOverlapView'];
export type Measurement = Schemas['RadioMeasurementView'];
export type Timer = Schemas['RadioTimerView'];
export type HistoryEntry = Schemas['RadioHistoryView'];
export type FileReport = Schemas['RadioFileReportView'];
export type DraftBody = Schemas['DraftRadioIssueDto'];
export type Area = IssueSummary['areas'][number];
export type Service = IssueSummary['services'][number];
export type IssueType = NonNullable<IssueSummary['type']>;

export const issuePath = (id: string): string => `/records/radio/${id}`;

/** The one case with its words in all languages, for the forms beneath it. */
export const useIssue = (id: string): UseQueryResult<Issue, Problem> =>
  useRead<Issue>(`/radio-issues/${id}`, { texts: 'all' });

/** Every write of a case answers with the case as it is now. */
export const useIssueWrite = (): UseMutationResult<Issue, Problem, Write> => useWrite<Issue>();

export const act = (issue: Pick<Issue, 'id' | 'etag'>, path: string, body: object = {}): Write => ({
  method: 'POST',
  path: `/radio-issues/${issue.id}/${path}`,
  ifMatch: issue.etag,
  body,
});
