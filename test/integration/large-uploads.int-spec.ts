import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { demoPassword } from '#forum/identity';
import type { PaperView } from '../../apps/api/src/papers/papers.views.js';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { saveSession } from '../support/factories/session.js';
import { ownFiles } from '../support/papers.js';
import { boundary, formType, multipartOf } from '../support/samples/multipart.js';
import { officeEntries } from '../support/samples/office.js';
import { pdfOf } from '../support/samples/pdf.js';
import { until } from '../support/small-copy.js';
import { zipOf } from '../support/samples/zip.js';

const megabyte = 1_048_576;
const noise = randomBytes(megabyte);
const repeats = 199;

/** Bytes with so many megabytes of noise in the middle. */
interface LargeFile {
  readonly megabytes: number;
  readonly name: string;
  readonly head: Buffer;
  readonly tail: Buffer;
}

const placeholder = Buffer.from('noise-goes-here');

/** A PDF with one picture that no packing makes smaller. */
function largePdf(): LargeFile {
  const length = String(repeats * megabyte);
  const bytes = pdfOf({
    objects: [`<< /Type /XObject /Length ${length} >>\nstream\n${placeholder.toString()}\nendstream`],
  });
  const at = bytes.indexOf(placeholder);
  return {
    megabytes: repeats,
    name: '큰 자료.pdf',
    head: bytes.subarray(0, at),
    tail: bytes.subarray(at + placeholder.length),
  };
}

/** A Word document with one picture of that size, stored. */
function largeDocx(): LargeFile {
  const parts = officeEntries('docx', { parts: [{ name: 'word/media/image1.png', data: placeholder, stored: true }] });
  const small = zipOf(parts);
  const at = small.indexOf(placeholder);
  const size = repeats * megabyte;
  let sum = 0;
  for (let count = 0; count < repeats; count += 1) sum = crc32(noise, sum);
  const describe = (bytes: Buffer, crcAt: number): void => {
    bytes.writeUInt32LE(sum, crcAt);
    bytes.writeUInt32LE(size, crcAt + 4);
    bytes.writeUInt32LE(size, crcAt + 8);
  };
  const head = Buffer.from(small.subarray(0, at));
  describe(head, at - 'word/media/image1.png'.length - 30 + 14);
  const tail = Buffer.from(small.subarray(at + placeholder.length));
  describe(tail, tail.indexOf('word/media/image1.png') - 46 + 16);
  const end = tail.indexOf('PK\x05\x06');
  tail.writeUInt32LE(tail.readUInt32LE(end + 16) + size - placeholder.length, end + 16);
  return { megabytes: repeats, name: '大きな資料.docx', head, tail };
}

function* bytesOf({ head, tail, megabytes }: LargeFile): Iterable<Buffer> {
  yield head;
  for (let count = 0; count < megabytes; count += 1) yield noise;
  yield tail;
}

/** What the suite says beside its results. */
const say = (line: string): void => {
  process.stdout.write(`  ${line}\n`);
};

