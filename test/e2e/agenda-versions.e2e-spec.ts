import { contentHash } from '#forum/two-key';
import type { AgendaVersionDetailView, AgendaVersionView } from '../../apps/api/src/agenda/agenda-versions.dto.js';
import { AgendaDesk } from '../support/agenda.js';
import { answered, createTestApp, type TestApp } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';

const opening = { same: '', removed: '[-', added: '[+' } as const;
const closing = { same: '', removed: '-]', added: '+]' } as const;

describe('the versions of an agenda', () => {
  let test: TestApp;
  let desk: AgendaDesk;

  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    desk = new AgendaDesk(test, (await saveSession(test)).id);
  });

  const share = () => desk.share('이동통신 주파수 정책', '移動通信の周波数政策', 'Mobile spectrum policies');
  const course = async (name = 'head.kr'): Promise<string[]> =>
    (await desk.versions(name)).map(({ version, occasion, madeBy }) =>
      [version, occasion, madeBy].map(String).join(' '),
    );

  it('are kept with every exchange, counter-proposal and signature, and say which act made them', async () => {
    const id = await share();
    expect(await course()).toEqual(['1 exchange kr']);
    await desk.edit('secretariat.jp', id, { lang: 'ja', minutes: 40 });
    const second = await desk.share('혼신 사례', '混信の事例', 'Cases of interference');
    await desk.move('secretariat.jp', second, 1);
    await desk.translate('interpreter', second, 'en', 'Interference cases');
    await desk.sign('head.kr');
    expect(await course('secretariat.jp')).toEqual([
      '5 signature kr',
      '4 proposal jp',
      '3 exchange kr',
      '2 proposal jp',
      '1 exchange kr',
    ]);
    await desk.withdraw('secretariat.kr', second);
    await desk.translate('interpreter', id, 'ja', '移動通信用の周波数政策');
    await desk.sign('head.jp');
    await desk.translate('interpreter', id, 'en', 'Mobile spectrum policy');
    expect((await course()).slice(0, 3)).toEqual(['8 translation null', '7 signature jp', '6 proposal kr']);
  });

  it('are not made by a draft, a note, a tick, a translation that no key stands on, or a second signature', async () => {
    const id = await share();
    await desk.sign('head.kr');
    const before = await desk.versions('head.jp');
    await desk.add('secretariat.kr', 'ko', '우리 측 초안', { privateNote: '우리 측 발언요지' });
    await desk.edit('secretariat.kr', id, { lang: 'ko', privateNote: '우리 측 발언요지' });
    await desk.translate('interpreter', id, 'ja', '移動通信の周波数政策');
    expect(await desk.versions('head.jp')).toEqual(before);
    await desk.sign('head.jp');
    expect((await desk.versions('head.jp')).map(({ version, agreed }) => [version, agreed])).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('bear both signatures by post and time, one’s own first, and why a key was cleared', async () => {
    const id = await share();
    await desk.sign('head.kr');
    await desk.sign('head.jp');
    await desk.takeBack('head.jp');
    await desk.sign('head.jp');
    await desk.edit('secretariat.jp', id, { lang: 'ja', minutes: 45 });
    const [, signed] = await desk.versions('head.jp', 'lang=ja');
    expect(signed).toMatchObject({ version: 2, agreed: false });
    expect(
      signed?.signatures.map((signature) => [
        signature.side,
        signature.clearedBy,
        signature.clearedReason,
        signature.clearedIn,
      ]),
    ).toEqual([
      ['jp', 'jp', 'withdrawn', null],
      ['jp', 'jp', 'edited', 3],
      ['kr', 'jp', 'edited', 3],
    ]);
    const [row] = await test.admin<{ title: { ja: { text: string } }; turned_at: Date; cleared_at: Date }>(
      `select p.title, k.turned_at, k.cleared_at from forum.key_turn k join forum.post p on p.id = k.post_id
        join forum.agenda a on a.id = k.subject_id where a.session_id = $1 and k.side = 'kr'`,
      [desk.sessionId],
    );
    expect(signed?.signatures[2]).toMatchObject({
      post: { title: { text: row?.title.ja.text, lang: 'ja' } },
      at: row?.turned_at.toISOString(),
      clearedAt: row?.cleared_at.toISOString(),
    });
    expect((await desk.versions('head.kr'))[1]?.signatures.map(({ side }) => side)).toEqual(['kr', 'jp', 'jp']);
    expect((await desk.versions('interpreter'))[1]?.signatures.map(({ side }) => side)).toEqual(['kr', 'jp', 'jp']);
  });

  it('keep a key with the version it was turned on, though the same words come back later', async () => {
    const id = await share();
    await desk.sign('head.kr');
    await desk.edit('secretariat.kr', id, { lang: 'ko', minutes: 60 });
    await desk.edit('secretariat.kr', id, { lang: 'ko', minutes: 30 });
    await desk.sign('head.jp');
    const versions = await desk.versions('head.kr');
    expect(versions.map(({ version, signatures }) => [version, ...signatures.map(({ side }) => side)])).toEqual([
      [4, 'jp'],
      [3],
      [2, 'kr'],
      [1],
    ]);
    expect(versions[0]?.hash).toBe(versions[2]?.hash);
  });

  it('hold the content for ever in the reader’s language, and the hash is the SHA-256 of exactly that', async () => {
    const id = await share();
    await desk.sign('head.kr');
    const [signed] = await desk.versions('head.kr');
    const read = async (name: string, lang: string) =>
      answered<AgendaVersionDetailView>((await desk.as(name)).get(`agenda-versions/${signed?.id ?? ''}?lang=${lang}`));
    const before = await read('head.jp', 'ja');
    expect(before).toMatchObject({
      version: 2,
      items: [
        {
          number: 1,
          kind: 'item',
          minutes: 30,
          title: { text: '移動通信の周波数政策', lang: 'ja', ko: '이동통신 주파수 정책' },
        },
      ],
    });
    await desk.edit('secretariat.kr', id, { lang: 'ko', title: '이동통신 주파수 이용 정책' });
    expect((await read('head.jp', 'ja')).items).toEqual(before.items);
    expect((await read('interpreter', 'en')).items[0]?.title).toMatchObject({
      text: 'Mobile spectrum policies',
      lang: 'en',
    });
    const rows = await test.admin<{ content: unknown; hash: string }>(
      `select v.content, v.content_hash as hash from forum.agenda_version v join forum.agenda a on a.id = v.agenda_id where a.session_id = $1`,
      [desk.sessionId],
    );
    expect(rows.map(({ content }) => contentHash(content))).toEqual(rows.map(({ hash }) => hash));
    expect(rows.map(({ hash }) => hash)).toContain(before.hash);
    for (const role of ['forum_kr', 'forum_joint', 'forum_worker'] as const) {
      const forged = test.database.readAs(role).query(`update forum.agenda_version set content = '{"items":[]}'`);
      await expect(forged).rejects.toThrow(/permission denied/);
    }
  });

  it('differ word by word in each language, and any two of them can be laid over each other', async () => {
    const id = await share();
    const second = await desk.share('혼신 사례', '混信の事例', 'Cases of interference');
    await desk.sign('head.kr');
    await desk.edit('secretariat.kr', id, { lang: 'ko', title: '이동통신 주파수 이용 정책', minutes: 45 });
    await desk.translate('interpreter', id, 'ja', '移動通信用周波数政策');
    await desk.move('secretariat.jp', second, 1);
    const versions = await desk.versions('head.jp');
    const [latest, , , , first] = versions as [AgendaVersionView, ...AgendaVersionView[]];
    const signed = versions.find(({ signatures }) => signatures.length > 0);
    const diff = await desk.diff('head.jp', latest, signed);
    expect(diff).toMatchObject({ from: { version: signed?.version }, to: { version: latest.version } });
    expect(diff.counts).toEqual({ added: 0, removed: 0, changed: 1, moved: 1 });
    expect(diff.items.map(({ id: row, change, moved, after }) => [row, change, moved, after?.number])).toEqual([
      [second, 'same', true, 1],
      [id, 'changed', false, 2],
    ]);
    const changed = diff.items[1];
    expect(changed?.values).toEqual([{ field: 'minutes', before: '30', after: '45' }]);
    expect(
      Object.fromEntries(
        (changed?.texts ?? []).map(({ lang, marks }) => [
          lang,
          marks.map(({ kind, text }) => opening[kind] + text + closing[kind]).join(''),
        ]),
      ),
    ).toEqual({ ko: '이동통신 주파수 [+이용 +]정책', ja: '移動通信[-の-][+用+]周波数政策' });
    const back = await desk.diff('head.kr', signed, latest);
    expect(back.items.find((row) => row.id === id)?.values).toEqual([{ field: 'minutes', before: '45', after: '30' }]);
    expect((await desk.diff('head.kr', latest)).from?.version).toBe(latest.version - 1);
    expect((await desk.diff('head.kr', first)).items.map(({ change }) => change)).toEqual(['added']);
  });

  it('tell a signatory what changed since the own signature, and nothing of drafts', async () => {
    const id = await share();
    await desk.sign('head.jp');
    const changes = async (name: string, query = '') =>
      answered<{ from: AgendaVersionView; to: null; counts: object; items: { id: string; change: string }[] }>(
        (await desk.as(name)).get(`sessions/${desk.sessionId}/agenda/changes${query}`),
      );
    expect(await changes('head.jp')).toMatchObject({ from: { version: 2 }, to: null, counts: { changed: 0 } });
    await desk.add('secretariat.kr', 'ko', '우리 측 초안');
    await desk.edit('secretariat.kr', id, { lang: 'ko', title: '이동통신 정책' });
    await desk.withdraw('secretariat.kr', id);
    const told = await changes('head.jp');
    expect(told).toMatchObject({ from: { version: 2 }, counts: { added: 0, removed: 1, changed: 0, moved: 0 } });
    expect(await changes('secretariat.kr')).toMatchObject({ from: { version: 3 }, counts: { added: 0, removed: 1 } });
    expect((await changes('head.jp', `?since=${told.from.id}`)).items).toEqual(told.items);
  });

  it('stay with their keys when the session is postponed (case 5)', async () => {
    await share();
    await desk.sign('head.kr');
    await desk.sign('head.jp');
    const before = await desk.versions('head.jp');
    const secretariat = await desk.as('secretariat.kr');
    const { etag } = await answered<{ etag: string }>(secretariat.get(`sessions/${desk.sessionId}`));
    const body = { lang: 'ko', reason: '국회 일정으로 개최가 어려움' };
    await answered(secretariat.post(`sessions/${desk.sessionId}/postpone`, { etag, body }));
    expect(await desk.versions('head.jp')).toEqual(before);
    expect(before[0]).toMatchObject({ agreed: true });
    expect(await desk.read('head.jp')).toMatchObject({ state: 'agreed', hash: before[0]?.hash });
  });

  it('show the other side nothing of a draft: not in a list, a content, a difference or an address (case 4)', async () => {
    const id = await share();
    await desk.sign('head.kr');
    const [version] = await desk.versions('head.jp');
    const seen = async () =>
      Promise.all(
        ['head.jp', 'interpreter', 'auditor'].flatMap((name) =>
          [
            `sessions/${desk.sessionId}/agenda/versions`,
            `sessions/${desk.sessionId}/agenda/changes`,
            `agenda-versions/${version?.id ?? ''}`,
            `agenda-versions/${version?.id ?? ''}/diff`,
          ].map(async (path) => {
            const answer = await (await desk.as(name)).get(path);
            return [answer.statusCode, answer.body.replace(/"requestId":"[^"]*"/, '')];
          }),
        ),
      );
    const before = await seen();
    await desk.add('secretariat.kr', 'ko', '우리 측 초안', { description: '초안 설명', privateNote: '발언요지' });
    await desk.edit('secretariat.kr', id, { lang: 'ko', privateNote: '발언요지' });
    expect(await seen()).toEqual(before);
  });

  it('are found by those who may read the agenda only; what is hidden answers like what is not there', async () => {
    await share();
    const other = new AgendaDesk(test, (await saveSession(test)).id);
    await other.share('위성망 조정', '衛星網の調整', 'Satellite coordination');
    const [version] = await desk.versions('head.kr');
    const [foreign] = await other.versions('head.kr');
    const missing = '019aa000-0000-7000-8000-000000000000';
    const refusal = async (name: string, path: string) => {
      const answer = await (await desk.as(name)).get(path);
      return [answer.statusCode, answer.json<{ code: string }>().code];
    };
    expect(await refusal('company.kr', `agenda-versions/${version?.id ?? ''}`)).toEqual(
      await refusal('company.kr', `agenda-versions/${missing}`),
    );
    expect(await refusal('company.kr', `sessions/${desk.sessionId}/agenda/versions`)).toEqual([404, 'agenda.notFound']);
    for (const from of [foreign?.id ?? '', missing, 'latest'])
      expect(await refusal('head.kr', `agenda-versions/${version?.id ?? ''}/diff?from=${from}`)).toEqual([
        404,
        'agenda.versionNotFound',
      ]);
    expect(await refusal('head.kr', `sessions/${desk.sessionId}/agenda/changes?since=${foreign?.id ?? ''}`)).toEqual([
      404,
      'agenda.versionNotFound',
    ]);
    const details = await Promise.all(
      (['ko', 'ja', 'en'] as const).map(async (language) => {
        const answer = await (await desk.as('head.kr')).get(`agenda-versions/${missing}`, { language });
        return answer.json<{ detail: string }>().detail;
      }),
    );
    expect(details).toEqual([
      '해당 판의 의제를 찾을 수 없습니다.',
      'この議題の該当する版が見つかりません。',
      'This version of the agenda was not found.',
    ]);
  });
});
