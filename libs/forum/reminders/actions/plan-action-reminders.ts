import { subscribeInTx, type Reader, type Tx } from '#platform/database';
import {
  actionBlocked,
  actionCancelled,
  actionDoneClaimed,
  actionDoneConfirmed,
  actionDueExtended,
  actionReassigned,
  actionRecorded,
  actionReturned,
  actionSuperseded,
  actionUnblocked,
} from '#forum/actions';
import { channelChanged } from '#forum/channels';
import { RuleBook, type RuleChange } from '#forum/reminder-rules';
import { loadCalendar } from '#forum/working-days';
import { actionDays, type ActionShape } from '../domain/action-days.js';
import { actionItemRule } from '../domain/rules.js';
import { actionsOfChannel } from '../queries/affected.js';

interface FoundShape extends ActionShape {
  /** What the channel changed of the standard rule; null where it keeps it. */
  readonly change: RuleChange | null;
}

/** Items that still remind, by what decides their days; few however many items there are. */
const shapesOf = (reader: Reader, ids: readonly string[]): Promise<FoundShape[]> =>
  reader.query<FoundShape>(
    `select distinct i.due, i.owner_side as "ownerSide", r.channel_id as "channelId", r.change
       from unnest($1::uuid[]) as asked(id)
       join forum.action_item i on i.id = asked.id
       left join forum.channel_reminder_rule r on r.channel_id = i.channel_id and r.code = $2
      where i.state in ('open','in_progress')`,
    [ids, actionItemRule.code],
  );

/**
 * Plans whom these action items tell from now on, their owners and, once overdue, who stands above, and cancels what no longer holds; one
 * statement however many they are. Days already past are left out, never sent at once (pitfalls.md 25); what was sent stays sent.
 */
export async function planActions(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const shapes = await shapesOf(tx, ids);
  const days = shapes.length === 0 ? [] : await daysOf(tx, shapes);
  await tx.query('select forum.plan_action_reminders($1::uuid[], $2::jsonb)', [ids, JSON.stringify(days)]);
}

async function daysOf(tx: Tx, shapes: readonly FoundShape[]) {
  const calendar = await loadCalendar(tx);
  return shapes.flatMap((shape) => {
    const book = shape.change ? new RuleBook(new Map([[actionItemRule.code, shape.change]])) : RuleBook.standard;
    return [seen(shape), ...actionDays(shape, book.get(actionItemRule.code), calendar)];
  });
}

/** Says for which items days are given, also where the rules give none: others changed since they were read and are left alone. */
const seen = ({ due, ownerSide, channelId }: ActionShape) => ({
  due,
  owner_side: ownerSide,
  channel_id: channelId,
  reader: 'shape',
});

/** In the transaction of the change. Starting work changes neither date nor owner, so it re-plans nothing. */
export function followActions(): void {
  for (const event of [
    actionRecorded,
    actionDueExtended,
    actionReturned,
    actionDoneClaimed,
    actionDoneConfirmed,
    actionBlocked,
    actionUnblocked,
    actionReassigned,
    actionCancelled,
    actionSuperseded,
  ]) {
    subscribeInTx(event, (tx, { actionId }) => planActions(tx, [actionId]));
  }
  // A suspended channel is silent, a resumed one speaks again of what is still ahead (domain.md 4).
  subscribeInTx(channelChanged, async (tx, { channelId, what }) => {
    if (what === 'suspended' || what === 'resumed' || what === 'session_held')
      await planActions(tx, await actionsOfChannel(tx, channelId));
  });
}
