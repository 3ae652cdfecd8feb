import { LANGUAGES, type Language } from '#core/kernel';
import type { Query } from '../api/client.js';

/** One answer of the API as it was given. */
export interface KeptAnswer {
  readonly path: string;
  readonly query: Query;
  readonly data: unknown;
}

/** Everything that is kept for reading without a network: the last opened agenda, its session, and who read it. */
export interface Kept {
  readonly personId: string;
  /** ISO 8601 UTC: when the answers were given. */
  readonly at: string;
  /** Page of the web app that shows it. */
  readonly page: string;
  readonly answers: readonly KeptAnswer[];
}

const KEY = 'forum-desk.offline';
/** True while something is kept, so that nobody opens the store for nothing. */
const MARK = 'forum-desk.offline.kept';

const store = () => import('idb-keyval');

export const isKept = (): boolean => window.localStorage.getItem(MARK) === 'true';

/** Keeps this and forgets what was kept before. */
export async function keep(kept: Kept): Promise<void> {
  const { set } = await store();
  await set(KEY, kept);
  window.localStorage.setItem(MARK, 'true');
}

/** Forgets all: at sign-out, and when another person signs in, since private notes may be among it. */
export async function forget(): Promise<void> {
  if (!isKept()) return;
  const { del } = await store();
  await del(KEY);
  window.localStorage.removeItem(MARK);
}

export async function kept(): Promise<Kept | null> {
  if (!isKept()) return null;
  const { get } = await store();
  return (await get<Kept>(KEY)) ?? null;
}

/** Forgets what belongs to somebody else. */
export async function keepOnlyFor(personId: string): Promise<void> {
  const found = await kept();
  if (found && found.personId !== personId) await forget();
}

const sameQuery = (a: Query, b: Query): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The kept answer to a read, its texts in the language that is asked for where it holds all three; undefined when it was not kept. */
export async function keptAnswer(
  path: string,
  query: Query,
  lang: Language,
): Promise<(Pick<Kept, 'at' | 'page'> & { data: unknown }) | undefined> {
  const found = await kept().catch(() => null);
  const answer = found?.answers.find((one) => one.path === path && sameQuery(one.query, query));
  return found && answer ? { data: inLanguage(answer.data, lang), at: found.at, page: found.page } : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Turns every text that holds all languages to one of them. */
function inLanguage(value: unknown, lang: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => inLanguage(one, lang));
  if (!isRecord(value)) return value;
  const { all } = value;
  if (isRecord(all) && LANGUAGES.every((one) => isRecord(all[one]))) {
    const own = all[lang];
    return { ...value, ...(isRecord(own) ? own : {}), all };
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLanguage(one, lang)]));
}
