import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { commonErrors, type ErrorFactory } from '#core/kernel';
import { loadConfig } from '#platform/config';
import { createFileStorage, storageErrors, type FileStorage } from '#platform/file-storage';
import { startS3StandIn, type S3StandIn } from '../support/s3-stand-in.js';

const bytes = randomBytes(300_000);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const unknown = 'ab'.repeat(16);
const inAMinute = new Date(Date.now() + 60_000);
const yesterday = new Date(Date.now() - 86_400_000);

let folder: string;
let store: S3StandIn;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forum-storage-'));
  store = await startS3StandIn();
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const source = () => Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]);
const coded = ({ code }: ErrorFactory) => expect.objectContaining({ code });

async function keysOf(storage: FileStorage, olderThan: Date): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage.list(olderThan)) keys.push(key);
  return keys.sort();
}

async function spooled(name: string): Promise<string[]> {
  return readdir(join(folder, name, 'files/spool')).catch(() => []);
}

function storageIn(name: string, s3 = false): FileStorage {
  return createFileStorage(
    loadConfig({
      DATA_DIR: join(folder, name),
      ...(s3
        ? {
            S3_ENDPOINT: store.origin,
            S3_BUCKET: store.bucket,
            S3_ACCESS_KEY_ID: store.accessKeyId,
            S3_SECRET_ACCESS_KEY: store.secretAccessKey,
          }
        : {}),
    }),
  );
}

describe.each([
  ['disk', false],
  ['object store', true],
])('files on the %s', (name, s3) => {
  let storage: FileStorage;
  beforeAll(() => {
    storage = storageIn(name, s3);
  });

  it('come back as they went in, whole and in parts', async () => {
    const kept = await storage.keep(source(), 1_000_000);
    expect(kept).toEqual({ key: expect.stringMatching(/^[0-9a-f]{32}$/), size: 300_000, sha256 });
    expect((await buffer(await storage.read(kept.key))).equals(bytes)).toBe(true);
    expect(
      (await buffer(await storage.read(kept.key, { start: 99_999, end: 100_001 }))).equals(
        bytes.subarray(99_999, 100_002),
      ),
    ).toBe(true);
    expect(await spooled(name)).toEqual([]);
  });

  it('have keys that say nothing of their content', async () => {
    const [one, other] = [await storage.keep(source(), 1_000_000), await storage.keep(source(), 1_000_000)];
    expect(one.key).not.toBe(other.key);
  });

  it('are refused one byte above the limit, and leave nothing behind', async () => {
    const before = await keysOf(storage, inAMinute);
    await expect(storage.keep(source(), 299_999)).rejects.toEqual(coded(storageErrors.tooLarge));
    await expect(storage.keep(source(), 300_000)).resolves.toMatchObject({ size: 300_000 });
    expect(await keysOf(storage, inAMinute)).toHaveLength(before.length + 1);
    expect(await spooled(name)).toEqual([]);
  });

  it('leave nothing behind when their sender breaks off', async () => {
    const before = await keysOf(storage, inAMinute);
    const broken = (function* () {
      yield bytes;
      throw new Error('cut');
    })();
    await expect(storage.keep(Readable.from(broken), 1_000_000)).rejects.toThrow('cut');
    expect(await keysOf(storage, inAMinute)).toEqual(before);
    expect(await spooled(name)).toEqual([]);
  });

  it('are gone once removed, and may be removed again', async () => {
    const { key } = await storage.keep(source(), 1_000_000);
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.read(key)).rejects.toEqual(coded(storageErrors.lost));
    expect(await keysOf(storage, inAMinute)).not.toContain(key);
  });

  it('are never looked for by a key that is none', async () => {
    await expect(storage.read(unknown)).rejects.toEqual(coded(storageErrors.lost));
    for (const key of ['../../etc/passwd', '', `${unknown}/..`, unknown.toUpperCase()])
      await expect(storage.read(key)).rejects.toEqual(coded(storageErrors.lost));
  });

  it('are listed once they are older than asked', async () => {
    const { key } = await storage.keep(source(), 1_000_000);
    expect(await keysOf(storage, inAMinute)).toContain(key);
    expect(await keysOf(storage, yesterday)).toEqual([]);
  });

  it('are swept from the spool when a crash left them there', async () => {
    const [left, fresh] = [await storage.spool(source(), 1_000_000), await storage.spool(source(), 1_000_000)];
    await utimes(left.path, yesterday, yesterday);
    expect(await storage.sweep(new Date(Date.now() - 3_600_000))).toBe(1);
    expect(await spooled(name)).toEqual([fresh.path.slice(-32)]);
    await fresh.discard();
  });
});

describe('files on the disk', () => {
  it('belong to the process alone', async () => {
    const storage = storageIn('rights');
    const { key } = await storage.keep(source(), 1_000_000);
    const path = join(folder, 'rights/files', key.slice(0, 2), key);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'rights/files'))).mode & 0o077).toBe(0);
  });

  it('are none in a folder that was never used', async () => {
    expect(await keysOf(storageIn('unused'), inAMinute)).toEqual([]);
    expect(await storageIn('unused').sweep(inAMinute)).toBe(0);
  });
});

describe('files in an object store', () => {
  it('are sent again when the store is busy, and once only when it is not', async () => {
    const storage = storageIn('busy', true);
    store.answers.length = 0;
    store.refuse(503, 2);
    const { key } = await storage.keep(source(), 1_000_000);
    expect(store.answers).toEqual(['PUT 503', 'PUT 503', 'PUT 200']);
    expect((await buffer(await storage.read(key))).equals(bytes)).toBe(true);
  });

  it('are refused as unavailable when the store stays busy or knows another secret, and leave nothing behind', async () => {
    const storage = storageIn('away', true);
    store.refuse(503, 3);
    await expect(storage.keep(source(), 1_000_000)).rejects.toEqual(coded(commonErrors.unavailable));
    const stranger = createFileStorage({
      dataDir: join(folder, 'away'),
      s3: {
        endpoint: store.origin,
        bucket: store.bucket,
        region: 'us-east-1',
        accessKeyId: store.accessKeyId,
        secretAccessKey: 'another',
      },
    });
    store.answers.length = 0;
    await expect(stranger.keep(source(), 1_000_000)).rejects.toEqual(coded(commonErrors.unavailable));
    expect(store.answers).toEqual(['PUT 403']);
    expect(await spooled('away')).toEqual([]);
  });
});
