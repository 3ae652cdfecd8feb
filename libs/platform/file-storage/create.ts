import { join } from 'node:path';
import type { Config } from '#platform/config';
import { DiskStorage } from './disk-storage.js';
import type { FileStorage } from './file-storage.js';
import { S3Storage } from './s3-storage.js';

/** Where the settings say files are kept: below the data folder, or in an S3-compatible store. Uploads arrive below the data folder in both. */
export function createFileStorage(config: Pick<Config, 'dataDir' | 's3'>): FileStorage {
  const folder = join(config.dataDir, 'files');
  return config.s3 === null ? new DiskStorage(folder) : new S3Storage(join(folder, 'spool'), config.s3);
}
