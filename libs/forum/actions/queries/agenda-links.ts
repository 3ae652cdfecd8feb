import type { Audience, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { FollowUp, LinkedObject } from '#forum/agenda';
import { RuleBook, type RuleChange } from '#forum/reminder-rules';
import type { ActionState } from '../domain/action.types.js';
import { CLOCK_SQL, OVERDUE_SQL, OWNER_TODAY_SQL } from './action-columns.js';

interface Row {
  readonly id: string;
  readonly title: LocalizedText;
  readonly audience: Audience;
  readonly state: ActionState;
  readonly due: string;
  readonly side: Side;
  readonly overdue: boolean;
}

const columns = `a.id, a.title, a.audience, a.state, a.due, a.owner_side as side, ${OVERDUE_SQL} as overdue`;

/** The rule an overdue item rises by. */
const dueRule = 'action-item';

/** Nobody talks about more at one session. */
const shown = 100;

/** Actions by id for the agenda items that are about them. */
export async function linkedActions(
  reader: Reader,
  _side: Side | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LinkedObject>> {
  const rows = await reader.query<Row>(
    `with ${CLOCK_SQL} select ${columns} from forum.action_item a, clock where a.id = any ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, linked(row)]));
}

/**
 * The actions of a channel that are not finished, earliest due date first: the follow-up of its next session (domain.md 3.6). Those that
 * are so long overdue that the rules of the channel put them onto an agenda are marked.
 */
export async function openActionsOfChannel(
  reader: Reader,
  _side: Side | null,
  channelId: string,
): Promise<readonly FollowUp[]> {
  const rows = await reader.query<Row & { late: number; change: RuleChange | null }>(
    `with ${CLOCK_SQL}
     select ${columns}, ${OWNER_TODAY_SQL} - a.due as late,
            (select r.change from forum.channel_reminder_rule r where r.channel_id = $1 and r.code = $3) as change
       from forum.action_item a, clock
      where a.channel_id = $1 and a.state in ('open','in_progress','blocked','done_claimed')
      order by a.due, a.id limit $2`,
    [channelId, shown, dueRule],
  );
  const rises = risesAfter(rows[0]?.change ?? null);
  return rows.map((row) => ({
    ...linked(row),
    kind: 'action_item' as const,
    id: row.id,
    side: row.side,
    overdue: row.overdue,
    risen: row.overdue && row.state !== 'blocked' && row.late >= rises,
  }));
}

/** Days after the due date from which an item belongs onto the next agenda; never where the channel has no such rule. */
function risesAfter(change: RuleChange | null): number {
  const book = change ? new RuleBook(new Map([[dueRule, change]])) : RuleBook.standard;
  const { enabled, escalations } = book.get(dueRule);
  return enabled ? Math.min(...escalations.filter(({ to }) => to === 'next_agenda').map(({ at }) => at)) : Infinity;
}

function linked({ id, title, audience, state, due }: Row): LinkedObject {
  return { title, path: `/actions/${id}`, audience, state, due };
}
