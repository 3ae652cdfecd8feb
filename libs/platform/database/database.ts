import { DataSource, type EntityManager, type EntitySchema, type MixedList } from 'typeorm';
import { types } from 'pg';
import type { Actor, DatabaseRole } from '#core/kernel';
import { SnakeNamingStrategy } from './naming-strategy.js';
import { PreparingClient } from './prepared.js';
import { runStatement, Tx, type Reader } from './tx.js';
import { translateViolation } from './violations.js';

/** A date stays `YYYY-MM-DD`: it must never travel through a time zone (domain.md 5). */
types.setTypeParser(types.builtins.DATE, (value) => value);

/** TypeORM's own list of entity classes. */
export type EntityClasses = MixedList<Function | string | EntitySchema>;

export interface DatabaseOptions {
  /** Connection address of the login role that is a member of every `forum_*` role; never the owner of the tables. */
  readonly url: string;
  /** Only for who asks TypeORM about tables; statements need none, and each pool would hold all of them once more. */
  readonly entities?: EntityClasses;
  /** Connections at most per role. */
  readonly poolSize?: number;
}

/**
 * One pool per database role. A connection starts as that role (`-c role=forum_kr`), so a forgotten WHERE leaks nothing and a read
 * costs no extra round trip (design.md decision 3). Pools open at first use.
 */
export class Database {
  private readonly pools = new Map<DatabaseRole, Promise<DataSource>>();
  private closed = false;

  constructor(private readonly options: DatabaseOptions) {}

  /** Runs `fn` in one transaction on the pool of the actor's role. Broken constraints become coded errors. Not to be nested. */
  async runInTx<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T> {
    const source = await this.source(actor.databaseRole);
    try {
      return await source.transaction((manager: EntityManager) => fn(new Tx(manager, actor)));
    } catch (error) {
      throw translateViolation(error);
    }
  }

  /** Reads as the actor may read. */
  reader(actor: Actor): Reader {
    return this.readAs(actor.databaseRole);
  }

  /** Reads as a role: the worker renders every mail through the recipient's role, never through its own. */
  readAs(role: DatabaseRole): Reader {
    return {
      query: async <Row>(sql: string, params: readonly unknown[] = []) => {
        const source = await this.source(role);
        return runStatement<Row>(source.manager, sql, params);
      },
    };
  }

  /** The TypeORM data source of a role, opened at first use. */
  async source(role: DatabaseRole): Promise<DataSource> {
    if (this.closed) throw new TypeError('database.closed');
    let pool = this.pools.get(role);
    if (!pool) {
      pool = this.open(role);
      this.pools.set(role, pool);
      pool.catch(() => this.pools.delete(role));
    }
    return pool;
  }

  /** Closes every pool; waits for statements under way. */
  async close(): Promise<void> {
    this.closed = true;
    const open = await Promise.allSettled([...this.pools.values()]);
    await Promise.all(open.flatMap((pool) => (pool.status === 'fulfilled' ? [pool.value.destroy()] : [])));
    this.pools.clear();
  }

  private open(role: DatabaseRole): Promise<DataSource> {
    return new DataSource({
      type: 'postgres',
      url: this.options.url,
      schema: 'forum',
      entities: this.options.entities ?? [],
      namingStrategy: new SnakeNamingStrategy(),
      synchronize: false,
      installExtensions: false,
      applicationName: `forum-desk ${role}`,
      poolSize: this.options.poolSize ?? 8,
      extra: {
        Client: PreparingClient,
        options: `-c role=${role} -c search_path=forum -c timezone=UTC`,
        idleTimeoutMillis: 30_000,
      },
    }).initialize();
  }
}
