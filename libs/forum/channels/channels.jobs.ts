import { defineJob } from '#platform/queue';

/** The monthly stall check; running it twice suggests nothing twice. The month is for the eye: rows say whether it is due. */
export const checkStallsJob = defineJob('channels.checkStalls', {
  queue: 'ledger',
  payload: ['month'],
  attempts: 5,
  backoffMs: 60_000,
});
