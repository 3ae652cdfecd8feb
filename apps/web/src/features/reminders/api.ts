import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { call } from '../../shared/api/client.js';
import type { Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import type { List } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';

type Schemas = components['schemas'];

export type DeskReminder = Schemas['DeskReminderView'];
export type DeskSummary = Schemas['DeskSummaryView'];
export type DeskDays = Schemas['DeskDaysView'];
export type DeskDay = Schemas['DeskDayView'];
export type DeskPost = Schemas['DeskPostView'];
export type Inbox = Schemas['InboxView'];
export type InboxMail = Schemas['InboxMailView'];
export type InboxMailDetail = Schemas['InboxMailDetailView'];
export type DeskReplan = Schemas['DeskReplanView'];
export type MailPreferences = Schemas['MailPreferencesView'];
export type DeskAct = 'retry' | 'arrived' | 'send-again' | 'resend';

/** A list page by page. */
export function usePages<T extends List<unknown>>(
  path: string,
  query: Record<string, string>,
): UseInfiniteQueryResult<InfiniteData<T>, Problem> {
  const lang = useLanguage();
  return useInfiniteQuery<T, Problem, InfiniteData<T>, readonly unknown[], string | undefined>({
    queryKey: [path, query, lang],
    queryFn: ({ pageParam, signal }) => call<T>('GET', path, { query: { ...query, cursor: pageParam }, lang, signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
}
