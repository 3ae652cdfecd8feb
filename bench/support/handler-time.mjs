/**
 * Loaded into the worker before it starts: takes the time of its handler of mails, and says the mean to its parent's standard error when it ends.
 * The product itself knows nothing of it.
 */
import { DeliverReminder } from '#forum/reminders';

const { run } = DeliverReminder.prototype;
let count = 0;
let sum = 0;
DeliverReminder.prototype.run = async function timed(...args) {
  const began = performance.now();
  try {
    return await run.apply(this, args);
  } finally {
    count += 1;
    sum += performance.now() - began;
  }
};
process.once('exit', () => process.stderr.write(`handler ${(sum / count).toFixed(2)} ms\n`));
