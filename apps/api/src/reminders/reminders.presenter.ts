import { commonErrors, isId } from '#core/kernel';
import type { MailRow, ReminderRow } from '#forum/reminders';
import type { Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type { MailView, ReminderView } from './reminders.dto.js';

export function presentReminder(row: ReminderRow, reading: Reading): ReminderView {
  return {
    id: row.id,
    rule: row.rule,
    offsetDays: row.offsetDays,
    ruleDate: row.ruleDate,
    dueAt: row.dueAt.toISOString(),
    zone: row.zone,
    state: row.state,
    sentAt: row.sentAt?.toISOString() ?? null,
    recipient: presentPost(row.recipient, reading),
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    title: presentText(row.title, reading),
    path: row.path,
    reason: row.reason,
  };
}

export function presentMail(row: MailRow): MailView {
  const { id, subject, to, language, text, href } = row;
  return { id, subject, to, language, sentAt: row.sentAt.toISOString(), text, href };
}

/** The last row of a page: where the next one begins. */
export interface ReminderCursor {
  readonly dueAt: string;
  readonly id: string;
}

export function writeCursor(row: ReminderRow): string {
  return Buffer.from(`${row.dueAt.toISOString()} ${row.id}`).toString('base64url');
}

/** @throws common.notACursor */
export function readCursor(cursor: string): ReminderCursor {
  const [dueAt = '', id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(dueAt) || Number.isNaN(Date.parse(dueAt)) || !isId(id)) {
    throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
  }
  return { dueAt, id };
}
