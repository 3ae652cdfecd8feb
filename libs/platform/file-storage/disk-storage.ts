import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStorage, type ByteRange, type StoredFile } from './file-storage.js';
import { noFolder, type SpooledFile } from './spool.js';
import { storageErrors } from './storage.errors.js';

const keyForm = /^[0-9a-f]{32}$/;

/** Makes a key: 128 random bits in hex. */
export const newKey = (): string => randomBytes(16).toString('hex');

/** @throws files.lost for what was never a key of ours; so no key can name a path outside the folder */
export function checkedKey(key: string): string {
  if (!keyForm.test(key)) throw storageErrors.lost();
  return key;
}

/** Files in a folder, spread over 256 subfolders. The spool lies beside them, on the same volume, so that taking over is a rename. */
export class DiskStorage extends FileStorage {
  constructor(private readonly folder: string) {
    super(join(folder, 'spool'));
  }

  async take(file: SpooledFile): Promise<StoredFile> {
    const key = newKey();
    const subfolder = join(this.folder, key.slice(0, 2));
    try {
      await mkdir(subfolder, { recursive: true, mode: 0o700 });
      await rename(file.path, join(subfolder, key));
      await flush(subfolder);
    } catch (error) {
      await file.discard();
      throw error;
    }
    return { key, size: file.size, sha256: file.sha256 };
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const path = this.pathOf(key);
    try {
      const file = await open(path, 'r');
      return file.createReadStream(range ? { start: range.start, end: range.end } : {});
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ENOENT') throw storageErrors.lost({}, [], { cause: error });
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *list(olderThan: Date): AsyncIterable<string> {
    for (const subfolder of await readdir(this.folder).catch(noFolder)) {
      if (!/^[0-9a-f]{2}$/.test(subfolder)) continue;
      for (const key of await readdir(join(this.folder, subfolder))) {
        if (!keyForm.test(key)) continue;
        // Taking over is a rename, which keeps the time of writing and changes ctime.
        const found = await stat(join(this.folder, subfolder, key)).catch(() => null);
        if (found && found.ctime < olderThan) yield key;
      }
    }
  }

  private pathOf(key: string): string {
    return join(this.folder, checkedKey(key).slice(0, 2), key);
  }
}

/** A rename is on the disk once its folder is. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
