import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { PaperListView, PaperView } from '../../apps/api/src/papers/papers.views.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { announce, ownFiles, release, step, upload } from '../support/papers.js';

const nobody = '019aa000-0000-7000-8000-000000000000';

describe('a paper', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let interpreter: TestClient;
  let sessionId: string;
  let series = 0;
  const files = ownFiles();

  beforeAll(async () => {
    test = await createTestApp('record', files);
    await test.setClock('2027-02-01T10:00:00+09:00');
    [korea, japan, interpreter] = await Promise.all([
      test.as('secretariat.kr'),
      test.as('secretariat.jp'),
      test.as('interpreter'),
    ]);
  });
  afterAll(async () => {
    await test.close();
    rmSync(files.DATA_DIR, { recursive: true, force: true });
  });
  beforeEach(async () => {
    const saved = await saveSession(test);
    sessionId = saved.id;
    series += 1;
    await test.admin('update forum.channel set code = $2 where id = $1', [saved.channelId, `CH-T${String(series)}`]);
  });

  const read = (client: TestClient, id: string) => answered<PaperView>(client.get(`papers/${id}?texts=all`));
  const list = (client: TestClient) => answered<PaperListView>(client.get(`sessions/${sessionId}/papers`));
  const content = (client: TestClient, paper: PaperView, headers: Record<string, string> = {}, lang = 0) =>
    client.get(paper.languages[lang]?.file?.content.slice(1) ?? '', { headers });

  it('goes from awaited over received and reviewed to released, and only then to the other side', async () => {
    const before = await list(japan);
    const paper = await announce(korea, sessionId);
    expect(paper).toMatchObject({ state: 'awaited', audience: 'kr', symbol: null, late: false });
    const received = await answered<PaperView>(upload(korea, paper.id));
    expect(received).toMatchObject({ state: 'received', symbol: null });
    expect(received.languages.map(({ lang, original, file }) => [lang, original, file?.name ?? null])).toEqual([
      ['ko', true, '발언자료.txt'],
      ['ja', false, null],
      ['en', false, null],
    ]);
    expect((await step(korea, paper.id, 'release')).json()).toMatchObject({ code: 'common.wrongState' });
    await answered(step(korea, paper.id, 'review'));
    expect(await list(japan)).toEqual(before);
    const released = await answered<PaperView>(step(korea, paper.id, 'release'));
    expect(released).toMatchObject({ state: 'released', audience: 'joint', late: false });
    expect(released.symbol).toBe(`T${String(series)}/7/KR/1`);
    const seen = await read(japan, paper.id);
    expect(seen.languages[0]?.file).toMatchObject({
      revision: 1,
      sha256: createHash('sha256').update('주파수 정책 설명자료').digest('hex'),
      audience: 'joint',
    });
    expect((await content(japan, seen)).body).toBe('주파수 정책 설명자료');
  });

  it('keeps a draft from the other side altogether: list, page, file, range, tag and error are those of nothing', async () => {
    const paper = await announce(korea, sessionId, { title: '비공개 초안' });
    const mine = await answered<PaperView>(upload(korea, paper.id));
    const [file] = mine.languages.flatMap((language) => language.file ?? []);
    for (const client of [japan, interpreter, await test.as('observer'), await test.as('company.kr')]) {
      const ways: (readonly [string, Record<string, string>])[] = [
        [`papers/${paper.id}`, {}],
        [`papers/${paper.id}/files/${file?.id ?? ''}/content`, {}],
        [`papers/${paper.id}/files/${file?.id ?? ''}/content`, { range: 'bytes=0-3' }],
        [`papers/${paper.id}/files/${file?.id ?? ''}/content`, { range: 'bytes=999999-' }],
        [`papers/${paper.id}/files/${file?.id ?? ''}/content`, { 'if-none-match': `"${file?.sha256 ?? ''}"` }],
      ];
      for (const [path, headers] of ways) {
        const hidden = await client.get(path, { headers });
        const missing = await client.get(path.replace(paper.id, nobody).replace(file?.id ?? '-', nobody), { headers });
        expect(hidden.statusCode).toBe(404);
        expect({ ...hidden.json<object>(), requestId: '' }).toEqual({ ...missing.json<object>(), requestId: '' });
      }
    }
    const tried = await upload(japan, paper.id, { language: 'ja' });
    expect(tried.json()).toMatchObject({ code: 'papers.notFound' });
  });

  it('gives numbers without a gap that would tell of a draft, and versions and revisions that tell of no change', async () => {
    const first = await release(korea, sessionId);
    const hidden = await announce(korea, sessionId, { title: '나중에 낼 자료' });
    const dropped = await announce(korea, sessionId, { title: '내지 않을 자료' });
    await answered(step(korea, dropped.id, 'withdraw'));
    for (const bytes of ['첫째', '둘째', '셋째']) await answered(upload(korea, hidden.id, { bytes }));
    await answered(step(korea, hidden.id, 'review'));
    const second = await answered<PaperView>(step(korea, hidden.id, 'release'));
    const theirs = await release(japan, sessionId, { lang: 'ja', title: '周波数政策' });
    const numbers = [first, second, theirs].map(({ symbol }) => symbol?.split('/').slice(1).join('/'));
    expect(numbers).toEqual(['7/KR/1', '7/KR/2', '7/JP/1']);
    expect(second.etag).toBe(first.etag);
    const seen = await read(japan, hidden.id);
    expect(seen.languages[0]).toMatchObject({ file: { revision: 1 }, earlier: [] });
    expect((await read(korea, hidden.id)).languages[0]?.earlier).toHaveLength(2);
    expect((await list(japan)).items.map(({ side }) => side)).toEqual(['jp', 'kr', 'kr']);
    const events = await test.database
      .readAs('forum_jp')
      .query<{ event: string }>(`select event from forum.outbox_event where subject_id = $1`, [hidden.id]);
    expect(events.map(({ event }) => event)).toEqual(['paper.released']);
  });

  it('keeps what a newer file replaces, and marks translations of the older original as outdated until somebody looks', async () => {
    const paper = await release(korea, sessionId);
    await answered(upload(interpreter, paper.id, { language: 'ja', name: '資料.txt', bytes: '周波数政策' }));
    const replaced = await answered<PaperView>(upload(korea, paper.id, { bytes: '고친 자료' }));
    expect(
      replaced.languages.map(({ lang, file, earlier }) => [lang, file?.revision, file?.outdated, earlier.length]),
    ).toEqual([
      ['ko', 2, false, 1],
      ['ja', 1, true, 0],
      ['en', undefined, undefined, 0],
    ]);
    const old = replaced.languages[0]?.earlier[0];
    expect((await japan.get(old?.content.slice(1) ?? '')).body).toBe('주파수 정책 설명자료');
    const kept = await interpreter.post(`papers/${paper.id}/files/${replaced.languages[1]?.file?.id ?? ''}/no-change`);
    expect(kept.json<PaperView>().languages[1]?.file?.outdated).toBe(false);
    const trail = await test.admin<{ actor: string }>(
      `select actor_user_id as actor from forum.outbox_event where event = 'paper.fileKept' and subject_id = $1`,
      [paper.id],
    );
    expect(trail).toHaveLength(1);
    const refused = await upload(interpreter, paper.id, { bytes: '통역이 고친 원문' });
    expect(refused.json()).toMatchObject({ code: 'papers.isTheOriginal' });
  });

  it('ties revisions, corrections and additions to their paper under symbols that say so', async () => {
    const first = await release(korea, sessionId);
    const base = first.symbol ?? '';
    const next = (kind: 'rev' | 'corr' | 'add', paperId: string) =>
      release(korea, sessionId, { title: `${kind} 자료`, supersedes: { paperId, kind } });
    const rev1 = await next('rev', first.id);
    const rev2 = await next('rev', rev1.id);
    const corr = await next('corr', rev2.id);
    const add = await next('add', first.id);
    expect([rev1, rev2, corr, add].map(({ symbol }) => symbol)).toEqual([
      `${base}/Rev.1`,
      `${base}/Rev.2`,
      `${base}/Rev.2/Corr.1`,
      `${base}/Add.1`,
    ]);
    const draft = await announce(korea, sessionId, {
      title: '비공개 개정',
      supersedes: { paperId: first.id, kind: 'rev' },
    });
    expect((await read(korea, first.id)).chain.map(({ id }) => id)).toContain(draft.id);
    const seen = await read(japan, corr.id);
    expect(seen.chain.map(({ symbol }) => symbol)).toEqual([
      base,
      `${base}/Rev.1`,
      `${base}/Rev.2`,
      `${base}/Rev.2/Corr.1`,
      `${base}/Add.1`,
    ]);
    expect((await announceRefused(japan, first.id)).json()).toMatchObject({ code: 'papers.supersededNotFound' });
    expect((await announceRefused(korea, draft.id)).json()).toMatchObject({ code: 'papers.supersededNotFound' });
    expect((await announceRefused(korea, nobody)).json()).toMatchObject({ code: 'papers.supersededNotFound' });
  });
  const announceRefused = (client: TestClient, paperId: string) =>
    client.post(`sessions/${sessionId}/papers`, {
      body: { lang: 'ko', title: '개정', grade: 'public', supersedes: { paperId, kind: 'rev' } },
    });

  it('belongs to agenda items, and a link to a draft item stays as private as the draft', async () => {
    const added = async (title: string) => {
      const agenda = await answered<{ items: { id: string; title: { text: string } }[] }>(
        korea.post(`sessions/${sessionId}/agenda/items`, {
          body: { lang: 'ko', title, minutes: 20, objective: 'discuss' },
        }),
      );
      return agenda.items.find((item) => item.title.text === title)?.id ?? '';
    };
    const exchange = async () => {
      const { etag } = await answered<{ etag: string }>(korea.get(`sessions/${sessionId}/agenda`));
      await answered(korea.post(`sessions/${sessionId}/agenda/exchange`, { etag }));
    };
    const shared = await added('공유 의제');
    await exchange();
    const draft = await added('비공개 의제');
    const paper = await release(korea, sessionId, { itemIds: [shared, draft] });
    expect(paper.items.map(({ id }) => id)).toEqual([shared, draft]);
    expect((await read(japan, paper.id)).items.map(({ id }) => id)).toEqual([shared]);
    await exchange();
    expect((await read(japan, paper.id)).items.map(({ id }) => id)).toEqual([shared, draft]);
    const foreign = await korea.patch(`papers/${paper.id}`, {
      etag: (await read(korea, paper.id)).etag,
      body: { lang: 'ko', itemIds: [nobody] },
    });
    expect(foreign.json()).toMatchObject({ code: 'papers.itemNotFound' });
  });

  it('loses no word when two people edit at once, and asks for the version seen', async () => {
    const paper = await announce(korea, sessionId);
    const edit = (title: string) =>
      korea.patch(`papers/${paper.id}`, { etag: paper.etag, body: { lang: 'ko', title } });
    const answers = await Promise.all([edit('첫째 제목'), edit('둘째 제목')]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    expect((await korea.patch(`papers/${paper.id}`, { body: { lang: 'ko', title: '셋째' } })).statusCode).toBe(428);
    expect((await korea.post(`papers/${paper.id}/review`, {})).statusCode).toBe(428);
    const both = await Promise.all([
      upload(korea, paper.id, { bytes: '하나' }),
      upload(korea, paper.id, { bytes: '둘' }),
    ]);
    expect(both.map((answer) => answer.statusCode)).toEqual([201, 201]);
    const kept = (await read(korea, paper.id)).languages[0];
    expect([kept?.file, ...(kept?.earlier ?? [])].map((file) => file?.size).sort()).toEqual([3, 6]);
  });

  it('is announced, reviewed, released and withdrawn by those who may', async () => {
    const paper = await release(korea, sessionId);
    const [delegate, official, head, auditor] = await Promise.all(
      ['delegate.kr', 'official.kr', 'head.kr', 'auditor'].map((name) => test.as(name)),
    );
    const body = { lang: 'ko', title: '자료', grade: 'public' };
    const allowed = await Promise.all(
      [delegate, official, head, auditor, interpreter].map(
        async (client) => (await client?.post(`sessions/${sessionId}/papers`, { body }))?.statusCode,
      ),
    );
    expect(allowed).toEqual([403, 201, 201, 403, 403]);
    for (const action of ['withdraw', 'review', 'release'])
      expect((await step(japan, paper.id, action)).json()).toMatchObject({
        code: action === 'withdraw' ? 'common.forbidden' : 'common.wrongState',
      });
    expect((await step(official ?? korea, paper.id, 'withdraw')).statusCode).toBe(403);
    expect((await step(korea, paper.id, 'withdraw')).json()).toMatchObject({
      state: 'withdrawn',
      symbol: paper.symbol,
    });
    expect((await read(japan, paper.id)).withdrawnAt).not.toBeNull();
    expect((await upload(korea, paper.id)).json()).toMatchObject({ code: 'common.wrongState' });
  });

  it('has a title that is translated like every other, and never shows machine text to the other side', async () => {
    const paper = await announce(korea, sessionId);
    const title = (client: TestClient, etag: string, body: object, lang = 'ja') =>
      client.put(`papers/${paper.id}/title/${lang}`, { etag, body });
    const work = { text: '移動通信の周波数政策', status: 'checked', ofRevision: 1 };
    const translated = await answered<PaperView>(title(korea, paper.etag, work));
    expect((await read(korea, paper.id)).title.all?.ja).toMatchObject({
      text: work.text,
      status: 'checked',
      stale: false,
    });
    const edited = await answered<PaperView>(
      korea.patch(`papers/${paper.id}`, { etag: translated.etag, body: { lang: 'ko', title: '새 주파수 정책' } }),
    );
    expect((await read(korea, paper.id)).title.all?.ja.stale).toBe(true);
    expect((await title(korea, edited.etag, work)).json()).toMatchObject({ code: 'papers.revisionMoved' });
    const kept = await answered<PaperView>(korea.post(`papers/${paper.id}/title/ja/no-change`, { etag: edited.etag }));
    expect((await read(korea, paper.id)).title.all?.ja.stale).toBe(false);
    expect((await title(korea, kept.etag, { ...work, status: 'machine', ofRevision: 2 })).statusCode).toBe(400);
    await answered(upload(korea, paper.id));
    await answered(step(korea, paper.id, 'review'));
    await test.admin(
      `update forum.paper set title = jsonb_set(title, '{en}', '{"text":"x","of":2,"status":"machine"}') where id = $1`,
      [paper.id],
    );
    expect((await step(korea, paper.id, 'release')).json()).toMatchObject({ code: 'papers.machineText' });
  });

  it('is translated at the translation desk like an agenda, by one person and checked by another', async () => {
    const paper = await release(korea, sessionId);
    const official = await test.as('official.kr');
    interface Request {
      id: string;
      etag: string;
      hash: string;
      state: string;
      texts: { id: string; etag: string; field: string }[];
    }
    const request = await answered<Request>(
      korea.post('translations', {
        body: { subjectType: 'paper', subjectId: paper.id, scope: 'shared', fromLang: 'ko', toLang: 'ja' },
      }),
    );
    expect(request.texts.map(({ field }) => field)).toEqual(['title']);
    const look = (client: TestClient) => answered<Request>(client.get(`translations/${request.id}`));
    const act = async (client: TestClient, action: string, body?: object) =>
      answered<Request>(
        client.post(`translations/${request.id}/${action}`, {
          etag: (await look(client)).etag,
          ...(body ? { body } : {}),
        }),
      );
    const { texts } = await act(official, 'start');
    await answered(
      official.put(`translations/${request.id}/texts/${texts[0]?.id ?? ''}`, {
        etag: texts[0]?.etag ?? '',
        body: { text: '移動通信の周波数政策', ofRevision: 1 },
      }),
    );
    await act(official, 'deliver');
    expect(await act(japan, 'check', { hash: (await look(japan)).hash })).toMatchObject({ state: 'checked' });
    expect((await read(japan, paper.id)).title.all?.ja).toMatchObject({
      text: '移動通信の周波数政策',
      status: 'checked',
    });
    await answered(
      korea.patch(`papers/${paper.id}`, {
        etag: (await read(korea, paper.id)).etag,
        body: { lang: 'ko', title: '이동통신 주파수 정책(수정)' },
      }),
    );
    expect((await look(korea)).state).not.toBe('checked');
  });

  it('is the same thing for the other side, mirrored: what one sees of its own, the other sees of its own', async () => {
    const mirrored = (part: string): string => {
      if (part === 'kr' || part === 'jp') return part === 'kr' ? 'jp' : 'kr';
      if (/^[0-9a-f-]{36}$|^\d{4}-\d\d-\d\dT|^\/papers\//.test(part)) return '';
      return part.replace(/\/(KR|JP)\//, (_, side: string) => `/${side === 'KR' ? 'JP' : 'KR'}/`);
    };
    const swapped = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (_key, part: unknown) => (typeof part === 'string' ? mirrored(part) : part));
    const views = async (own: TestClient, other: TestClient) => {
      const look = async (client: TestClient, id: string) =>
        (await client.get(`papers/${id}`, { language: 'en' })).json<object>();
      const { id } = await announce(own, sessionId, { lang: 'en', title: 'draft' });
      await answered(upload(own, id, { language: 'en', name: 'paper.txt' }));
      const hidden = [await look(own, id), { ...(await look(other, id)), requestId: '' }];
      const released = await release(own, sessionId, { lang: 'en', title: 'paper', file: { name: 'paper.txt' } });
      return [...hidden, await look(own, released.id), await look(other, released.id)];
    };
    const ofKorea = await views(korea, japan);
    expect(swapped(await views(japan, korea))).toEqual(swapped(swapped(ofKorea)));
  });

  it('gets one number each when several are released at the same moment', async () => {
    const drafts = await Promise.all(
      [1, 2, 3, 4].map((n) => announce(korea, sessionId, { title: `자료 ${String(n)}` })),
    );
    for (const { id } of drafts) {
      await answered(upload(korea, id));
      await answered(step(korea, id, 'review'));
    }
    const released = await Promise.all(drafts.map(({ id }) => answered<PaperView>(step(korea, id, 'release'))));
    expect(released.map(({ symbol }) => symbol?.split('/').at(-1)).sort()).toEqual(['1', '2', '3', '4']);
  });

  it('holds up the readiness of its own side only', async () => {
    const blocks = async (client: TestClient) =>
      (
        await answered<{ readiness: { blocks: { code: string }[] } }>(client.get(`sessions/${sessionId}`))
      ).readiness.blocks.map(({ code }) => code);
    const before = await blocks(japan);
    const paper = await announce(korea, sessionId);
    expect(await blocks(korea)).toContain('papers.notSubmitted');
    expect(await blocks(japan)).toEqual(before);
    await answered(step(korea, paper.id, 'withdraw'));
    expect(await blocks(korea)).not.toContain('papers.notSubmitted');
  });

  it('says why not in the reader’s language', async () => {
    const details = await Promise.all(
      (['ko', 'ja', 'en'] as const).map(
        async (language) => (await korea.get(`papers/${nobody}`, { language })).json<{ detail: string }>().detail,
      ),
    );
    expect(details).toEqual([
      '해당 자료를 찾을 수 없습니다.',
      '該当する資料が見つかりません。',
      'This paper was not found.',
    ]);
  });

  it('is late when both sides had it after the day at the venue on which papers are due, and no longer when the session moves', async () => {
    const inTime = await release(korea, sessionId);
    const { dueDate } = await list(korea);
    expect(dueDate).toBe('2027-02-25');
    const awaited = await announce(japan, sessionId, { lang: 'ja', title: '資料' });
    await test.setClock('2027-02-25T23:45:00+09:00');
    const back = {
      korea: await test.as('secretariat.kr', { again: true }),
      japan: await test.as('secretariat.jp', { again: true }),
    };
    const lastMinute = await release(back.korea, sessionId, { title: '마지막 날 자료' });
    await test.setClock('2027-02-26T00:15:00+09:00');
    const late = await release(back.korea, sessionId, { title: '늦은 자료' });
    expect([inTime, lastMinute, late].map((paper) => paper.late)).toEqual([false, false, true]);
    expect((await read(back.japan, awaited.id)).late).toBe(true);
    expect((await read(back.japan, late.id)).languages[0]?.file?.late).toBe(true);
    await test.admin(`update forum.session set start_date = '2027-04-21' where id = $1`, [sessionId]);
    expect((await read(back.japan, late.id)).late).toBe(false);
  });
});
