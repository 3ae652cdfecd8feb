import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/** Tells the guardian that the server has ended in good order. */
export type Dismiss = () => void;

/**
 * A small shell that waits on a pipe from this process. If this process dies, even by `kill -9`, the pipe closes and
 * the shell stops the server with `signalName`, then removes `folder` when one is given.
 */
export function guard(pid: number, signalName: 'INT' | 'QUIT', folder: string | null): Dismiss {
  const script = [
    'PATH="$PATH:/usr/bin:/bin"',
    'read -r word && exit 0',
    'kill -"$2" "$1" 2>/dev/null',
    'n=0; while kill -0 "$1" 2>/dev/null && [ "$n" -lt 300 ]; do sleep 0.1; n=$((n+1)); done',
    '[ -z "$3" ] || rm -rf -- "$3"',
  ].join('\n');
  const shell = spawn('/bin/sh', ['-c', script, 'forum-desk-guardian', String(pid), signalName, folder ?? ''], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return () => {
    shell.stdin.end('ended\n');
  };
}
