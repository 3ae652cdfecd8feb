import { useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { call } from '../../shared/api/client.js';
import { useRead, useWrite, type Write } from '../../shared/api/hooks.js';
import { isProblem, type Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import type { List, PostRef } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { LineKeys } from './line-keys.js';

type Schemas = components['schemas'];

export type Live = Schemas['LiveView'];
export type Projected = Schemas['LiveProjectorView'];
export type LiveRow = Schemas['LiveRowView'];
export type LiveSpeaker = Schemas['LiveSpeakerView'];
export type LiveMember = Schemas['LiveMemberView'];
export type LiveDecision = Schemas['LiveDecisionView'];
export type LiveEvent = Schemas['LiveEventView'];

export const livePath = (id: string): string => `/sessions/${id}/live`;

export const useLive = (id: string): UseQueryResult<Live, Problem> => useRead<Live>(livePath(id));

export const useProjected = (id: string): UseQueryResult<Projected, Problem> =>
  useRead<Projected>(`${livePath(id)}/projector`);

export const usePosts = (enabled: boolean): UseQueryResult<List<PostRef>, Problem> =>
  useRead<List<PostRef>>('/posts', {}, enabled);

/** Every write of a run answers with the run as it is now. */
export const useLiveWrite = (id: string): UseMutationResult<Live, Problem, Write> => useWrite<Live>(livePath(id));

/** Sends one line and shows the run as the answer has it, without waiting for anything else. A line without an answer keeps its key. */
export function useCapture(id: string): (kind: string, line: { lang: string; text: string }) => Promise<void> {
  const client = useQueryClient();
  const [keys] = useState(() => new LineKeys());
  const lang = useLanguage();
  return useCallback(
    async (kind, body) => {
      const path = livePath(id);
      const idempotencyKey = keys.of(kind, body.lang, body.text);
      try {
        const answer = await call<Live>('POST', `${path}/${kind}`, { body, lang, idempotencyKey });
        keys.answered(idempotencyKey);
        client.setQueryData([path, {}, lang], answer);
      } catch (error) {
        if (isProblem(error) && error.status >= 400 && error.status < 500) keys.answered(idempotencyKey);
        throw error;
      }
    },
    [client, id, keys, lang],
  );
}

/** An act on what is on or on the floor, by what the reader has just seen of it. */
export const conduct = (live: Live, act: string, body: object = {}): Write => ({
  method: 'POST',
  path: `${livePath(live.sessionId)}/${act}`,
  ifMatch: live.etag,
  body,
});
