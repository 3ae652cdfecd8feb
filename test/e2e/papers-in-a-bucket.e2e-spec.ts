import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperView } from '../../apps/api/src/papers/papers.views.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { announce, ownFiles, upload } from '../support/papers.js';
import { startS3StandIn, type S3StandIn } from '../support/s3-stand-in.js';
import { pdfOf } from '../support/samples/pdf.js';

const bytes = pdfOf();

describe('papers kept in an object store', () => {
  let test: TestApp;
  let store: S3StandIn;
  let korea: TestClient;
  let paper: PaperView;
  const files = ownFiles();

  beforeAll(async () => {
    store = await startS3StandIn();
    test = await createTestApp('record', {
      ...files,
      S3_ENDPOINT: store.origin,
      S3_BUCKET: store.bucket,
      S3_ACCESS_KEY_ID: store.accessKeyId,
      S3_SECRET_ACCESS_KEY: store.secretAccessKey,
    });
    await test.setClock('2027-02-01T10:00:00+09:00');
    korea = await test.as('secretariat.kr');
    const { id } = await saveSession(test);
    paper = await announce(korea, id);
  });
  afterAll(async () => {
    await test.close();
    await store.close();
    rmSync(files.DATA_DIR, { recursive: true, force: true });
  });

  const rows = async (): Promise<number> => {
    const [row] = await test.admin<{ count: number }>('select count(*)::int as count from forum.paper_file');
    return row?.count ?? 0;
  };

  it('go there whole and come back in parts, and nothing of them stays on the disk', async () => {
    const shown = await answered<PaperView>(upload(korea, paper.id, { name: '의제 資料.pdf', bytes }));
    const file = shown.languages.find(({ lang }) => lang === 'ko')?.file;
    expect(file).toMatchObject({ name: '의제 資料.pdf', sha256: createHash('sha256').update(bytes).digest('hex') });
    expect([...store.objects.values()].map((object) => object.bytes.equals(bytes))).toEqual([true]);
    expect([...store.objects.keys()][0]).toMatch(/^files\/([0-9a-f]{2})\/\1[0-9a-f]{30}$/);
    expect(readdirSync(join(files.DATA_DIR, 'files/spool'))).toEqual([]);

    const path = file?.content.slice(1) ?? '';
    expect((await korea.get(path)).rawPayload.equals(bytes)).toBe(true);
    const part = await korea.get(path, { headers: { range: 'bytes=0-7' } });
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
      206,
      '%PDF-1.7',
      `bytes 0-7/${String(bytes.length)}`,
    ]);
  });

  it('are refused in words when the store is away, and are rows only when their bytes are kept', async () => {
    const before = await rows();
    const kept = [...store.objects.keys()];
    store.refuse(503, 3);
    const answer = await upload(korea, paper.id, { name: 'b.pdf', bytes });
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'common.unavailable' }]);
    expect([await rows(), [...store.objects.keys()]]).toEqual([before, kept]);
    expect(readdirSync(join(files.DATA_DIR, 'files/spool'))).toEqual([]);
  });

  it('never reach the store when they are refused for what they are', async () => {
    store.answers.length = 0;
    const answer = await upload(korea, paper.id, { name: 'b.pdf', bytes: 'MZ' });
    expect(answer.json()).toMatchObject({ code: 'files.executable' });
    expect(store.answers).toEqual([]);
  });

  it('answer by a code when the store has lost one', async () => {
    const { languages } = await answered<PaperView>(korea.get(`papers/${paper.id}`));
    store.objects.clear();
    const answer = await korea.get(languages.find(({ lang }) => lang === 'ko')?.file?.content.slice(1) ?? '');
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'files.lost' }]);
  });
});
