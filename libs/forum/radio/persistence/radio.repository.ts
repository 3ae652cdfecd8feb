import { commonErrors, newId, type Audience, type Side } from '#core/kernel';
import type { EventSubject, Tx } from '#platform/database';
import { radioErrors } from '../domain/radio.errors.js';
import type { RadioIssueDetailRow } from '../domain/radio-issue.types.js';
import type { RadioEventKind, RadioState } from '../domain/radio.types.js';
import { findRadioIssue } from '../queries/find-radio-issue.js';
import { radioChanged } from '../radio.events.js';

/** Locks a case; every change of it goes through this lock. @throws radio.notFound, common.staleVersion */
export async function lockRadioIssue(tx: Tx, id: string, version?: number): Promise<RadioIssueDetailRow> {
  await tx.query('select id from forum.radio_issue where id = $1 for update', [id]);
  const issue = await findRadioIssue(tx, tx.actor.side, id);
  if (!issue) throw radioErrors.notFound();
  if (version !== undefined && issue.version !== version) throw commonErrors.staleVersion();
  return issue;
}

/** True once both sides see it. */
export const isShared = ({ audience }: { readonly audience: Audience }): boolean =>
  audience !== 'kr' && audience !== 'jp';

/** Who may come to know that something happened to a case. */
export function aboutRadio(issue: { readonly id: string; readonly audience: Audience }, only?: Side): EventSubject {
  const audience = only ?? (isShared(issue) ? 'joint' : issue.audience);
  return { audience, subjectType: 'radio_issue', subjectId: issue.id };
}

/** Adds to the history of a case both sides see, and tells of it. */
export async function noteRadioEvent(
  tx: Tx,
  issueId: string,
  kind: RadioEventKind,
  { state, detail }: { readonly state?: RadioState; readonly detail?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  await tx.query(
    `insert into forum.radio_event (id, radio_issue_id, kind, state, side, detail, occurred_at, audience)
     values ($1, $2, $3, $4, $5, $6, forum.now(), 'joint')`,
    [newId(), issueId, kind, state ?? null, tx.actor.side, detail ? JSON.stringify(detail) : null],
  );
  await tx.publish(
    radioChanged,
    { radioIssueId: issueId, kind },
    { audience: 'joint', subjectType: 'radio_issue', subjectId: issueId },
  );
}

/** Raises the version of a case; each change of what both sides see does. */
export async function touchRadioIssue(tx: Tx, id: string): Promise<void> {
  await tx.query('update forum.radio_issue set version = version + 1, updated_at = forum.now() where id = $1', [id]);
}

/** Writes a new state and since when it holds. */
export async function saveRadioState(tx: Tx, id: string, state: RadioState): Promise<void> {
  await tx.query(
    `update forum.radio_issue set status = $2, status_since = forum.now(), version = version + 1, updated_at = forum.now(),
            acknowledged_at = case when $2 = 'acknowledged' then forum.now() else acknowledged_at end,
            resolved_at = case when $2 = 'resolved' then forum.now() else resolved_at end
      where id = $1`,
    [id, state],
  );
}
