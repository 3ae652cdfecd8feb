import type { Language } from '#core/kernel';
import { useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { API } from '../../shared/api/client.js';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import { isProblem, Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import { useLanguage } from '../../shared/i18n/language.js';

type Schemas = components['schemas'];

export type Paper = Schemas['PaperView'];
export type PaperSummary = Schemas['PaperSummaryView'];
export type PaperList = Schemas['PaperListView'];
export type PaperFile = Schemas['PaperFileView'];
export type PaperLanguage = Schemas['PaperLanguageView'];
export type PaperRelease = Schemas['PaperReleaseView'];
export type Grade = PaperSummary['grade'];
export type SupersedeKind = Schemas['PaperSupersedesView']['kind'];

export const GRADES: readonly Grade[] = ['restricted', 'public'];
export const SUPERSEDE_KINDS: readonly SupersedeKind[] = ['rev', 'corr', 'add'];
/** What the file picker offers; what a file is, is decided by its content. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.hwpx,.odt,.ods,.odp,.txt,.csv,.png,.jpg,.jpeg';

export const usePapers = (sessionId: string): UseQueryResult<PaperList, Problem> =>
  useRead<PaperList>(`/sessions/${sessionId}/papers`);

/** The one paper with its title in all languages, for the forms beneath it. */
export const usePaper = (id: string): UseQueryResult<Paper, Problem> =>
  useRead<Paper>(`/papers/${id}`, { texts: 'all' });

/** Every write of a paper answers with the paper as it is now. */
export const usePaperWrite = (): UseMutationResult<Paper, Problem, Write> => useWrite<Paper>();

export const paperStep = (paper: PaperSummary, step: string, body: object = {}): Write => ({
  method: 'POST',
  path: `/papers/${paper.id}/${step}`,
  ifMatch: paper.etag,
  body,
});

/** Where a file is fetched; a plain link, so that the browser saves it under its own name. */
export const contentOf = (file: PaperFile): string => `${API}${file.content}`;

export interface UploadState {
  /** 0 to 1 while bytes go out, 1 while the server looks into them, null when nothing is under way. */
  readonly sent: number | null;
  readonly problem: Problem | null;
}

/** Sends a file with its progress; `fetch` tells none. Leaving the page or `stop` ends it, and the server keeps nothing. */
export function useUpload(paperId: string): UploadState & {
  send: (file: File, language: Language) => Promise<boolean>;
  stop: () => void;
} {
  const lang = useLanguage();
  const client = useQueryClient();
  const request = useRef<XMLHttpRequest | null>(null);
  const [state, setState] = useState<UploadState>({ sent: null, problem: null });
  const stop = useCallback(() => request.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const send = async (file: File, language: Language): Promise<boolean> => {
    setState({ sent: 0, problem: null });
    try {
      await post(`${API}/papers/${paperId}/files?lang=${lang}`, formOf(file, language), {
        started: (sending) => (request.current = sending),
        progress: (sent) => setState({ sent, problem: null }),
      });
    } catch (error) {
      setState({ sent: null, problem: isProblem(error) ? error : null });
      return false;
    }
    setState({ sent: null, problem: null });
    await client.invalidateQueries();
    return true;
  };
  return { ...state, send, stop };
}

/** The language goes first, so that nothing has to wait for the bytes. */
function formOf(file: File, language: Language): FormData {
  const form = new FormData();
  form.set('language', language);
  form.set('file', file, file.name.normalize('NFC'));
  return form;
}

interface Watcher {
  started: (request: XMLHttpRequest) => void;
  progress: (sent: number) => void;
}

/** Rejects with a `Problem`, or with an AbortError when it was stopped. */
function post(address: string, form: FormData, { started, progress }: Watcher): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    started(request);
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => {
      if (request.status < 300) resolve();
      else void Problem.of(new Response(request.responseText, { status: request.status })).then(reject);
    };
    request.onerror = () => reject(Problem.offline());
    request.onabort = () => reject(new DOMException(undefined, 'AbortError'));
    request.send(form);
  });
}
