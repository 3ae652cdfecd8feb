import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';

type Schemas = components['schemas'];

export type Rise = Schemas['EscalationView'];
export type RiseSummary = Schemas['EscalationSummaryView'];
export type RiseList = Schemas['EscalationListView'];
export type RiseEvent = Schemas['EscalationEventView'];
export type Suggestions = Schemas['EscalationSuggestionsView'];
export type Targets = Schemas['EscalationTargetsView'];
export type MatterKind = Schemas['EscalationMatterView']['kind'];
export type LadderLevel = RiseSummary['level'];
export type RiseState = RiseSummary['state'];

export const MATTER_KINDS: readonly MatterKind[] = ['radio_issue', 'agenda_item', 'action_item'];
export const STATES: readonly RiseState[] = ['draft', 'raised', 'accepted', 'settled', 'returned', 'refused'];
export const ITU_ARTICLES = [9, 11, 15] as const;

/** The one rise with its texts in all languages, for the forms beneath it. */
export const useRise = (id: string): UseQueryResult<Rise, Problem> =>
  useRead<Rise>(`/escalations/${id}`, { texts: 'all' });

/** Every write of a rise answers with the rise as it is now. */
export const useRiseWrite = (): UseMutationResult<Rise, Problem, Write> => useWrite<Rise>();

export const riseStep = (rise: Pick<Rise, 'id' | 'etag'>, step: string, body: object = {}): Write => ({
  method: 'POST',
  path: `/escalations/${rise.id}/${step}`,
  ifMatch: rise.etag,
  body,
});
