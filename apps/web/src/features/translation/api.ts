import { useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { API, call } from '../../shared/api/client.js';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import type { List, PostRef, SessionSummary } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';

type Schemas = components['schemas'];

export type Translation = Schemas['TranslationView'];
export type TranslationSummary = Schemas['TranslationSummaryView'];
export type TranslationList = Schemas['TranslationListView'];
export type Unit = Schemas['TranslationUnitView'];
export type TranslationEvent = Schemas['TranslationEventView'];
export type Warning = Schemas['UnitWarningView'];
export type ImportReport = Schemas['TranslationImportView'];

export const STATES: readonly TranslationSummary['state'][] = [
  'requested',
  'in_work',
  'delivered',
  'checked',
  'locked',
  'cancelled',
];
export const PAIRS = ['ko-ja', 'ko-en', 'ja-ko', 'ja-en', 'en-ko', 'en-ja'] as const;

export const useTranslations = (query: Record<string, string>): UseQueryResult<TranslationList, Problem> =>
  useRead<TranslationList>('/translations', { ...query, limit: '100' });

export const useTranslationOf = (id: string): UseQueryResult<Translation, Problem> =>
  useRead<Translation>(`/translations/${id}`);

export const usePosts = (enabled: boolean): UseQueryResult<List<PostRef>, Problem> =>
  useRead<List<PostRef>>('/posts', {}, enabled);

export const useSessions = (): UseQueryResult<List<SessionSummary>, Problem> =>
  useRead<List<SessionSummary>>('/sessions', { when: 'upcoming', limit: '100' });

/** Every write about one request answers with it as it is now. */
export const useTranslationWrite = (id: string): UseMutationResult<Translation, Problem, Write> =>
  useWrite<Translation>(`/translations/${id}`);

export const useRequest = (): UseMutationResult<Translation, Problem, Write> => useWrite<Translation>();

export const stepOf = (translation: Translation, step: string, body?: object): Write => ({
  method: 'POST',
  path: `/translations/${translation.id}/${step}`,
  ifMatch: translation.etag,
  ...(body ? { body } : {}),
});

const unitPath = (id: string, unitId: string): string => `/translations/${id}/texts/${unitId}`;

export const writeUnit = (id: string, unit: Pick<Unit, 'id' | 'etag'>, text: string, ofRevision: number): Write => ({
  method: 'PUT',
  path: unitPath(id, unit.id),
  ifMatch: unit.etag,
  body: { text, ofRevision },
});

export const keepUnit = (id: string, unit: Pick<Unit, 'id' | 'etag'>): Write => ({
  method: 'POST',
  path: `${unitPath(id, unit.id)}/no-change`,
  ifMatch: unit.etag,
});

/** Asks for the request as it is now and puts it on the page. */
export function useFresh(id: string): () => Promise<Translation> {
  const lang = useLanguage();
  const client = useQueryClient();
  return async () => {
    const now = await call<Translation>('GET', `/translations/${id}`, { lang });
    client.setQueryData([`/translations/${id}`, {}, lang], now);
    return now;
  };
}

/** Where a request is fetched as a file; a plain link, so that the browser saves it under its own name. */
export const fileOf = (id: string, format: 'xlf' | 'docx'): string => `${API}/translations/${id}/file.${format}`;

/** Sends a filled-in file; its report says what became of every text. */
export function useImport(id: string): (file: File, origin: 'person' | 'machine') => Promise<ImportReport> {
  const lang = useLanguage();
  const client = useQueryClient();
  return async (file, origin) => {
    const body = new FormData();
    body.set('origin', origin);
    body.set('file', file, file.name);
    let response: Response;
    try {
      response = await fetch(`${API}/translations/${id}/import?lang=${lang}`, {
        method: 'POST',
        body,
        credentials: 'same-origin',
        headers: { Accept: 'application/json' },
      });
    } catch {
      throw Problem.offline();
    }
    if (!response.ok) throw await Problem.of(response);
    const report = (await response.json()) as ImportReport;
    await client.invalidateQueries();
    return report;
  };
}
