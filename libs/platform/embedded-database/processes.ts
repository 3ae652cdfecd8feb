import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process of this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z';
}

/** Moment of birth in clock ticks since boot: with the id it names one process for ever. null where /proc is absent. */
export function bornAt(pid: number): string | null {
  return statFields(pid)?.[19] ?? null;
}

/** Fields of /proc/PID/stat from the state (field 3) on; the command before may hold blanks and brackets. */
function statFields(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Folder that a process stands in, or null when it cannot be told. */
export function folderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${String(pid)}/cwd`);
  } catch {
    return null;
  }
}

/** Sends a signal; false when the process is gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
    throw error;
  }
}

/** Waits until the fact holds; false when it does not within the time. */
export async function until(
  fact: () => boolean | Promise<boolean>,
  milliseconds: number,
  every = 20,
): Promise<boolean> {
  const end = performance.now() + milliseconds;
  for (;;) {
    if (await fact()) return true;
    if (performance.now() >= end) return false;
    await pause(every);
  }
}

/** The code of an error of the system (`ENOENT`), whichever realm made it. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
