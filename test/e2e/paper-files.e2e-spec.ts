import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createFileStorage } from '#platform/file-storage';
import { sweepDue, sweepFiles } from '#forum/papers';
import type { PaperView } from '../../apps/api/src/papers/papers.views.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { announce, ownFiles, release, step, upload } from '../support/papers.js';

const text = 'Frequency policy: 806–821 MHz, 주파수 정책, 周波数政策\n'.repeat(40);
const bytes = Buffer.from(text);
const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;

describe('a file of a paper', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let paper: PaperView;
  let sessionId: string;
  let address: string;
  const files = ownFiles();
  const folder = join(files.DATA_DIR, 'files');
  const kept = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

  beforeAll(async () => {
    test = await createTestApp('record', files);
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
    sessionId = (await saveSession(test)).id;
    paper = await release(korea, sessionId, {
      grade: 'restricted',
      file: { name: '2027년 주파수(안) 議事録.txt'.normalize('NFD'), bytes },
    });
    address = paper.languages[0]?.file?.content.slice(1) ?? '';
  });
  afterAll(async () => {
    await test.close();
    rmSync(files.DATA_DIR, { recursive: true, force: true });
  });
  const get = (headers: Record<string, string> = {}) => japan.get(address, { headers });

  it('comes whole, as an attachment under its own name on every system, and is asked for again each time', async () => {
    const answer = await get();
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      etag,
      'accept-ranges': 'bytes',
      'content-length': String(bytes.length),
      'content-language': 'ko',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-type']).toContain('text/plain');
    const disposition = String(answer.headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*\.txt"; filename\*=UTF-8''/);
    const named = /filename\*=UTF-8''(\S+)/.exec(disposition)?.[1] ?? '';
    expect(decodeURIComponent(named)).toBe('2027년 주파수(안) 議事録.txt'.normalize('NFC'));
  });

  it.each([
    ['bytes=0-9', 0, 9],
    ['bytes=100-', 100, bytes.length - 1],
    ['bytes=-7', bytes.length - 7, bytes.length - 1],
    ['bytes=5-999999999', 5, bytes.length - 1],
  ])('comes in parts: %s', async (range, start, end) => {
    const answer = await get({ range });
    expect(answer.statusCode).toBe(206);
    expect(answer.headers['content-range']).toBe(`bytes ${String(start)}-${String(end)}/${String(bytes.length)}`);
    expect(answer.headers['content-length']).toBe(String(end - start + 1));
    expect(answer.rawPayload.equals(bytes.subarray(start, end + 1))).toBe(true);
  });

  it('says 416 where there are no bytes, 304 to who has them, and gives everything when If-Range names another content', async () => {
    const beyond = await get({ range: `bytes=${String(bytes.length)}-` });
    expect([beyond.statusCode, beyond.headers['content-range'], beyond.body]).toEqual([
      416,
      `bytes */${String(bytes.length)}`,
      '',
    ]);
    const known = await get({ 'if-none-match': etag });
    expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, '', etag]);
    expect((await get({ range: 'bytes=0-1', 'if-range': etag })).statusCode).toBe(206);
    expect((await get({ range: 'bytes=0-1', 'if-range': '"other"' })).statusCode).toBe(200);
    expect((await get({ range: 'bytes=0-1,4-5' })).statusCode).toBe(200);
  });

  it('is described without being read', async () => {
    const head = await test.app.inject({
      method: 'HEAD',
      url: `/api/v1/${address}`,
      headers: { cookie: japan.cookie ?? '' },
    });
    expect([head.statusCode, head.headers['content-length'], head.headers.etag, head.body]).toEqual([
      200,
      String(bytes.length),
      etag,
      '',
    ]);
  });

  it('is logged each time somebody reads it when it is restricted, in the trail of the reader’s side', async () => {
    const trail = (role: 'forum_kr' | 'forum_jp') =>
      test.database
        .readAs(role)
        .query(`select 1 from forum.audit_entry where event = 'paper.fileRead' and subject_id = $1`, [paper.id]);
    const before = { kr: (await trail('forum_kr')).length, jp: (await trail('forum_jp')).length };
    await get();
    await get({ range: 'bytes=0-9' });
    await get({ 'if-none-match': etag });
    expect((await trail('forum_jp')).length - before.jp).toBe(2);
    expect((await trail('forum_kr')).length - before.kr).toBe(0);
  });

  it('answers 503 and not 500 when its bytes are lost', async () => {
    const other = await release(korea, sessionId, {
      title: '사라진 자료',
      file: { bytes: randomBytes(64).toString('hex') },
    });
    const [row] = await test.admin<{ key: string }>(
      `select storage_key as key from forum.paper_file where paper_id = $1`,
      [other.id],
    );
    await createFileStorage({ dataDir: files.DATA_DIR, s3: null }).remove(row?.key ?? '');
    const answer = await japan.get(other.languages[0]?.file?.content.slice(1) ?? '');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'files.lost']);
  });

  it('leaves nothing behind when its upload is refused before, in or after the form', async () => {
    const before = kept();
    const rows = () => test.admin('select 1 from forum.paper_file');
    const known = (await rows()).length;
    const draft = await announce(korea, sessionId);
    const answers = [
      await upload(korea, draft.id, { language: 'fr' }),
      await upload(korea, draft.id, { bytes: '' }),
      await upload(korea, draft.id, { name: '자료.pdf' }),
      await upload(korea, draft.id, { name: 'list.html', bytes: '<html><script>1</script></html>' }),
      await upload(await test.as('delegate.kr'), draft.id),
      await upload(japan, draft.id),
      await upload(japan, paper.id),
      await korea.post(`papers/${draft.id}/files`, { body: { language: 'ko' } }),
    ];
    expect(answers.map((answer) => answer.statusCode)).toEqual([400, 422, 422, 415, 403, 404, 403, 415]);
    expect([kept(), (await rows()).length]).toEqual([before, known]);
  });

  it('is left to the hourly sweep when nobody can say whether its row was written, or the process died before', async () => {
    const draft = await announce(korea, sessionId);
    const before = kept();
    await test.admin(
      `alter table forum.paper_file add constraint ck_test_refuse check (name <> 'refused.txt') not valid`,
    );
    const failed = await upload(korea, draft.id, { name: 'refused.txt' });
    await test.admin(`alter table forum.paper_file drop constraint ck_test_refuse`);
    expect(failed.statusCode).toBe(500);
    expect(kept()).toBe(before + 1);

    const storage = createFileStorage({ dataDir: files.DATA_DIR, s3: null });
    const orphan = await storage.keep(asSource(Buffer.from('orphan')), 1000);
    const worker = test.database.readAs('forum_worker');
    expect(await sweepDue(worker)).not.toBeNull();
    expect(await sweepFiles(test.database, storage)).toBe(0);
    expect(kept()).toBe(before + 2);
    expect(await sweepDue(worker)).toBeNull();
    await test.setClock(new Date(Date.now() + 26 * 3_600_000).toISOString());
    expect(await sweepDue(worker)).not.toBeNull();
    const elsewhere = ownFiles();
    const another = createFileStorage({ dataDir: elsewhere.DATA_DIR, s3: null });
    const foreign = await another.keep(asSource(Buffer.from('of another installation')), 1000);
    expect(await sweepFiles(test.database, another)).toBe(0);
    (await another.read(foreign.key)).destroy();
    rmSync(elsewhere.DATA_DIR, { recursive: true, force: true });
    await test.admin('delete from forum.paper_sweep');
    expect(await sweepFiles(test.database, storage)).toBe(2);
    expect(await sweepFiles(test.database, storage)).toBe(0);
    expect(kept()).toBe(before);
    await expect(storage.read(orphan.key)).rejects.toMatchObject({ code: 'files.lost' });
    const again = await test.as('secretariat.jp', { again: true });
    expect((await again.get(address)).rawPayload.equals(bytes)).toBe(true);
    expect((await answered<PaperView>(again.get(`papers/${paper.id}`))).state).toBe('released');
    expect((await step(again, paper.id, 'withdraw')).statusCode).toBe(403);
  });
});

async function* asSource(chunk: Buffer): AsyncIterable<Uint8Array> {
  await Promise.resolve();
  yield chunk;
}
