import type { EntityManager } from 'typeorm';
import { newId, type Actor } from '#core/kernel';
import { notifyInTx, type DomainEvent, type EventSubject } from './events.js';

/** Reads through one role: row-level security decides what is there (design.md decision 3). */
export interface Reader {
  /** Runs one statement. `Row` is the plain shape of a row as `pg` gives it: bigint as string, timestamptz as Date, date as `YYYY-MM-DD`. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** A transaction of one actor. Writes take it as their first argument, so a write outside a transaction does not compile (style.md 4). */
export class Tx implements Reader {
  constructor(
    readonly manager: EntityManager,
    readonly actor: Actor,
  ) {}

  query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return runStatement<Row>(this.manager, sql, params);
  }

  /** The database's clock plus the offset a test sets, ISO 8601 in UTC. The only "now" that may decide anything (design.md decision 9). */
  async now(): Promise<string> {
    const [row] = await this.query<{ now: Date }>('select forum.now() as now');
    if (!row) throw new TypeError('database.noTime');
    return row.now.toISOString();
  }

  /** Writes the event to the outbox and runs its in-transaction listeners. The queue is never touched here (style.md 7). */
  async publish<Payload extends object>(
    event: DomainEvent<Payload>,
    payload: Payload,
    about: EventSubject,
  ): Promise<void> {
    await this.query(
      `insert into forum.outbox_event (id, event, payload, audience, subject_type, subject_id, actor_user_id, actor_side, actor_post_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        event.name,
        JSON.stringify(payload),
        about.audience,
        about.subjectType,
        about.subjectId,
        this.actor.userId,
        this.actor.side,
        this.actor.postIds[0] ?? null,
      ],
    );
    await notifyInTx(this, event.name, payload, about);
  }
}

/** Runs one statement on a TypeORM manager and gives its rows, also for `UPDATE … RETURNING`, where TypeORM answers `[rows, count]`. */
export async function runStatement<Row>(
  manager: EntityManager,
  sql: string,
  params: readonly unknown[],
): Promise<Row[]> {
  const answer: unknown = await manager.query(sql, [...params]);
  if (!Array.isArray(answer)) return [];
  const changes = answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  return (changes ? answer[0] : answer) as Row[];
}
