import type { Language } from '#core/kernel';
import { call, type Query } from '../api/client.js';
import { hasStatus } from '../api/problem.js';
import { isKept, keptAnswer } from './kept.js';
import { setOffline } from './state.js';

/** Answers that came from the store; they are never kept again as if they were new. */
const old = new WeakSet<object>();
export const isOld = (data: object): boolean => old.has(data);

/** A read of the API; without a network, what was kept of it. */
export async function read<T>(path: string, query: Query | undefined, lang: Language, signal: AbortSignal): Promise<T> {
  try {
    const fresh = await call<T>('GET', path, { query, lang, signal });
    setOffline(null);
    return fresh;
  } catch (error) {
    if (!hasStatus(error, 0) || !isKept()) throw error;
    const kept = await keptAnswer(path, query ?? {}, lang);
    if (!kept) throw error;
    if (typeof kept.data === 'object' && kept.data !== null) old.add(kept.data);
    setOffline({ at: kept.at, page: kept.page });
    return kept.data as T;
  }
}
