import { defineEvent } from '#platform/database';

/** The record was loaded or changed by a file; counts only. */
export const recordImported = defineEvent<{ readonly inserted: number; readonly updated: number }>(
  'history.recordImported',
);
