import { subscribeInTx } from '#platform/database';
import { radioChanged } from '#forum/radio';
import { radioDues } from '../queries/radio-cause.js';
import { planDues } from './plan-dues.js';

/** Plans the dates of what changed in the transaction of the change (domain.md 4). */
export function followDues(): void {
  subscribeInTx(radioChanged, async (tx, { radioIssueId }) => {
    await planDues(tx, radioDues, [radioIssueId]);
  });
}
