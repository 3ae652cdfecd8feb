import { join } from 'node:path';
import { DiskStorage } from './disk-storage.js';
import type { FileStorage } from './file-storage.js';

/** Where the settings say files are kept: below the data folder, or in an S3-compatible store. */
export function createFileStorage(config: { readonly dataDir: string }): FileStorage {
  return new DiskStorage(join(config.dataDir, 'files'));
}
