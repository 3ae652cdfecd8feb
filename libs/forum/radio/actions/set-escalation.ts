import type { Tx } from '#platform/database';
import type { RadioLevel } from '../domain/radio.types.js';
import { lockRadioIssue, noteRadioEvent } from '../persistence/radio.repository.js';
import { radioLevelSet } from '../radio.events.js';

export interface Escalation {
  readonly level: RadioLevel;
  /** The channel that deals with it at that level; null at the level of experts, or at the ITU. */
  readonly channelId: string | null;
}

/**
 * Sets the level at which a case stands, within the transaction of whoever decided so (domain.md 3.10: a flag and a target channel).
 * The state of the case stays as it is.
 * @throws radio.notFound
 */
export async function setEscalation(tx: Tx, issueId: string, { level, channelId }: Escalation): Promise<void> {
  const issue = await lockRadioIssue(tx, issueId);
  if (issue.level === level && issue.escalatedToChannelId === channelId) return;
  await tx.query(
    `update forum.radio_issue set level = $2, escalated_to_channel_id = $3, version = version + 1, updated_at = forum.now() where id = $1`,
    [issue.id, level, channelId],
  );
  await noteRadioEvent(tx, issue.id, 'level_set', { detail: { from: issue.level, level } });
  await tx.publish(
    radioLevelSet,
    { radioIssueId: issue.id, level },
    { audience: 'joint', subjectType: 'radio_issue', subjectId: issue.id },
  );
}
