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

/** Hands over an answer: a calendar file as it is, or the one inside a saved mail. The mail itself never leaves the browser. */
export function useReceive(): UseMutationResult<ReceivedReply, Problem, File> {
  const lang = useLanguage();
  const client = useQueryClient();
  return useMutation<ReceivedReply, Problem, File>({
    mutationFn: async (file) => {
      const body = await calendarOf(file);
      let response: Response;
      try {
        response = await fetch(`${API}/calendar-replies?lang=${lang}`, {
          method: 'POST',
          headers: { Accept: 'application/json', 'Content-Type': 'text/calendar' },
          credentials: 'same-origin',
          body,
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

async function calendarOf(file: File): Promise<Blob> {
  if (!/\.eml$/iu.test(file.name) && file.type !== 'message/rfc822') return file;
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(await file.arrayBuffer());
  const part = mail.attachments.find(({ mimeType }) => /^(text\/calendar|application\/ics)$/u.test(mimeType));
  // Without one the server says that this is no calendar file.
  return new Blob(part ? [part.content as BlobPart] : []);
}
