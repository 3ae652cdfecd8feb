import { defineJob } from '#platform/queue';

/** The hourly sweep of files without a row; running it twice removes nothing twice. The hour is for the eye: rows say whether it is due. */
export const sweepFilesJob = defineJob('papers.sweepFiles', {
  queue: 'ledger',
  payload: ['hour'],
  attempts: 3,
  backoffMs: 60_000,
});
