import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import type { List, PostRef } from '../../shared/api/types.js';

type Schemas = components['schemas'];

export type SessionRecord = Schemas['SessionRecordView'];
export type RecordSummary = Schemas['SessionRecordSummaryView'];
export type RecordList = Schemas['SessionRecordListView'];
export type Paragraph = Schemas['SessionRecordParagraphView'];
export type BracketGroup = Schemas['RecordBracketGroupView'];
export type Bracket = Schemas['RecordBracketView'];
export type Clearance = Schemas['RecordClearanceView'];
export type Related = Schemas['RelatedRecordView'];
export type RecordVersion = Schemas['RecordVersionView'];
export type RecordDiff = Schemas['RecordDiffView'];
export type RecordKind = RecordSummary['kind'];
export type ParagraphKind = Paragraph['kind'];

export const RECORD_KINDS: readonly RecordKind[] = [
  'summary_record',
  'agreed_minutes',
  'joint_statement',
  'joint_press_release',
  'unilateral_press_release',
  'mou',
  'agency_arrangement',
  'annex',
];
export const PARAGRAPH_KINDS: readonly ParagraphKind[] = ['paragraph', 'heading', 'decision', 'signature_block'];

export const useRecords = (sessionId: string): UseQueryResult<RecordList, Problem> =>
  useRead<RecordList>(`/sessions/${sessionId}/records`);

/** The one text with every language of every paragraph. */
export const useRecord = (id: string): UseQueryResult<SessionRecord, Problem> =>
  useRead<SessionRecord>(`/records/${id}`, { texts: 'all' });

export const useVersions = (id: string): UseQueryResult<List<RecordVersion>, Problem> =>
  useRead<List<RecordVersion>>(`/records/${id}/versions`);

export const useDiff = (to: string, from: string): UseQueryResult<RecordDiff, Problem> =>
  useRead<RecordDiff>(`/record-versions/${to}/diff`, { from });

export const usePosts = (side: string): UseQueryResult<List<PostRef>, Problem> =>
  useRead<List<PostRef>>('/posts', { side }, side !== '');

/** Every write of a text answers with the text as it is now. */
export type RecordWrite = UseMutationResult<SessionRecord, Problem, Write>;
export const useRecordWrite = (): RecordWrite => useWrite<SessionRecord>();

/** An act on the whole text, on the version that is shown; those that stand on words name their hash. */
export const actOn = (record: SessionRecord, act: string, body: object = {}): Write => ({
  method: 'POST',
  path: `/records/${record.id}/${act}`,
  ifMatch: record.etag,
  body,
});

export const onWords = (record: SessionRecord, act: string, body: object = {}): Write =>
  actOn(record, act, { hash: record.hash, ...body });

export const onParagraph = (paragraph: Paragraph, act: string, body: object = {}): Write => ({
  method: 'POST',
  path: `/record-paragraphs/${paragraph.id}/${act}`,
  ifMatch: paragraph.etag,
  body,
});

export const recordAddress = (record: { readonly id: string; readonly sessionId: string }): string =>
  `/sessions/${record.sessionId}/texts/${record.id}`;
