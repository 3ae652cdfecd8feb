/** A Node process of the product, or its bare counterpart, that says `ready` when it is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** @param {{ main: string, args?: string[], node?: readonly string[], env: Record<string, string> }} what `node`: options for Node itself */
export function startProcess({ main, args = [], node = [], env }) {
  const child = spawn(process.execPath, [...node, main, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  let said = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = once(child, 'exit');
  const ready = new Promise((done, fail) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('ready')) done(said);
    });
    void ended.then(([code]) => fail(new Error(`ended with ${code} before it was ready: ${errors.slice(-2_000)}`)));
  });
  return {
    pid: child.pid,
    /** What it had said by then. */
    ready,
    /** What it has written to its standard error. */
    errors: () => errors,
    ended,
    go: () => child.stdin.write('go\n'),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}
