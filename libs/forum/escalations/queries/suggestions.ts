import type { Actor, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { listActions } from '#forum/actions';
import { findRadioIssue, LIVING_STATES, radioTimers } from '#forum/radio';
import { loadRuleBooks, RuleBook } from '#forum/reminder-rules';
import { loadCalendar } from '#forum/working-days';
import type { MatterKind } from '../domain/escalation.types.js';
import type { Matter } from '../domain/matter.types.js';
import { mattersOf } from './matters.js';

/** Why the next level is suggested: a default timer of domain.md 3.10 and 4 ran out, or an item was put off again. */
export const suggestionReasons = ['acknowledge', 'measure', 'progress', 'overdue', 'deferred_again'] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

/** A matter that might rise. It is only said; people decide. */
export interface Suggestion {
  readonly matter: Matter;
  readonly reason: SuggestionReason;
  /** The day a timer ran out; null where meetings are counted. */
  readonly since: string | null;
}

/** SQL of the days a rule of a case's channel gives, or the standard: working days are never fewer. */
const daysOf = (code: 'radio-acknowledge' | 'radio-measure'): string =>
  `make_interval(days => coalesce((select (r.change ->> 'offset')::integer from forum.channel_reminder_rule r
                                    where r.channel_id = i.channel_id and r.code = '${code}'), ${String(RuleBook.standard.get(code).offset)}))`;

/** domain.md 4: an action item that is 30 days late comes onto the next agenda. */
const daysLate = 30;
const looked = 50;

interface Found {
  readonly kind: MatterKind;
  readonly id: string;
  readonly reason: SuggestionReason;
  readonly since: string | null;
}

/** Matters whose time ran out and that nobody has raised, cases of the register first. */
export async function escalationSuggestions(reader: Reader, actor: Actor): Promise<Suggestion[]> {
  const found = (
    await Promise.all([lateCases(reader, actor.side), lateActions(reader, actor), itemsPutOff(reader)])
  ).flat();
  const matters = await mattersOf(reader, actor.side, found);
  return found.flatMap(({ id, reason, since }): Suggestion[] => {
    const matter = matters.get(id);
    return matter?.open && matter.underWayId === null ? [{ matter, reason, since }] : [];
  });
}

/**
 * Cases of which a timer may have run out, the oldest first and without those that rose already: the days of the rule without holidays
 * say that here, the register's own timers say it for certain.
 */
const lateCasesAs = `
  select i.id from forum.radio_issue i
   where i.audience not in ('kr','jp') and i.status = any ($1)
     and not exists (select 1 from forum.escalation e where e.matter_id = i.id and e.state in ('raised','accepted'))
     and (i.status = 'reported' and i.reported_at < forum.now() - ${daysOf('radio-acknowledge')}
       or i.status in ('acknowledged','under_measurement') and i.acknowledged_at < forum.now() - ${daysOf('radio-measure')}
          and not exists (select 1 from forum.radio_measurement m
                           where m.radio_issue_id = i.id and m.exchanged_at is not null and m.removed_at is null)
       or 2 <= (select count(*) from forum.session s
                 where s.audience not in ('kr','jp') and s.state in ('held','closed') and s.level = 'dg' and s.start_date >= i.status_since::date - 1
                   and (exists (select 1 from forum.radio_meeting m where m.radio_issue_id = i.id and m.session_id = s.id)
                     or exists (select 1 from forum.agenda_item_link l join forum.agenda_item g on g.id = l.item_id join forum.agenda d on d.id = g.agenda_id
                                 where l.target_id = i.id and l.kind = 'radio_issue' and not l.removed and g.audience not in ('kr','jp')
                                   and g.state <> 'withdrawn' and d.session_id = s.id))))
   order by coalesce(i.reported_at, i.status_since), i.id limit ${String(looked)}`;

async function lateCases(reader: Reader, side: Side | null): Promise<Found[]> {
  const rows = await reader.query<{ id: string }>(lateCasesAs, [LIVING_STATES]);
  if (rows.length === 0) return [];
  const [calendar, bookOf] = [await loadCalendar(reader), await loadRuleBooks(reader)];
  const issues = await Promise.all(rows.map(({ id }) => findRadioIssue(reader, side, id)));
  return issues.flatMap((issue): Found[] => {
    if (!issue) return [];
    const rules = issue.channelId === null ? RuleBook.standard : bookOf(issue.channelId);
    const timer = radioTimers(issue, calendar, rules).find(({ suggestsLevel }) => suggestsLevel);
    if (!timer || timer.rule === 'check') return [];
    return [{ kind: 'radio_issue', id: issue.id, reason: timer.rule, since: timer.due }];
  });
}

async function lateActions(reader: Reader, actor: Actor): Promise<Found[]> {
  const { items } = await listActions(reader, actor, { scope: 'all', overdue: true, limit: looked });
  return items
    .filter((item) => item.daysLeft <= -daysLate)
    .map(({ id, due }) => ({ kind: 'action_item', id, reason: 'overdue', since: due }));
}

/** Items that were taken up from an earlier session and put off once more. */
async function itemsPutOff(reader: Reader): Promise<Found[]> {
  const rows = await reader.query<{ id: string }>(
    `select i.id from forum.agenda_item i
      where i.state = 'deferred' and i.carried_from_id is not null
        and not exists (select 1 from forum.agenda_item c where c.carried_from_id = i.id and c.state <> 'withdrawn')
      order by i.id desc limit ${String(looked)}`,
  );
  return rows.map(({ id }) => ({ kind: 'agenda_item', id, reason: 'deferred_again', since: null }));
}
