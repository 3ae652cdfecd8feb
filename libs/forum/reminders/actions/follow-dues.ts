import { subscribeInTx } from '#platform/database';
import { commitmentStatusChanged, instrumentChecked, instrumentRecorded } from '#forum/commitments';
import { contributionChanged, meetingEdited } from '#forum/multilateral';
import { radioChanged } from '#forum/radio';
import { commitmentDues } from '../queries/commitment-cause.js';
import { contributionDues } from '../queries/contribution-cause.js';
import { instrumentDues } from '../queries/instrument-cause.js';
import { radioDues } from '../queries/radio-cause.js';
import { planDues } from './plan-dues.js';

/** Plans the dates of what changed in the transaction of the change (domain.md 4). */
export function followDues(): void {
  subscribeInTx(radioChanged, async (tx, { radioIssueId }) => {
    await planDues(tx, radioDues, [radioIssueId]);
  });
  for (const event of [instrumentRecorded, instrumentChecked])
    subscribeInTx(event, async (tx, { instrumentId }) => {
      await planDues(tx, instrumentDues, [instrumentId]);
    });
  subscribeInTx(commitmentStatusChanged, async (tx, { commitmentId }) => {
    await planDues(tx, commitmentDues, [commitmentId]);
  });
  subscribeInTx(contributionChanged, async (tx, { contributionId }) => {
    await planDues(tx, contributionDues, [contributionId]);
  });
  subscribeInTx(meetingEdited, async (tx, { meetingId }) => {
    // What the other side drafts for the meeting is planned anew by the worker, which sees the meeting's new version.
    const rows = await tx.query<{ id: string }>(
      'select id from forum.multilateral_contribution where meeting_id = $1',
      [meetingId],
    );
    await planDues(
      tx,
      contributionDues,
      rows.map(({ id }) => id),
    );
  });
}
