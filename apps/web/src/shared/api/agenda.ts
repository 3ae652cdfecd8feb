import type { UseQueryResult } from '@tanstack/react-query';
import { useRead } from './hooks.js';
import type { Problem } from './problem.js';
import type { Agenda } from './types.js';

/** The agenda of a session with every language of every text; the session's head and its agenda tab read the same answer. */
export const useAgenda = (sessionId: string): UseQueryResult<Agenda, Problem> =>
  useRead<Agenda>(`/sessions/${sessionId}/agenda`, { texts: 'all' });
