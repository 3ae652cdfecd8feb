import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from '../shared/api/problem.js';

type Listener = () => void;
const listeners = new Set<Listener>();

/** Tells when a call was refused because the sign-in has ended. */
export function onSignInEnded(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const noticeEnd = (error: unknown): void => {
  if (isProblem(error) && error.status === 401 && error.code !== 'identity.badCredentials')
    for (const tell of listeners) tell();
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    // Asked even when the browser believes to be offline: a read then finds what was kept, a write says at once that it was not sent.
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      retry: (count, error) => count < 2 && isProblem(error) && (error.status === 0 || error.status === 503),
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
