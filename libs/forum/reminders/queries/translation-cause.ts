import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { RuleBook, type ReminderRule } from '#forum/reminder-rules';
import { findSessionRules, sessionTitle } from '#forum/sessions';
import { findTranslation, type TranslationRow } from '#forum/translation';
import type { Cause } from '../domain/reminder.types.js';
import { translationDueRule, translationOverdueRule, translationRules, type TranslationRule } from '../domain/rules.js';
import { tellsOn } from '../domain/tells-on.js';
import { silentChannelsAs } from './silent-channels.js';

/** What each rule depends on, as a fingerprint that has to hold when the mail leaves; null when there is nothing to tell. */
export function translationFingerprint(rule: TranslationRule, request: TranslationRow): string | null {
  const { state, dueOn, outdatedAt } = request;
  const translator = `translator=${request.translatorPostId ?? ''}`;
  const unfinished = state === 'requested' || state === 'in_work';
  switch (rule) {
    case 'translation-due':
    case 'translation-overdue':
      return unfinished ? `due=${dueOn};${translator}` : null;
    case 'translation-assigned':
      // Who has taken it up knows.
      return unfinished && request.translatorUserId === null ? translator : null;
    case 'translation-delivered':
      return state === 'delivered' ? `checker=${request.checkerPostId ?? ''}` : null;
    case 'translation-returned':
      return state === 'in_work' ? translator : null;
    case 'translation-outdated':
      return state === 'in_work' && outdatedAt !== null ? sourceMoved : null;
  }
}

/** Planned by the database for requests the changing side may not know, so it names nobody. */
export const sourceMoved = 'source=moved';

/** Whether the days of a request are not told: it is for a session of a channel that rests or is over (domain.md 4). */
export async function isSilentRequest(reader: Reader, requestId: string): Promise<boolean> {
  const [row] = await reader.query<{ silent: boolean }>(
    `select ${silentChannelsAs('s.channel_id')} as silent
       from forum.translation_request q join forum.session s on s.id = q.session_id where q.id = $1`,
    [requestId],
  );
  return row?.silent ?? false;
}

/** On which days a request is told of: as the channel of its session agreed. */
export async function findTranslationRule(
  reader: Reader,
  { sessionId }: Pick<TranslationRow, 'sessionId'>,
): Promise<ReminderRule> {
  const book = sessionId === null ? RuleBook.standard : await findSessionRules(reader, sessionId);
  return book.get(translationDueRule.code);
}

/** The request as one of its readers is told of it. */
export async function findTranslationNews(
  reader: Reader,
  side: Side,
  requestId: string,
  { rule, offsetDays }: { readonly rule: string; readonly offsetDays: number },
): Promise<Cause | undefined> {
  const known = translationRules.find((one) => one === rule);
  const request = known && (await findTranslation(reader, { side }, requestId));
  const fingerprint = request ? translationFingerprint(known, request) : null;
  const title = request && titleOf(request, side);
  if (!request || !title || fingerprint === null) return undefined;
  const isDay = known === translationDueRule.code || known === translationOverdueRule.code;
  if (isDay && (await isSilentRequest(reader, requestId))) return undefined;
  const up = known === translationOverdueRule.code;
  if (isDay && !tellsOn(await findTranslationRule(reader, request), offsetDays, { up })) return undefined;
  return {
    fingerprint,
    title,
    number: null,
    session: null,
    facts: [
      { label: 'languages', languages: [request.fromLang, request.toLang] },
      { label: 'due', date: request.dueOn },
    ],
    path: `/translations/${requestId}`,
  };
}

const titleOf = ({ label, session }: TranslationRow, side: Side): LocalizedText | null =>
  label ?? (session && sessionTitle(session, side));
