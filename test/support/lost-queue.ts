import type { TestDatabase } from './database.js';

/** Drops the queue's schema under a worker that goes on. */
export const dropQueueSchema = (test: TestDatabase): Promise<void> => untilDropped(test, 'drop schema bullmq cascade');

/** Runs a statement that drops what others use; where both wait for each other PostgreSQL lets the drop lose, so it is tried again. */
export async function untilDropped(test: TestDatabase, sql: string): Promise<void> {
  for (;;) {
    try {
      await test.admin(sql);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error;
    }
  }
}
