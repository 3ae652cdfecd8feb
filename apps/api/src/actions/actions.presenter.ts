import type { Actor, Side } from '#core/kernel';
import { allowedSteps, type ActionDetailRow, type ActionPage, type ActionRow } from '#forum/actions';
import type { ReminderRow } from '#forum/reminders';
import { sessionTitle } from '#forum/sessions';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import { presentReminder } from '../reminders/reminders.presenter.js';
import { writeCursor } from './actions.cursor.js';
import type { ActionDetailView, ActionListView, ActionSummaryView } from './actions.views.js';

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
    session: row.session && { id: row.session.id, title: presentText(sessionTitle(row.session, side), reading) },
    commitment: row.commitment && {
      id: row.commitment.id,
      code: row.commitment.code,
      text: presentText(row.commitment.text, reading),
    },
  };
}

export function presentActionPage(page: ActionPage, side: Side | null, reading: Reading): ActionListView {
  const last = page.items.at(-1);
  return {
    items: page.items.map((row) => presentActionSummary(row, side, reading)),
    hasMore: page.hasMore,
    nextCursor: page.hasMore && last ? writeCursor(last) : null,
  };
}

/** `reminders` are those of the reader's side. */
export function presentAction(
  row: ActionDetailRow,
  reminders: readonly ReminderRow[],
  actor: Actor,
  reading: Reading,
): ActionDetailView {
  return {
    ...presentActionSummary(row, actor.side, reading),
    etag: etagOf(row.version),
    evidence: row.evidence.map((evidence) => ({ ...evidence, text: presentTextOrNull(evidence.text, reading) })),
    history: row.history.map(({ post, ...event }) => ({ ...event, post: presentTextOrNull(post?.title, reading) })),
    splitWith: row.splitWith,
    reminders: reminders.map((reminder) => presentReminder(reminder, reading)),
    allowedActions: allowedSteps(row, actor),
  };
}
