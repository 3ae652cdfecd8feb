import type { Readable } from 'node:stream';
import { spool, sweepSpool, type SpooledFile } from './spool.js';

export type FileSource = AsyncIterable<Uint8Array> | Readable;

/** A file that is kept. `key` is random and says nothing about the file; `sha256` is lower-case hex of its bytes. */
export interface StoredFile {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Both ends are included, as in HTTP's Range. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Keeps bytes and knows nothing of what they are. A file arrives in a local spool first, where it can be looked into, and is then
 * taken over; no step holds more than a few chunks in memory. A key that no row names is an orphan: `list` finds those.
 */
export abstract class FileStorage {
  protected constructor(private readonly spoolFolder: string) {}

  /**
   * Streams into the spool, hashing on the way.
   * @throws files.tooLarge once more than `limit` bytes have come; nothing is left behind then, nor when the source fails
   */
  spool(source: FileSource, limit: number): Promise<SpooledFile> {
    return spool(this.spoolFolder, source, limit);
  }

  /** Takes a spooled file into keeping; its spool file is gone afterwards, whether this succeeds or not. */
  abstract take(file: SpooledFile): Promise<StoredFile>;

  /** `spool` and `take` in one, for bytes we made ourselves. */
  async keep(source: FileSource, limit: number): Promise<StoredFile> {
    return this.take(await this.spool(source, limit));
  }

  /**
   * The bytes, or some of them. The caller reads the stream to its end or destroys it.
   * @throws files.lost when no file has this key
   */
  abstract read(key: string, range?: ByteRange): Promise<Readable>;

  /** Removing twice is harmless. */
  abstract remove(key: string): Promise<void>;

  /** Keys of files kept before this moment. */
  abstract list(olderThan: Date): AsyncIterable<string>;

  /** Removes what uploads cut off by a crash left in the spool before this moment, and says how many. */
  sweep(olderThan: Date): Promise<number> {
    return sweepSpool(this.spoolFolder, olderThan);
  }
}
