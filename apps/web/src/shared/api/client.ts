import type { Language } from '#core/kernel';
import { Problem } from './problem.js';

export const API = '/api/v1';
export type Query = Record<string, string | undefined>;

export interface Call {
  query?: Query | undefined;
  body?: object | undefined;
  /** The etag of the object as the reader saw it (428 without, 412 when it has moved on). */
  ifMatch?: string | undefined;
  /** Makes a repeated POST harmless: the same key, the same answer. */
  idempotencyKey?: string | undefined;
  lang: Language;
  signal?: AbortSignal | undefined;
}

function address(path: string, query: Query | undefined, lang: Language): string {
  const search = new URLSearchParams({ lang });
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== '') search.set(name, value);
  return `${API}${path}?${search.toString()}`;
}

/** One call of the API. Throws `Problem`; an empty answer (204) is `undefined`. */
export async function call<T>(
  method: string,
  path: string,
  { query, body, ifMatch, idempotencyKey, lang, signal }: Call,
): Promise<T> {
  const headers = new Headers({ Accept: 'application/json' });
  if (body) headers.set('Content-Type', 'application/json');
  if (ifMatch) headers.set('If-Match', ifMatch);
  if (idempotencyKey) headers.set('Idempotency-Key', idempotencyKey);
  let response: Response;
  try {
    response = await fetch(address(path, query, lang), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw Problem.offline();
  }
  if (!response.ok) throw await Problem.of(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}
