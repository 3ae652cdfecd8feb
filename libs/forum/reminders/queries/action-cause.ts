import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { postAsJson, type PostRow } from '#forum/identity';
import { RuleBook, type ReminderRule, type RuleChange } from '#forum/reminder-rules';
import { sessionRefAs, sessionTitle, type SessionRef } from '#forum/sessions';
import type { Cause } from '../domain/reminder.types.js';
import { actionItemRule, actionOverdueRule } from '../domain/rules.js';
import { tellsOn } from '../domain/tells-on.js';

interface Row {
  readonly title: LocalizedText;
  readonly number: string;
  readonly due: string;
  readonly owner: PostRow;
  readonly ownerSide: Side;
  readonly session: SessionRef | null;
  readonly change: RuleChange | null;
}

/**
 * An action item as a reminder tells of it while its owner still owes work that may be spoken of; undefined when it is done, called off,
 * blocked or of a suspended channel (domain.md 4: they are silent), or not for this reader. Who reads of the other side's
 * overdue item learns its name and that it is overdue, nothing else.
 */
export async function findActionCause(
  reader: Reader,
  side: Side,
  actionId: string,
  { rule, offsetDays }: { readonly rule: string; readonly offsetDays: number },
): Promise<Cause | undefined> {
  const [row] = await reader.query<Row>(
    `select i.title, i.number, i.due, i.owner_side as "ownerSide", ${postAsJson('i.owner_post_id')} as owner,
            ${sessionRefAs('i.session_id', '$2::text')} as session,
            (select r.change from forum.channel_reminder_rule r where r.channel_id = i.channel_id and r.code = $3) as change
       from forum.action_item i
      where i.id = $1 and i.state in ('open','in_progress')
        and not exists (select 1 from forum.channel c where c.id = i.channel_id and c.state = 'suspended')`,
    [actionId, side, actionItemRule.code],
  );
  if (!row) return undefined;
  const agreed = ruleOf(row.change);
  if (!tellsOn(agreed, offsetDays, { up: rule === actionOverdueRule })) return undefined;
  const { title, number, due, owner, ownerSide } = row;
  const common = { title, number, path: `/actions/${actionId}`, side: ownerSide };
  const session = row.session && sessionTitle(row.session, side);
  if (rule !== actionOverdueRule) return { ...common, fingerprint: `due=${due};owner=${owner.id}`, session };
  const fingerprint = `due=${due}`;
  if (side !== ownerSide) return { ...common, fingerprint, session: null };
  return {
    ...common,
    fingerprint,
    session,
    facts: [
      { label: 'owner', text: owner.title },
      { label: 'due', date: due },
    ],
    asksForAgenda: takesToAgenda(agreed, offsetDays),
  };
}

/** The rule of action items as the item's channel has it. */
function ruleOf(change: RuleChange | null): ReminderRule {
  const book = change ? new RuleBook(new Map([[actionItemRule.code, change]])) : RuleBook.standard;
  return book.get(actionItemRule.code);
}

/** Whether an overdue item is to be put onto the next agenda on this day. */
const takesToAgenda = ({ escalations }: ReminderRule, offsetDays: number): boolean =>
  escalations.some(({ at, to }) => to === 'next_agenda' && at === offsetDays);
