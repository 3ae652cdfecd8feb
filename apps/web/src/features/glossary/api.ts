import { newId } from '#core/kernel';
import {
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from '../../shared/api/client.js';
import { useRead, type Write } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import type { Language, List, Proposal } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';

type Schemas = components['schemas'];

export type Glossary = Schemas['GlossaryView'];
export type Term = Schemas['GlossaryTermView'];
export type Words = Schemas['TermWordsView'];
export type Forms = Schemas['TermFormsView'];
export type TermVersion = Schemas['TermVersionView'];
export type TermImport = Schemas['TermImportView'];
export type Accepted = Schemas['AcceptedTermsView'];

/** What a proposal about a term holds, as the API gives it to the reader. */
export interface TermContent {
  change: 'new' | 'change' | 'retirement' | 'restoration';
  words: Words;
  note: Term['note'];
  binding: boolean;
}

const NOTHING: Forms = { term: '', also: [], avoid: [] };

export function contentOf(proposal: Proposal): TermContent {
  const { change = 'change', words, note = null, binding = false } = proposal.content as Partial<TermContent>;
  return { change, words: words ?? { ko: NOTHING, ja: NOTHING, en: NOTHING }, note, binding };
}

const PAGE = '60';

/** Terms in pages; the counts of the areas come with every page. */
export function useGlossary(query: Record<string, string>): UseInfiniteQueryResult<InfiniteData<Glossary>, Problem> {
  const lang = useLanguage();
  return useInfiniteQuery<Glossary, Problem, InfiniteData<Glossary>, readonly unknown[], string | undefined>({
    queryKey: ['/glossary', query, lang],
    queryFn: ({ pageParam, signal }) =>
      call<Glossary>('GET', '/glossary', { query: { ...query, limit: PAGE, cursor: pageParam }, lang, signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
}

export const useTerm = (id: string): UseQueryResult<Term, Problem> =>
  useRead<Term>(`/glossary/terms/${id}`, { texts: 'all' });
export const useHistory = (id: string): UseQueryResult<List<TermVersion>, Problem> =>
  useRead<List<TermVersion>>(`/glossary/terms/${id}/history`);
export const useOpenProposals = (): UseQueryResult<List<Proposal>, Problem> =>
  useRead<List<Proposal>>('/proposals', { subjectType: 'glossary_term', state: 'open', limit: '200' });

export interface TermInput {
  area?: string;
  ko: Forms;
  ja: Forms;
  en: Forms;
  note: Partial<Record<Language, string>>;
  binding: boolean;
  reason: string;
}

export const proposeTerm = (body: TermInput, idempotencyKey: string): Write => ({
  method: 'POST',
  path: '/glossary/terms',
  body,
  idempotencyKey,
});

export const proposeChange = (term: Term, body: TermInput): Write => ({
  method: 'POST',
  path: `/glossary/terms/${term.id}/proposals`,
  ifMatch: term.etag,
  body,
});

export const proposeEnd = (term: Term, step: 'retirement' | 'restoration', reason: string): Write => ({
  method: 'POST',
  path: `/glossary/terms/${term.id}/${step}`,
  ifMatch: term.etag,
  body: { reason },
});

export const acceptTerms = (proposals: readonly Proposal[]): Write => ({
  method: 'POST',
  path: '/glossary/proposals/accept',
  body: { proposals: proposals.map(({ id, hash }) => ({ id, hash })) },
});

export type FileFormat = 'tsv' | 'tbx';

export const previewTerms = (file: string, format: FileFormat): Write => ({
  method: 'POST',
  path: '/glossary/import/preview',
  body: { file, format },
});

export const importTerms = (file: string, format: FileFormat, seen: string, reason: string): Write => ({
  method: 'POST',
  path: '/glossary/import',
  body: { file, format, seen, reason },
  idempotencyKey: newId(),
});

export const exportAddress = (format: FileFormat, lang: Language): string =>
  `/api/v1/glossary/export.${format}?lang=${lang}`;
