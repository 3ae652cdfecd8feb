import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Database } from './database.js';

/** A connection that hears what other processes tell (`pg_notify`), for as long as it is open. */
export interface Listening {
  close(): Promise<void>;
}

const again = 1_000;

/**
 * Hears what is told on a channel, and connects anew when the connection is lost. What is told meanwhile is not heard: whoever must not
 * miss anything reads the table as well, and takes this for a call to look sooner.
 * @param channel a plain lower-case word
 * @returns once it hears, or has failed to for the first time
 */
export async function listenTo(
  database: Database,
  channel: string,
  hear: (payload: string) => void,
): Promise<Listening> {
  if (!/^[a-z_]+$/.test(channel)) throw new TypeError('database.badChannel');
  let closed = false;
  let runner: QueryRunner | null = null;
  let timer: NodeJS.Timeout | null = null;

  const lost = (): void => {
    runner = null;
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = null;
      void connect();
    }, again);
    timer.unref();
  };
  const connect = async (): Promise<void> => {
    try {
      const source = await database.source('forum_joint');
      const own = source.createQueryRunner();
      const client = (await own.connect()) as PoolClient;
      client.on('notification', ({ payload }) => hear(payload ?? ''));
      client.once('end', lost);
      client.once('error', lost);
      await client.query(`listen ${channel}`);
      runner = own;
    } catch {
      lost();
    }
  };
  await connect();
  return {
    close: async () => {
      closed = true;
      if (timer) clearTimeout(timer);
      const own = runner;
      runner = null;
      if (!own) return;
      const client = (await own.connect()) as PoolClient;
      client.removeAllListeners('notification');
      client.removeListener('end', lost);
      client.removeListener('error', lost);
      await client.query('unlisten *').catch(() => undefined);
      await own.release();
    },
  };
}
