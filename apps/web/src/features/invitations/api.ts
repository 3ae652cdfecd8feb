import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { API } from '../../shared/api/client.js';
import { useRead } from '../../shared/api/hooks.js';
import { isProblem, Problem } from '../../shared/api/problem.js';
import type { components } from '../../shared/api/schema.js';
import { useLanguage } from '../../shared/i18n/language.js';

type Schemas = components['schemas'];
export type CalendarFeed = Schemas['CalendarFeedView'];
export type NewCalendarFeed = Schemas['NewCalendarFeedView'];
export type CalendarReply = Schemas['CalendarReplyView'];
export type ReceivedReply = Schemas['ReceivedReplyView'];

export const useFeeds = () => useRead<Schemas['CalendarFeedListView']>('/me/calendar-feeds');
export const useReplies = (sessionId: string) =>
  useRead<Schemas['CalendarReplyListView']>(`/sessions/${sessionId}/calendar-replies`);

/** Hands over an answer: a calendar file, or a saved mail that carries one. */
export function useReceive(): UseMutationResult<ReceivedReply, Problem, File> {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation<ReceivedReply, Problem, File>({
    mutationFn: async (file) => {
      let response: Response;
      try {
        response = await fetch(`${API}/calendar-replies?lang=${lang}`, {
          method: 'POST',
          headers: { Accept: 'application/json', 'Content-Type': isMail(file) ? 'message/rfc822' : 'text/calendar' },
          credentials: 'same-origin',
          body: file,
        });
      } catch (error) {
        throw isProblem(error) ? error : Problem.offline();
      }
      if (!response.ok) throw await Problem.of(response);
      return (await response.json()) as ReceivedReply;
    },
    onSuccess: () => client.invalidateQueries(),
  });
}

/** A saved mail goes as it is: the server takes the calendar out of it. */
const isMail = (file: File): boolean => /\.eml$/iu.test(file.name) || file.type === 'message/rfc822';
