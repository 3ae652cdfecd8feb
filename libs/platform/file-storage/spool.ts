import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { commonErrors } from '#core/kernel';
import type { FileSource } from './file-storage.js';
import { tooLarge } from './storage.errors.js';

/** A file that has arrived whole and is flushed to the local disk, but not yet kept. */
export interface SpooledFile {
  /** Absolute path; readable by this process's user only. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Removes it. Harmless after it was taken over. */
  discard(): Promise<void>;
}

/** Writes one chunk after the other, so that a slow disk slows the sender down instead of filling the memory. */
export async function spool(folder: string, source: FileSource, limit: number): Promise<SpooledFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomBytes(16).toString('hex'));
  const discard = () => rm(path, { force: true });
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    try {
      for await (const chunk of source as AsyncIterable<Uint8Array>) {
        size += chunk.byteLength;
        if (size > limit) throw tooLarge(limit);
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await discard();
    throw isFull(error) ? commonErrors.unavailable({}, [], { cause: error }) : error;
  }
  return { path, size, sha256: hash.digest('hex'), discard };
}

/** No room left on the disk, or no more of it for this user. */
function isFull(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

export async function sweepSpool(folder: string, olderThan: Date): Promise<number> {
  let swept = 0;
  for (const name of await readdir(folder).catch(noFolder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile() || found.mtime >= olderThan) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}

/** A folder that nothing was ever put into. */
export function noFolder(error: unknown): string[] {
  if ((error as { code?: unknown } | null)?.code === 'ENOENT') return [];
  throw error;
}
