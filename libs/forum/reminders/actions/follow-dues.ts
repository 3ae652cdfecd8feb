import { subscribeInTx } from '#platform/database';
import { commitmentStatusChanged, instrumentChecked, instrumentRecorded } from '#forum/commitments';
import { radioChanged } from '#forum/radio';
import { commitmentDues } from '../queries/commitment-cause.js';
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
}
