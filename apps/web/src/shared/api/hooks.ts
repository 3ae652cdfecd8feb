import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useLanguage } from '../i18n/language.js';
import { read } from '../offline/read.js';
import { call, type Query } from './client.js';
import type { Problem } from './problem.js';

export interface Write {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  body?: object | undefined;
  ifMatch?: string | undefined;
  idempotencyKey?: string | undefined;
}

/** A read in the reader's language. A language switch keeps the old answer on the page until the new one is there. */
export function useRead<T>(path: string, query?: Query, enabled = true): UseQueryResult<T, Problem> {
  const lang = useLanguage();
  return useQuery<T, Problem>({
    queryKey: [path, query ?? {}, lang],
    queryFn: ({ signal }) => read<T>(path, query, lang, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/**
 * A write. `answers` names the read whose answer the API has sent back, so that the page shows it at once; every other read is
 * asked again, since one act moves home, lists and keys together.
 */
export function useWrite<T>(answers?: string): UseMutationResult<T, Problem, Write> {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation<T, Problem, Write>({
    mutationFn: ({ method, path, ...rest }) => call<T>(method, path, { ...rest, lang }),
    onSuccess: async (answer) => {
      if (answers && answer) client.setQueryData([answers, {}, lang], answer);
      await client.invalidateQueries({
        predicate: (query) => !(answer && query.queryKey[0] === answers && query.queryKey[2] === lang),
      });
    },
  });
}

/**
 * Sends a change and does `then` with the answer, also when what it was asked from is gone by then, as a row is that the change took from
 * its list: `mutate` would forget its own `onSuccess`. A refusal stands in `write.error`.
 */
export function sendThen<T>(
  write: UseMutationResult<T, Problem, Write>,
  change: Write,
  then: (answer: T) => void,
): void {
  void write.mutateAsync(change).then(then, () => undefined);
}
