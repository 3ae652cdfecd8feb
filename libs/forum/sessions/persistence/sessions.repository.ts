import { commonErrors, newId, type Audience, type Side } from '#core/kernel';
import type { DomainEvent, Tx } from '#platform/database';
import type { Arrangement } from '../domain/arrangement.js';
import { sessionsErrors } from '../domain/sessions.errors.js';
import type { SessionFacts } from '../domain/session.types.js';
import { readSessionFacts, withBlocks } from '../queries/session-facts.js';

/**
 * Locks a session for a change and reads what its steps depend on.
 * @param version the one the actor has seen; absent when both keys decide
 * @throws sessions.notFound (also when it is not the actor's to know of), common.staleVersion
 */
export async function lockSession(tx: Tx, id: string, version?: number): Promise<SessionFacts> {
  const locked = await tx.query('select id from forum.session where id = $1 for update', [id]);
  if (locked.length === 0) throw sessionsErrors.notFound();
  const facts = await readSessionFacts(tx, id);
  if (!facts) throw sessionsErrors.notFound();
  if (version !== undefined && facts.version !== version) throw commonErrors.staleVersion();
  return withBlocks(tx, facts);
}

/** Columns a change may write. */
export type SessionChange = Readonly<Partial<Record<SessionColumn, unknown>>>;
type SessionColumn =
  | 'state'
  | 'audience'
  | 'opened_at'
  | 'held_at'
  | 'closed_at'
  | 'level'
  | 'ordinal_kr'
  | 'ordinal_jp'
  | 'stopped_reason'
  | 'stopped_by_side'
  | 'stopped_at'
  | 'embargo_at'
  | 'cost_split'
  | keyof ReturnType<typeof columnsOf>;

/** Writes a change and raises the version, which it gives. */
export async function saveSession(tx: Tx, facts: SessionFacts, change: SessionChange): Promise<number> {
  const columns = Object.entries(change);
  const sets = columns.map(([column], index) => `${column} = $${String(index + 3)}`);
  const [row] = await tx.query<{ version: number }>(
    `update forum.session set ${['version = version + 1', 'updated_at = forum.now()', ...sets].join(', ')}
      where id = $1 and version = $2 returning version`,
    [facts.id, facts.version, ...columns.map(([, value]) => value)],
  );
  if (!row) throw commonErrors.staleVersion();
  return row.version;
}

/** Stores a new idea, seen by its own side only; gives its id. */
export async function insertDraft(tx: Tx, channelId: string, side: Side, terms: Arrangement): Promise<string> {
  const id = newId();
  const columns = Object.entries({
    id,
    channel_id: channelId,
    state: 'proposed',
    origin_side: side,
    audience: side satisfies Audience,
    ...columnsOf(terms),
  });
  await tx.query(
    `insert into forum.session (${columns.map(([column]) => column).join(', ')})
     values (${columns.map((_, index) => `$${String(index + 1)}`).join(', ')})`,
    columns.map(([, value]) => value),
  );
  return id;
}

/** An arrangement as the columns of its session. */
export function columnsOf(terms: Arrangement) {
  return {
    date_value: terms.startDate,
    date_precision: 'day',
    start_date: terms.startDate,
    end_date: terms.endDate,
    starts_at: terms.startsAt,
    ends_at: terms.endsAt,
    zone: terms.zone,
    place: terms.place && JSON.stringify(terms.place),
    country: terms.country,
    format: terms.format,
    level: terms.level,
    host_side: terms.hostSide,
    margins_of_session_id: terms.marginsOfSessionId,
    margins_of_text: terms.marginsOfText && JSON.stringify(terms.marginsOfText),
    same_host_again: terms.sameHostAgain,
  };
}

/** Tells what happened to a session to those who may know of it. */
export function tell(
  tx: Tx,
  event: DomainEvent<{ sessionId: string; version: number }>,
  { id, audience }: Pick<SessionFacts, 'id' | 'audience'>,
  version: number,
): Promise<void> {
  return tx.publish(event, { sessionId: id, version }, { audience, subjectType: 'session', subjectId: id });
}
