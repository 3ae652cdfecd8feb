import type { Actor, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { listActions } from '#forum/actions';
import { findRadioIssue, listRadioIssues, LIVING_STATES, radioTimers } from '#forum/radio';
import { loadCalendar } from '#forum/working-days';
import type { MatterKind } from '../domain/escalation.types.js';
import type { Matter } from '../domain/matter.types.js';
import { findMatter } from './matters.js';

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
  const found = [
    ...(await lateCases(reader, actor.side)),
    ...(await lateActions(reader, actor)),
    ...(await itemsPutOff(reader)),
  ];
  const shown: Suggestion[] = [];
  for (const { kind, id, reason, since } of found) {
    const matter = await findMatter(reader, actor.side, { kind, id });
    if (matter?.open && matter.underWayId === null) shown.push({ matter, reason, since });
  }
  return shown;
}

async function lateCases(reader: Reader, side: Side | null): Promise<Found[]> {
  const { items } = await listRadioIssues(reader, { limit: looked }, { states: LIVING_STATES });
  if (items.length === 0) return [];
  const calendar = await loadCalendar(reader);
  const found: Found[] = [];
  for (const { id } of items) {
    const issue = await findRadioIssue(reader, side, id);
    const timer = issue && radioTimers(issue, calendar).find(({ suggestsLevel }) => suggestsLevel);
    if (timer && timer.rule !== 'check') found.push({ kind: 'radio_issue', id, reason: timer.rule, since: timer.due });
  }
  return found;
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