describe('files of 200 MB', () => {
  let test: TestDatabase;
  let api: ApiProcess;
  let cookie: string;
  let paperId: string;
  const files = ownFiles();

  beforeAll(async () => {
    test = await createTestDatabase('record');
    await test.setClock('2027-02-01T10:00:00+09:00');
    const { id } = await saveSession(test);
    api = await startApiProcess(test, files);
    const signedIn = await ask('POST', 'auth/sign-in', {
      email: 'secretariat.kr@forum.example',
      password: demoPassword,
    });
    cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const announced = await ask('POST', `sessions/${id}/papers`, { lang: 'ko', title: '큰 자료', grade: 'public' });
    paperId = ((await announced.json()) as PaperView).id;
  }, 60_000);
  afterAll(async () => {
    await api.stop();
    await test.close();
    rmSync(files.DATA_DIR, { recursive: true, force: true });
  });

  function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${api.origin}/api/v1/${path}`, {
      method,
      headers: { ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  /** Streams a form without ever holding it. */
  async function upload(file: LargeFile): Promise<{ status: number; body: string }> {
    const asking = request(`${api.origin}/api/v1/papers/${paperId}/files`, {
      method: 'POST',
      headers: { cookie, 'content-type': formType },
    });
    const answered = new Promise<{ status: number; body: string }>((resolve, reject) => {
      asking.on('error', reject);
      asking.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      });
    });
    const opening = multipartOf(
      [
        { name: 'language', data: 'ko' },
        { name: 'file', filename: file.name, data: '' },
      ],
      { end: false },
    );
    await pipeline(
      Readable.from(
        (function* () {
          yield opening.subarray(0, -2);
          yield* bytesOf(file);
          yield Buffer.from(`\r\n--${boundary}--\r\n`);
        })(),
      ),
      asking,
    );
    return answered;
  }

  /** Does something while watching the memory of the process; gives by how much it grew at most. */
  async function growthDuring(doing: () => Promise<void>): Promise<number> {
    const before = await api.memory();
    let most = before;
    const watch = setInterval(() => {
      void api.memory().then((now) => {
        most = Math.max(most, now);
      });
    }, 20);
    await doing();
    clearInterval(watch);
    return Math.max(most, await api.memory()) - before;
  }

  it('come in, are looked into and go out again in a small part of their size', async () => {
    // The first upload of a process loads what every later one has.
    const small = { name: 'a.pdf', head: pdfOf(), tail: Buffer.alloc(0), megabytes: 0 };
    expect(await upload(small)).toMatchObject({ status: 201 });
    for (const file of [largePdf(), largeDocx()]) {
      const began = performance.now();
      let shown: PaperView | undefined;
      const grown = await growthDuring(async () => {
        const { status, body } = await upload(file);
        expect([status, status === 201 ? '' : body]).toEqual([201, '']);
        shown = JSON.parse(body) as PaperView;
      });
      const took = performance.now() - began;
      const hash = createHash('sha256');
      for (const bytes of bytesOf(file)) hash.update(bytes);
      const sha256 = hash.digest('hex');
      const size = file.head.length + repeats * megabyte + file.tail.length;
      const kept = shown?.languages.find(({ lang }) => lang === 'ko')?.file;
      expect(kept).toMatchObject({ name: file.name, size, sha256 });

      const path = kept?.content.slice(1) ?? '';
      const read = createHash('sha256');
      const given = await growthDuring(async () => {
        const answer = await ask('GET', path);
        for await (const chunk of answer.body ?? []) read.update(chunk as Uint8Array);
      });
      expect(read.digest('hex')).toBe(sha256);
      const end = await ask('GET', path, undefined, { range: `bytes=${String(size - file.tail.length)}-` });
      expect([end.status, Buffer.from(await end.arrayBuffer()).equals(file.tail)]).toEqual([206, true]);

      say(
        `${file.name}: ${String(Math.round(size / megabyte))} MB in ${String(Math.round(took))} ms, memory +${String(Math.round(grown / megabyte))} MB in, +${String(Math.round(given / megabyte))} MB out`,
      );
      expect(grown).toBeLessThan(size / 3);
      expect(given).toBeLessThan(size / 3);
    }
  }, 120_000);

  it('leave nothing when the sender goes away in the middle', async () => {
    const before = await kept();
    const asking = request(`${api.origin}/api/v1/papers/${paperId}/files`, {
      method: 'POST',
      headers: { cookie, 'content-type': formType },
    });
    asking.on('error', () => undefined);
    asking.write(multipartOf([{ name: 'file', filename: 'a.pdf', data: noise }], { end: false }));
    await until(async () => (await spooled()).length === 1);
    asking.destroy();
    await until(async () => (await spooled()).length === 0);
    expect(await kept()).toEqual(before);
  });

  it('are refused by their length before they are sent, and the sender hears it', async () => {
    const asking = request(`${api.origin}/api/v1/papers/${paperId}/files`, {
      method: 'POST',
      headers: { cookie, 'content-type': formType, 'content-length': String(300 * megabyte) },
    });
    asking.on('error', () => undefined);
    asking.write(noise);
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(413);
    expect(JSON.parse(await text(response))).toMatchObject({ code: 'files.tooLarge', params: { megabytes: 200 } });
    asking.destroy();
    expect(await spooled()).toEqual([]);
  });

  it('are done once under one key, and another form under the same key is refused', async () => {
    const send = (data: string) =>
      fetch(`${api.origin}/api/v1/papers/${paperId}/files`, {
        method: 'POST',
        headers: { cookie, 'content-type': formType, 'idempotency-key': 'one-upload-only' },
        body: new Uint8Array(
          multipartOf([
            { name: 'language', data: 'ja' },
            { name: 'file', filename: 'a.txt', data },
          ]),
        ),
      });
    const before = await kept();
    const answers = [await send('資料'), await send('資料'), await send('別の資料')];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 409]);
    expect(await kept()).toBe(before + 1);
  });

  const spooled = () => readdir(join(files.DATA_DIR, 'files/spool')).catch(() => []);
  async function kept(): Promise<number> {
    const [row] = await test.admin<{ count: number }>('select count(*)::int as count from forum.paper_file');
    return row?.count ?? 0;
  }
});
