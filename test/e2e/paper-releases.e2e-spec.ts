import { rmSync } from 'node:fs';
import { carryDueRelease } from '#forum/papers';
import type { PaperView } from '../../apps/api/src/papers/papers.views.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { announce, ownFiles, release, step, upload } from '../support/papers.js';

interface Proposal {
  id: string;
  hash: string;
  kind: string;
  allowedActions: { action: string; allowed: boolean }[];
}

const noon = '2027-02-01T12:00:00+09:00';

describe('releasing a paper', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let observer: TestClient;
  let company: TestClient;
  let sessionId: string;
  const files = ownFiles();

  beforeAll(async () => {
    test = await createTestApp('record', files);
  });
  afterAll(async () => {
    await test.close();
    rmSync(files.DATA_DIR, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await clock('11:00:00');
    sessionId = (await saveSession(test)).id;
  });

  /** The clock goes on while accounts sign in, so it is set once more. */
  const clock = async (time: string): Promise<void> => {
    await test.setClock(`2027-02-01T${time}+09:00`);
    [korea, japan, observer, company] = await Promise.all([
      test.as('secretariat.kr', { again: true }),
      test.as('secretariat.jp', { again: true }),
      test.as('observer', { again: true }),
      test.as('company.kr', { again: true }),
    ]);
    await test.setClock(`2027-02-01T${time}+09:00`);
  };
  const read = (client: TestClient, id: string) => answered<PaperView>(client.get(`papers/${id}`));
  const statuses = async (id: string) => {
    const file = (await read(korea, id)).languages[0]?.file?.content.slice(1) ?? '';
    const ask = async (client: TestClient) => [
      (await client.get(`papers/${id}`)).statusCode,
      (await client.get(file)).statusCode,
      (await client.get(file, { headers: { range: 'bytes=0-0' } })).statusCode,
    ];
    return { japan: await ask(japan), company: await ask(company), observer: await ask(observer) };
  };
  const seen = [200, 200, 206];
  const unseen = [404, 404, 404];
  const proposals = async (client: TestClient, id: string) =>
    (await answered<{ items: Proposal[] }>(client.get(`proposals?subjectType=paper&subjectId=${id}&state=open`))).items;
  const accept = async (client: TestClient, id: string) => {
    const [proposal] = await proposals(client, id);
    return client.post(`proposals/${proposal?.id ?? ''}/accept`, { body: { hash: proposal?.hash } });
  };
  /** A paper whose title is checked in all languages. */
  const complete = async (): Promise<PaperView> => {
    let paper = await release(korea, sessionId);
    for (const [lang, text] of [
      ['ja', '周波数政策'],
      ['en', 'Spectrum policy'],
    ] as const)
      paper = await answered<PaperView>(
        korea.put(`papers/${paper.id}/title/${lang}`, {
          etag: paper.etag,
          body: { text, status: 'checked', ofRevision: 1 },
        }),
      );
    return paper;
  };

  it('waits for the planned moment: nothing is readable just before, everything at it, and twice makes no difference', async () => {
    const { id } = await announce(korea, sessionId);
    await answered(upload(korea, id));
    await answered(step(korea, id, 'review'));
    const past = await step(korea, id, 'release', { at: '2027-02-01T10:59:59+09:00' });
    expect(past.json()).toMatchObject({ code: 'papers.notInFuture' });
    const planned = await answered<PaperView>(step(korea, id, 'release', { at: noon }));
    expect(planned).toMatchObject({
      state: 'reviewed',
      symbol: null,
      releases: [{ to: 'joint', at: '2027-02-01T03:00:00.000Z', state: 'planned' }],
    });
    expect((await step(korea, id, 'release', { at: noon })).json()).toMatchObject({ code: 'papers.releasePlanned' });
    await clock('11:59:57');
    expect(await carryDueRelease(test.database)).toBe(0);
    expect((await statuses(id)).japan).toEqual(unseen);
    await clock('12:00:00');
    expect((await statuses(id)).japan).toEqual(unseen);
    expect(await Promise.all([carryDueRelease(test.database), carryDueRelease(test.database)])).toContain(1);
    expect(await carryDueRelease(test.database)).toBe(0);
    expect((await statuses(id)).japan).toEqual(seen);
    const released = await read(korea, id);
    expect(released.releases).toMatchObject([{ to: 'joint', state: 'done' }]);
    expect((await read(japan, id)).releases).toEqual([]);
    expect(
      await test.admin(`select 1 from forum.outbox_event where event = 'paper.released' and subject_id = $1`, [id]),
    ).toHaveLength(1);
  });

  it('is given up by a new file, by hand, or when the paper is no longer fit to go, and says why', async () => {
    const { id } = await announce(korea, sessionId);
    await answered(upload(korea, id));
    const plan = async () => {
      await answered(step(korea, id, 'review'));
      await answered(step(korea, id, 'release', { at: noon }));
    };
    await plan();
    const replaced = await answered<PaperView>(upload(korea, id, { bytes: '고친 자료' }));
    expect(replaced).toMatchObject({
      state: 'received',
      releases: [{ state: 'cancelled', reason: 'two-key.contentChanged' }],
    });
    await plan();
    const cancelled = await answered<PaperView>(step(korea, id, 'cancel-release', { to: 'joint' }));
    expect(cancelled.releases[1]).toMatchObject({ state: 'cancelled', reason: null });
    expect((await step(korea, id, 'cancel-release', { to: 'joint' })).json()).toMatchObject({
      code: 'papers.noReleasePlanned',
    });
    await answered(step(korea, id, 'release', { at: noon }));
    await test.admin(`update forum.session set state = 'cancelled' where id = $1`, [sessionId]);
    await clock('12:00:01');
    expect(await carryDueRelease(test.database)).toBe(1);
    expect((await read(korea, id)).releases[2]).toMatchObject({ state: 'cancelled', reason: 'papers.sessionOver' });
    expect((await statuses(id)).japan).toEqual(unseen);
  });

  it('beyond both sides needs the other side’s key on the very content, and opens no earlier file and no newer one', async () => {
    const paper = await complete();
    await answered(upload(korea, paper.id, { bytes: '둘째 판' }));
    expect(await statuses(paper.id)).toEqual({ japan: seen, company: unseen, observer: unseen });
    await answered(step(korea, paper.id, 'widen', { audience: 'business' }));
    expect((await accept(korea, paper.id)).json()).toMatchObject({ code: 'common.forbidden' });
    expect((await accept(await test.as('delegate.jp', { again: true }), paper.id)).json()).toMatchObject({
      code: 'common.forbidden',
    });
    expect((await accept(japan, paper.id)).statusCode).toBe(200);
    expect(await statuses(paper.id)).toEqual({ japan: seen, company: seen, observer: unseen });
    await answered(step(japan, paper.id, 'widen', { audience: 'public' }));
    expect((await accept(korea, paper.id)).statusCode).toBe(200);
    expect(await statuses(paper.id)).toEqual({ japan: seen, company: seen, observer: seen });
    expect((await read(observer, paper.id)).languages[0]).toMatchObject({ file: { revision: 2 }, earlier: [] });
    expect((await step(korea, paper.id, 'widen', { audience: 'public' })).json()).toMatchObject({
      code: 'papers.nothingToWiden',
    });
    await answered(upload(korea, paper.id, { bytes: '셋째 판' }));
    const [newest] = (await read(korea, paper.id)).languages;
    expect(newest?.file).toMatchObject({ revision: 3, audience: 'joint' });
    expect((await observer.get(newest?.file?.content.slice(1) ?? '')).statusCode).toBe(404);
    expect((await read(observer, paper.id)).languages[0]).toMatchObject({ file: { revision: 2 }, earlier: [] });
    const edited = await korea.patch(`papers/${paper.id}`, {
      etag: (await read(korea, paper.id)).etag,
      body: { lang: 'ko', title: '다른 제목' },
    });
    expect(edited.json()).toMatchObject({ code: 'papers.titlePublished' });
  });

  it('is refused for restricted papers, with every gap of the title, and before the session’s own embargo', async () => {
    const restricted = await release(korea, sessionId, { grade: 'restricted' });
    expect((await step(korea, restricted.id, 'widen', { audience: 'public' })).json()).toMatchObject({
      code: 'papers.restricted',
    });
    const bare = await release(korea, sessionId);
    const refused = (await step(korea, bare.id, 'widen', { audience: 'business' })).json<{
      code: string;
      fields: { path: string; code: string }[];
    }>();
    expect(refused.code).toBe('papers.textsOpen');
    expect(refused.fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'title.ja common.textMissing',
      'title.en common.textMissing',
    ]);
    const paper = await complete();
    await test.admin(`update forum.session set embargo_at = $2 where id = $1`, [sessionId, noon]);
    expect((await step(korea, paper.id, 'widen', { audience: 'public' })).json()).toMatchObject({
      code: 'papers.beforeEmbargo',
      params: { at: '2027-02-01T03:00:00.000Z' },
    });
    await answered(step(korea, paper.id, 'widen', { audience: 'public', at: noon }));
    expect((await accept(japan, paper.id)).statusCode).toBe(200);
    await test.admin(`update forum.session set embargo_at = '2027-02-01T12:30:00+09:00' where id = $1`, [sessionId]);
    await clock('12:00:00');
    expect(await carryDueRelease(test.database)).toBe(0);
    await clock('12:29:57');
    expect(await carryDueRelease(test.database)).toBe(0);
    expect((await statuses(paper.id)).observer).toEqual(unseen);
    await clock('12:30:00');
    expect(await carryDueRelease(test.database)).toBe(1);
    expect((await statuses(paper.id)).observer).toEqual(seen);
  });

  it('loses its keys with any edit: proposal and plan end, and nobody signs what they have not seen', async () => {
    const paper = await complete();
    await answered(step(korea, paper.id, 'widen', { audience: 'public' }));
    const [before] = await proposals(japan, paper.id);
    await answered(upload(korea, paper.id, { bytes: '바뀐 자료' }));
    expect(await proposals(japan, paper.id)).toEqual([]);
    expect(
      (await japan.post(`proposals/${before?.id ?? ''}/accept`, { body: { hash: before?.hash } })).statusCode,
    ).toBe(409);
    await answered(step(korea, paper.id, 'widen', { audience: 'public' }));
    await answered(upload(await test.as('interpreter', { again: true }), paper.id, { language: 'ja', bytes: '翻訳' }));
    expect((await accept(japan, paper.id)).json()).toMatchObject({ code: 'two-key.contentChanged' });
    await answered(step(korea, paper.id, 'widen', { audience: 'public', at: noon }));
    expect((await accept(japan, paper.id)).statusCode).toBe(200);
    expect((await read(japan, paper.id)).releases).toMatchObject([{ to: 'public', state: 'planned' }]);
    await answered(upload(korea, paper.id, { bytes: '또 바뀐 자료' }));
    expect((await read(japan, paper.id)).releases).toMatchObject([{ to: 'public', state: 'cancelled' }]);
    await clock('12:00:00');
    expect(await carryDueRelease(test.database)).toBe(0);
    expect((await statuses(paper.id)).observer).toEqual(unseen);
  });
});
