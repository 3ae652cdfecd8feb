/**
 * `npm start`: from a fresh clone to a running Forum Desk. Checks, builds what changed, starts the embedded PostgreSQL
 * (unless DATABASE_URL names another), migrates, loads the record, starts the API (which serves the web) and the worker,
 * and stops all of them in order on Ctrl-C. Anything wrong: one clear line and exit code 1.
 */
import { checkNode } from './launch/checks.mjs';
import { Failure } from './launch/failure.mjs';
import { start } from './launch/start.mjs';

try {
  checkNode();
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(['', error.message, ...error.more, ''].join('\n'));
  process.exitCode = 1;
}
process.exit();
