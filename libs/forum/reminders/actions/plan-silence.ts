import { otherSide } from '#core/kernel';
import { subscribeInTx, type Tx } from '#platform/database';
import { findRuleBook, RuleBook } from '#forum/reminder-rules';
import { loadCalendar } from '#forum/working-days';
import {
  actionAnswerDayMoved,
  actionCancelled,
  actionDoneClaimed,
  actionDoneConfirmed,
  actionReturned,
  actionSuperseded,
} from '#forum/actions';
import { dueDays } from '../domain/due.js';
import { actionSilenceRule } from '../domain/rules.js';
import { findSilence } from '../queries/silence-cause.js';
import { planRows, secretariats, type PlannedRow } from './plan-rows.js';

/** Tells the side that was asked, before its silence confirms a report; an answer takes back what is unsent (domain.md 3.9). */
export async function planSilence(tx: Tx, actionId: string): Promise<void> {
  const silence = await findSilence(tx, actionId);
  const plan = { subjectType: 'action_item', subjectId: actionId, rule: actionSilenceRule.code } as const;
  if (!silence) return planRows(tx, { ...plan, cause: '' }, []);
  const { answerUntil, ownerSide, channelId } = silence;
  const calendar = await loadCalendar(tx);
  const book = channelId === null ? RuleBook.standard : await findRuleBook(tx, channelId);
  const rule = book.get(actionSilenceRule.code);
  const rows: PlannedRow[] = (await secretariats(tx, otherSide(ownerSide))).flatMap(({ postId, side }) =>
    dueDays(rule, answerUntil, rule.remindAt, side, calendar).map((day) => ({ postId, ...day })),
  );
  await planRows(tx, { ...plan, cause: silence.fingerprint }, rows);
}

export function followSilence(): void {
  for (const event of [
    actionDoneClaimed,
    actionDoneConfirmed,
    actionReturned,
    actionAnswerDayMoved,
    actionCancelled,
    actionSuperseded,
  ]) {
    subscribeInTx(event, (tx, { actionId }) => planSilence(tx, actionId));
  }
}
