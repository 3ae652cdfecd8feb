import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { commonErrors, DomainError } from '#core/kernel';
import type { S3Config } from '#platform/config';
import { checkedKey, newKey } from './disk-storage.js';
import { FileStorage, type ByteRange, type StoredFile } from './file-storage.js';
import type { SpooledFile } from './spool.js';
import { storageErrors } from './storage.errors.js';

const folder = 'files/';
const tries = 3;
const ignore = (): void => undefined;

/** The library is large, and most installations keep their files on the disk. */
const load = () => import('@aws-sdk/client-s3');
type Library = Awaited<ReturnType<typeof load>>;

/**
 * Files as objects of one bucket. Each is sent in one request that carries its SHA-256 in the signature, so a store that takes it has
 * taken these bytes; checksums that only some stores know are not used. A store that does not answer is common.unavailable.
 */
export class S3Storage extends FileStorage {
  private opened: Promise<{ library: Library; client: S3Client }> | null = null;

  constructor(
    spoolFolder: string,
    private readonly config: S3Config,
  ) {
    super(spoolFolder);
  }

  async take(file: SpooledFile): Promise<StoredFile> {
    const key = newKey();
    try {
      for (let left = tries - 1; ; left -= 1) {
        try {
          await this.put(key, file);
          return { key, size: file.size, sha256: file.sha256 };
        } catch (error) {
          if (left === 0 || !isPassing(error)) throw unavailable(error);
          await sleep((tries - left) * 200);
        }
      }
    } finally {
      await file.discard();
    }
  }

  /** A stream cannot be sent twice, so the library does not try again by itself. */
  private async put(key: string, file: SpooledFile): Promise<void> {
    const { library, client } = await this.open();
    const command = new library.PutObjectCommand({
      Bucket: this.config.bucket,
      Key: objectOf(key),
      Body: createReadStream(file.path),
      ContentLength: file.size,
      ContentType: 'application/octet-stream',
    });
    command.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { headers: Record<string, string> };
        request.headers['x-amz-content-sha256'] = file.sha256;
        return next(args);
      },
      { step: 'build', name: 'contentHash' },
    );
    await client.send(command);
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const { library, client } = await this.open();
    try {
      const { Body } = await client.send(
        new library.GetObjectCommand({
          Bucket: this.config.bucket,
          Key: objectOf(key),
          ...(range ? { Range: `bytes=${String(range.start)}-${String(range.end)}` } : {}),
        }),
      );
      if (Body instanceof Readable) return Body;
      throw storageErrors.lost();
    } catch (error) {
      if (statusOf(error) === 404) throw storageErrors.lost({}, [], { cause: error });
      throw unavailable(error);
    }
  }

  async remove(key: string): Promise<void> {
    const { library, client } = await this.open();
    try {
      await client.send(new library.DeleteObjectCommand({ Bucket: this.config.bucket, Key: objectOf(key) }));
    } catch (error) {
      throw unavailable(error);
    }
  }

  async *list(olderThan: Date): AsyncIterable<string> {
    const { library, client } = await this.open();
    const pages = library.paginateListObjectsV2({ client }, { Bucket: this.config.bucket, Prefix: folder });
    try {
      for await (const page of pages) {
        for (const object of page.Contents ?? []) {
          const key = object.Key?.slice(object.Key.lastIndexOf('/') + 1) ?? '';
          if (/^[0-9a-f]{32}$/.test(key) && object.LastModified && object.LastModified < olderThan) yield key;
        }
      }
    } catch (error) {
      throw unavailable(error);
    }
  }

  private open(): Promise<{ library: Library; client: S3Client }> {
    this.opened ??= load().then((library) => {
      const { endpoint, region, accessKeyId, secretAccessKey } = this.config;
      const client = new library.S3Client({
        region,
        ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
        credentials: { accessKeyId, secretAccessKey },
        maxAttempts: tries,
        // Faults are thrown; the library would print them besides.
        logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
      });
      return { library, client };
    });
    return this.opened;
  }
}

const objectOf = (key: string): string => `${folder}${checkedKey(key).slice(0, 2)}/${key}`;

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;
}

/** Worth another try: no answer, or the store says it is busy. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500 || status === 429;
}

function unavailable(error: unknown): DomainError {
  return error instanceof DomainError ? error : commonErrors.unavailable({}, [], { cause: error });
}
