import { isSide, type Actor, type Side } from '#core/kernel';
import { allowedSteps, type ActionDetailRow, type ActionPage, type ActionRow, type OriginSeen } from '#forum/actions';
import type { ReminderRow } from '#forum/reminders';
import { sessionTitle } from '#forum/sessions';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { presentReminder } from '../reminders/reminders.presenter.js';
import { writeCursor } from './actions.cursor.js';
import type { ActionDetailView, ActionListItemView, ActionListView, ActionSummaryView } from './actions.views.js';

/** `side` is the reader's: it decides how sessions are counted and channels named. */
export function presentActionSummary(row: ActionRow, side: Side | null, reading: Reading): ActionSummaryView {
  return {
    id: row.id,
    number: row.number,
    title: presentText(row.title, reading),
    owner: presentPost(row.owner, reading),
    due: row.due,
    originalDue: row.originalDue,
    daysLeft: row.daysLeft,
    overdue: row.overdue,
    state: row.state,
    joint: row.joint,
    illustrative: row.illustrative,
    internal: isSide(row.audience),
    priority: row.priority,
    expectedOn: row.expectedOn,
    answerUntil: row.answerUntil,
    session: row.session && { id: row.session.id, title: presentText(sessionTitle(row.session, side), reading) },
    commitment: row.commitment && {
      id: row.commitment.id,
      code: row.commitment.code,
      text: presentText(row.commitment.text, reading),
    },
  };
}

/** An item of a list with what its reader may do to it. */
export function presentListed(row: ActionRow, actor: Actor, reading: Reading): ActionListItemView {
  return {
    ...presentActionSummary(row, actor.side, reading),
    etag: etagOf(row.version),
    allowedActions: allowedSteps(row, actor),
  };
}

export function presentActionPage(page: ActionPage, actor: Actor, reading: Reading): ActionListView {
  const last = page.items.at(-1);
  return {
    items: page.items.map((row) => presentListed(row, actor, reading)),
    hasMore: page.hasMore,
    nextCursor: page.hasMore && last ? writeCursor(last) : null,
  };
}

/** `reminders` are those of the reader's side; `origin` is what it came from, where the reader may see that. */
export function presentAction(
  row: ActionDetailRow,
  { reminders, origin }: { readonly reminders: readonly ReminderRow[]; readonly origin: OriginSeen | undefined },
  actor: Actor,
  reading: Reading,
): ActionDetailView {
  return {
    ...presentListed(row, actor, reading),
    evidence: row.evidence.map((evidence) => ({ ...evidence, text: presentTextOrNull(evidence.text, reading) })),
    history: row.history.map(({ post, fromPost, toPost, ...event }) => ({
      ...event,
      post: presentTextOrNull(post?.title, reading),
      fromPost: presentTextOrNull(fromPost?.title, reading),
      toPost: presentTextOrNull(toPost?.title, reading),
    })),
    deputy: row.deputy && presentPost(row.deputy, reading),
    supportingBodies: row.supportingBodies.map(({ id, name }) => ({ id, name: presentText(name, reading) })),
    origin: {
      // What it came from may have become one side's own: then not even its kind is told.
      kind: row.originId !== null && !origin ? 'other' : row.originKind,
      title: presentTextOrNull(origin?.title, reading),
      path: origin?.path ?? null,
    },
    supersededBy: row.supersededBy && { ...row.supersededBy, title: presentText(row.supersededBy.title, reading) },
    comments: row.comments.map(({ text, post, ...comment }) => ({
      ...comment,
      text: presentText(text, reading),
      post: presentTextOrNull(post?.title, reading),
    })),
    splitWith: row.splitWith,
    reminders: reminders.map((reminder) => presentReminder(reminder, reading)),
  };
}
