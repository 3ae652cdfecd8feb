import type { Actor, LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import { sessionTitle } from '#forum/sessions';
import {
  isChecker,
  isTranslator,
  listTranslations,
  translationContext,
  translationLifecycle,
  type TranslationRow,
} from '#forum/translation';
import type { Work, WorkItem } from './worklist.js';

const translationsShown = 50;

/**
 * Translations that wait: for who does them, then for who checks. The actor's are those they were named for or may take up; what
 * somebody of the other side was named for waits for them.
 */
export async function translationWork(reader: Reader, actor: Actor): Promise<Work> {
  const states = ['requested', 'in_work', 'delivered'] as const;
  const { items } = await listTranslations(reader, actor, { states, limit: translationsShown });
  return {
    mine: items.filter((row) => isMine(row, actor)).flatMap((row) => workOf(row, actor)),
    theirs: items.filter((row) => isTheirs(row, actor)).flatMap((row) => workOf(row, actor)),
  };
}

/** A secretariat may step in everywhere; that alone is no work of its own while somebody else is named. */
function isMine(row: TranslationRow, actor: Actor): boolean {
  if (row.state === 'delivered') {
    const named = row.checkerPostId === null || actor.postIds.includes(row.checkerPostId);
    const own = row.checkerPostId !== null || actor.roles.includes('interpreter') || actor.side === row.requestedSide;
    return named && own && isChecker(row, actor) && mayCheck(row, actor);
  }
  const named =
    row.translatorPostId === null
      ? row.translatorUserId === null || row.translatorUserId === actor.userId
      : actor.postIds.includes(row.translatorPostId);
  return named && isTranslator(row, actor);
}

/** Gaps are looked at on the page; here only whose eyes are needed counts. */
function mayCheck(row: TranslationRow, actor: Actor): boolean {
  const units = row.workers.map((worker) => ({ ...worker, gap: null }));
  return translationLifecycle
    .allowedActions(row.state, translationContext(row, units, actor))
    .some(({ action, allowed }) => action === 'check' && allowed);
}

function isTheirs(row: TranslationRow, actor: Actor): boolean {
  if (actor.side === null) return false;
  const post = row.state === 'delivered' ? row.checker : row.translator;
  return post ? post.side !== null && post.side !== actor.side : false;
}

function workOf(row: TranslationRow, actor: Actor): WorkItem[] {
  const title: LocalizedText | null = row.label ?? (row.session && sessionTitle(row.session, actor.side));
  if (!title) return [];
  return [
    {
      kind: row.state === 'delivered' ? 'translation-check' : 'translation-do',
      title,
      path: `/translations/${row.id}`,
      due: row.dueOn,
      daysLeft: row.daysLeft,
      illustrative: false,
    },
  ];
}
