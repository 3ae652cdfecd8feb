import { appendFileSync } from 'node:fs';

/** Names a suite that could not run and why; the test runner prints these as its last lines (design.md 7). */
export function notRun(suite: string, why: string): void {
  const file = process.env['FORUM_TEST_NOT_RUN_FILE'];
  const line = `${suite}: ${why}\n`;
  if (file === undefined || file === '') process.stderr.write(`not run: ${line}`);
  else appendFileSync(file, line);
}
