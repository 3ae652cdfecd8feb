import { commonErrors, isId, type Actor } from '#core/kernel';
import {
  allowedDeskActs,
  keepsDesk,
  type InboxRow,
  type MailPreference,
  type MailRow,
  type ReminderRow,
} from '#forum/reminders';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText } from '../http/text.view.js';
import { presentPost } from '../identity/identity.presenter.js';
import type { InboxMailView } from './inbox.dto.js';
import type { MailPreferencesView } from './mail-preferences.dto.js';
import type { DeskReminderView, MailView, ReminderView } from './reminders.dto.js';

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

/** To whom it went and what the mail server said is for the secretariat alone. */
export function presentDeskReminder(row: ReminderRow, actor: Actor, reading: Reading): DeskReminderView {
  const { delivery, carriedId, mailed, late, resent, language } = row;
  const desk = keepsDesk(actor);
  const { side } = row.recipient;
  return {
    ...presentReminder(row, reading),
    etag: etagOf(row.version),
    delivery,
    carriedId,
    mailed,
    late,
    doubtedAt: row.doubtedAt?.toISOString() ?? null,
    resent,
    language,
    sentTo: desk ? row.sentTo : null,
    relayAnswer: desk ? row.relayAnswer : null,
    allowedActions: side ? allowedDeskActs(actor, row.state, side) : [],
  };
}

export function presentInboxMail(row: InboxRow): InboxMailView {
  const { id, subject, language, late, mailed, reminders } = row;
  return {
    id,
    subject,
    language,
    sentAt: row.sentAt.toISOString(),
    read: row.readAt !== null,
    late,
    mailed,
    reminders,
  };
}

export function presentMailPreference({ digest, stopped }: MailPreference): MailPreferencesView {
  return { digest, stopped: stopped && { at: stopped.at.toISOString(), by: stopped.by } };
}

export function presentMail(row: MailRow): MailView {
  const { id, subject, to, language, text, href } = row;
  return { id, subject, to, language, sentAt: row.sentAt.toISOString(), text, href };
}

/** The last row of a page: where the next one begins. */
export interface Cursor {
  /** ISO 8601 in UTC, to the microsecond. */
  readonly at: string;
  readonly id: string;
}

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

/** @throws common.notACursor */
export function readCursor(cursor: string): Cursor {
  const [at = '', id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const known = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/.test(at) && !Number.isNaN(Date.parse(at));
  if (!known || !isId(id)) throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
  return { at, id };
}
