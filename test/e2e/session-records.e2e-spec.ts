import { LANGUAGES } from '#core/kernel';
import type { SessionRecordView } from '../../apps/api/src/session-records/session-records.views.js';
import type {
  RecordDiffView,
  RecordVersionListView,
} from '../../apps/api/src/session-records/record-versions.views.js';
import { relayRecordReleases } from '../../apps/worker/src/session-records/releases.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { readPdf, withoutSpace } from '../support/read-pdf.js';
import { RecordDesk } from '../support/session-records.js';

const nobody = '019aa000-0000-7000-8000-000000000000';
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;

describe('a text of a session', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let desk: RecordDesk;
  let channelId: string;

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock('2027-03-12T10:00:00+09:00');
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    const saved = await saveSession(test, { state: 'held' });
    channelId = saved.channelId;
    desk = new RecordDesk(test, saved.id);
  });

  it('is a draft of its side alone until it is exchanged, and tells nothing of how it came about', async () => {
    const before = (await japan.get(`sessions/${desk.sessionId}/records`)).body;
    const { id } = await desk.draft('secretariat.kr');
    const first = await desk.add('secretariat.kr', id, '양측은 협력하기로 하였다.');
    for (const text of ['첫째', '둘째', '셋째'])
      await desk.onParagraph('secretariat.kr', id, first.id, '', { lang: 'ko', text });
    expect((await japan.get(`sessions/${desk.sessionId}/records`)).body).toBe(before);
    const ways: (readonly ['get' | 'post' | 'patch', string])[] = [
      ['get', `records/${id}`],
      ['get', `records/${id}/versions`],
      ['post', `records/${id}/paragraphs`],
      ['post', `records/${id}/corrigenda`],
      ['patch', `record-paragraphs/${first.id}`],
    ];
    const body = { kind: 'paragraph', lang: 'ko', text: 'x', paragraphIds: [nobody] };
    const fields: Readonly<Record<string, object>> = {
      [`records/${id}/corrigenda`]: { paragraphIds: body.paragraphIds },
      [`record-paragraphs/${first.id}`]: { lang: 'ko', text: 'x' },
    };
    for (const [method, path] of ways) {
      const options =
        method === 'get' ? {} : { body: fields[path] ?? { kind: 'paragraph', lang: 'ko', text: 'x' }, etag: '"1"' };
      const hidden = await japan[method](path, options);
      const missing = await japan[method](path.replace(id, nobody).replace(first.id, nobody), options);
      expect([path, hidden.statusCode]).toEqual([path, 404]);
      expect({ ...hidden.json<object>(), requestId: '' }).toEqual({ ...missing.json<object>(), requestId: '' });
    }
    const shared = await desk.done('secretariat.kr', id, 'exchange');
    expect(shared).toMatchObject({ state: 'exchanged', audience: 'joint', etag: '"1000"', version: 1 });
    const seen = await desk.read('secretariat.jp', id);
    expect(seen.paragraphs.map(({ etag, text }) => [etag, text.text])).toEqual([['"1000"', '셋째']]);
    const events = await test.database
      .readAs('forum_jp')
      .query<{ event: string }>(`select event from forum.outbox_event where subject_id = $1`, [id]);
    expect(events.map(({ event }) => event)).toEqual(['record.exchanged']);
  });

  it('keeps what is not agreed in brackets, which only the other side’s word closes', async () => {
    const { id } = await desk.draft('secretariat.kr');
    const line = await desk.add('secretariat.kr', id, '양측은 ［ＫＲ：매년］ [JP: 격년으로] 회의를 개최한다.');
    expect(line.text.text).toBe('양측은 [KR: 매년] [JP: 격년으로] 회의를 개최한다.');
    await desk.translate('secretariat.kr', id, (text, lang) =>
      text === line.text.text
        ? {
            ko: text,
            ja: '双方は、[KR: 毎年] [JP: 隔年]、会合を開催する。',
            en: 'They meet [KR: yearly] [JP: every other year].',
          }[lang]
        : text,
    );
    const shared = await desk.done('secretariat.kr', id, 'exchange');
    expect(shared).toMatchObject({ openBrackets: 6, openTexts: 0, readyToSign: false });
    expect(shared.paragraphs[0]?.brackets.map(({ lang, differs, groups }) => [lang, differs, groups.length])).toEqual([
      ['ko', false, 1],
      ['ja', false, 1],
      ['en', false, 1],
    ]);
    const struck = { lang: 'ko', text: '양측은 매년 회의를 개최한다.' };
    expect(codeOf(await desk.onParagraph('secretariat.kr', id, line.id, '', struck))).toBe('records.otherSidesWords');
    expect(codeOf(await desk.onParagraph('secretariat.kr', id, line.id, 'remove', {}))).toBe('records.otherSidesWords');
    const accept = (name: string, by: string, group = 0) =>
      desk.onParagraph(name, id, line.id, 'accept', { group, by });
    expect(codeOf(await accept('secretariat.kr', 'kr'))).toBe('records.ownWords');
    expect(codeOf(await accept('secretariat.jp', 'kr', 1))).toBe('records.bracketNotFound');
    await desk.agree('secretariat.kr', 'secretariat.jp', id, 'ad-referendum');
    const refused = await desk.act('head.kr', id, 'turn-key');
    expect(refused.json()).toMatchObject({ code: 'records.notFinal', params: { brackets: 6, texts: 0 } });
    expect(refused.json<{ fields: { path: string; code: string }[] }>().fields.map(({ path }) => path)).toEqual([
      ...['ko', 'ko', 'ja', 'ja', 'en', 'en'].map((lang) => `paragraphs.0.text.${lang}`),
    ]);
    const closed = await answered<SessionRecordView>(accept('secretariat.jp', 'kr'));
    expect(closed).toMatchObject({ state: 'in_negotiation', openBrackets: 0, openTexts: 0 });
    const { all } = closed.paragraphs[0]?.text ?? {};
    expect(all ?? (await desk.read('secretariat.jp', id)).paragraphs[0]?.text.all).toMatchObject({
      ko: { text: '양측은 매년 회의를 개최한다.' },
      ja: { text: '双方は、毎年、会合を開催する。', stale: false },
      en: { text: 'They meet yearly.' },
    });
  });

  it('refuses broken brackets and unknown tokens in three languages, and keeps nothing of them', async () => {
    const { id } = await desk.draft('secretariat.kr');
    const broken: (readonly [string, string])[] = [
      ['회의는 [2028년까지] 개최한다.', 'records.bracketUntagged'],
      ['회의는 [KR: 매년 개최한다.', 'records.bracketUnbalanced'],
      ['회의는 [KR: 매년 [JP: 격년] 개최] 한다.', 'records.bracketUnbalanced'],
      ['{PAIRS} 양국', 'records.unknownToken'],
    ];
    for (const [text, code] of broken) {
      const details = new Set<string>();
      for (const language of LANGUAGES) {
        const body = { kind: 'paragraph', lang: 'ko', text };
        const answer = await korea.post(`records/${id}/paragraphs`, { body, language });
        expect([text, answer.statusCode, codeOf(answer)]).toEqual([text, 422, code]);
        details.add(answer.json<{ detail: string }>().detail);
      }
      expect(details.size).toBe(3);
    }
    expect((await desk.read('secretariat.kr', id)).paragraphs).toEqual([]);
    expect(codeOf(await desk.act('secretariat.kr', id, 'exchange'))).toBe('records.noParagraphs');
  });

  it('shows each side’s clearance to the other as "in clearance" and "cleared", and nothing of the posts behind it', async () => {
    const { id } = await desk.share('secretariat.kr');
    const postIds = [await desk.postOf('official.kr'), await desk.postOf('head.kr')];
    const wrong = await desk.act('secretariat.kr', id, 'clearance/start', { postIds: [await desk.postOf('head.jp')] });
    expect(codeOf(wrong)).toBe('records.postNotYours');
    const started = await desk.done('secretariat.kr', id, 'clearance/start', { postIds });
    expect(started.chain.map(({ state, turn }) => [state, turn])).toEqual([
      ['waiting', true],
      ['waiting', false],
    ]);
    expect(codeOf(await desk.act('secretariat.kr', id, 'clearance/start', { postIds }))).toBe(
      'records.alreadyInClearance',
    );
    expect((await desk.read('secretariat.jp', id)).clearances).toEqual([
      { side: 'jp', state: null },
      { side: 'kr', state: 'in_clearance' },
    ]);
    const waits = async (name: string, list: 'waitsForMe' | 'waitsForThem') =>
      (await answered<Record<typeof list, { kind: string; href: string }[]>>((await test.as(name)).get('home')))[list]
        .filter(({ href }) => href.endsWith(id))
        .map(({ kind }) => kind);
    expect(await waits('official.kr', 'waitsForMe')).toEqual(['record-clear']);
    expect(await waits('head.kr', 'waitsForMe')).toEqual([]);
    expect(await waits('secretariat.jp', 'waitsForThem')).toEqual(['record-clear']);
    const seen = (await japan.get(`records/${id}?texts=all`)).body;
    expect(codeOf(await desk.act('head.kr', id, 'clearance/decide', { pass: true }))).toBe('records.notYourStep');
    await desk.done('official.kr', id, 'clearance/decide', { pass: true, note: '국내 협의 완료' });
    // The other side cannot tell one post from two: not by a word, a version or an entity tag.
    expect((await japan.get(`records/${id}?texts=all`)).body).toBe(seen);
    const rows = await test.database.readAs('forum_jp').query('select * from forum.record_clearance_step');
    expect(rows).toEqual([]);
    const cleared = await desk.done('head.kr', id, 'clearance/decide', { pass: true });
    expect(cleared.clearances[0]).toEqual({ side: 'kr', state: 'cleared' });
    expect((await desk.read('secretariat.jp', id)).clearances[1]).toEqual({ side: 'kr', state: 'cleared' });
    expect(codeOf(await desk.act('head.jp', id, 'turn-key'))).toBe('records.notCleared');
  });

  it('is final with both keys and both clearances on one content, and any edit clears all four', async () => {
    const { id, paragraphs } = await desk.share('secretariat.kr');
    const line = paragraphs[0]?.id ?? '';
    const final = await desk.settle(id);
    expect(final).toMatchObject({ state: 'final', readyToSign: true });
    expect(final.keys.map(({ side, turned }) => [side, turned])).toEqual([
      ['jp', true],
      ['kr', true],
    ]);
    const edited = await answered<SessionRecordView>(
      desk.onParagraph('secretariat.jp', id, line, '', { lang: 'ja', text: '双方は、毎年、交互に会合を開催する。' }),
    );
    expect(edited.state).toBe('in_negotiation');
    expect(edited.keys.map(({ turned }) => turned)).toEqual([false, false]);
    expect(edited.clearances.map(({ state }) => state)).toEqual([null, null]);
    const versions = (await answered<RecordVersionListView>(korea.get(`records/${id}/versions`))).items;
    expect(versions.map(({ version, occasion, madeBy }) => [version, occasion, madeBy])).toEqual([
      [2, 'proposal', 'jp'],
      [1, 'exchange', 'kr'],
    ]);
    expect(versions[1]?.keys.map(({ side, clearedAt }) => [side, clearedAt !== null])).toEqual([
      ['kr', true],
      ['jp', true],
    ]);
    const diff = await answered<RecordDiffView>(korea.get(`record-versions/${versions[0]?.id ?? ''}/diff`));
    expect(diff.paragraphs.map(({ change, texts }) => [change, texts.map(({ lang }) => lang)])).toEqual([
      ['changed', ['ja']],
      ['same', []],
    ]);
    const told = await test.admin<{ payload: { sides: string[] } }>(
      `select payload from forum.outbox_event where event = 'record.keysCleared' and subject_id = $1`,
      [id],
    );
    expect(told.map(({ payload }) => [...payload.sides].sort())).toEqual([['jp', 'kr']]);
    const stale = await japan.post(`records/${id}/turn-key`, { etag: edited.etag, body: { hash: final.hash } });
    expect(stale.statusCode).toBe(403);
    await desk.translate('interpreter', id, () => 'x');
    for (const side of ['kr', 'jp']) await desk.clear(side, id);
    const head = await test.as('head.kr');
    const { etag } = await desk.read('head.kr', id);
    expect(codeOf(await head.post(`records/${id}/turn-key`, { etag, body: { hash: final.hash } }))).toBe(
      'two-key.contentChanged',
    );
  });

  it('is signed with both keys, then released in every language at the agreed minute and not a second before', async () => {
    const { id } = await desk.share('secretariat.kr');
    const signing = {
      on: '2027-03-12',
      place: 'Seoul',
      krPostId: await desk.postOf('head.kr'),
      jpPostId: await desk.postOf('head.jp'),
    };
    expect(codeOf(await desk.act('secretariat.kr', id, 'propose-signing', signing))).toBe('common.wrongState');
    await desk.settle(id);
    const at = '2027-03-15T00:00:00.000Z';
    expect(codeOf(await desk.act('secretariat.kr', id, 'propose-release', { at }))).toBe('records.forSignature');
    const swapped = { ...signing, krPostId: signing.jpPostId };
    expect(codeOf(await desk.act('secretariat.kr', id, 'propose-signing', swapped))).toBe('records.postNotYours');
    const signed = await desk.agree('secretariat.kr', 'secretariat.jp', id, 'signing', signing);
    expect(signed).toMatchObject({ state: 'signed', signing: { on: '2027-03-12', place: 'Seoul' } });
    expect(codeOf(await desk.act('secretariat.kr', id, 'propose-release', { at: '2027-03-01T00:00:00Z' }))).toBe(
      'records.notInFuture',
    );
    const planned = await desk.agree('secretariat.kr', 'secretariat.jp', id, 'release', { at });
    expect(planned).toMatchObject({ state: 'signed', releaseAt: at, releasedAt: null });
    const open = () => test.database.readAs('forum_public').query(`select id from forum.record where id = $1`, [id]);
    try {
      await test.setClock('2027-03-15T08:59:45+09:00');
      expect(await relayRecordReleases(test.database)).toBe(0);
      expect(await open()).toEqual([]);
      await test.setClock('2027-03-15T09:00:00+09:00');
      expect(await relayRecordReleases(test.database)).toBe(1);
      expect(await relayRecordReleases(test.database)).toBe(0);
      const observer = await test.as('observer', { again: true });
      for (const language of LANGUAGES) {
        const seen = await answered<SessionRecordView>(observer.get(`records/${id}`, { language }));
        expect(seen).toMatchObject({ state: 'released', audience: 'public', keys: [], clearances: [] });
        expect(seen.paragraphs[0]?.text).toMatchObject({ lang: language });
      }
      const events = await test.admin(
        `select 1 from forum.outbox_event where event = 'record.released' and subject_id = $1`,
        [id],
      );
      expect(events).toHaveLength(1);
    } finally {
      await test.setClock('2027-03-12T10:00:00+09:00');
    }
  });

  it('can be agreed and signed ad referendum, and is confirmed when both governments have cleared it', async () => {
    const { id } = await desk.share('secretariat.jp', { lang: 'ko' });
    const marked = await desk.agree('secretariat.jp', 'secretariat.kr', id, 'ad-referendum');
    expect(marked).toMatchObject({ adReferendum: true, state: 'in_negotiation' });
    await desk.done('head.kr', id, 'turn-key');
    const agreed = await desk.done('head.jp', id, 'turn-key');
    expect(agreed).toMatchObject({ state: 'agreed_ad_referendum', awaitsConfirmation: true, readyToSign: true });
    const krPostId = await desk.postOf('head.kr');
    const jpPostId = await desk.postOf('head.jp');
    const signed = await desk.agree('secretariat.kr', 'secretariat.jp', id, 'signing', {
      on: '2027-03-11',
      krPostId,
      jpPostId,
    });
    expect(signed).toMatchObject({ state: 'signed', awaitsConfirmation: true });
    const at = '2027-03-20T00:00:00Z';
    expect(codeOf(await desk.act('secretariat.kr', id, 'propose-release', { at }))).toBe('records.notConfirmed');
    await desk.clear('kr', id);
    const confirmed = await desk.clear('jp', id);
    expect(confirmed).toMatchObject({ state: 'signed', adReferendum: true, awaitsConfirmation: false });
  });

  it('holds a session up with an open bracket, unless it is marked ad referendum', async () => {
    const ready = await saveSession(test, {
      state: 'preparing',
      startDate: '2027-05-11',
      startsAt: null,
      endsAt: null,
    });
    const other = new RecordDesk(test, ready.id);
    const { id } = await other.draft('secretariat.kr');
    await other.add('secretariat.kr', id, '양측은 [KR: 매년] 회의를 개최한다.');
    const told = async () => (await japan.get(`sessions/${ready.id}`)).body.includes('records.textsBracketed');
    expect(await told()).toBe(false);
    await other.done('secretariat.kr', id, 'exchange');
    expect(await told()).toBe(true);
    await other.agree('secretariat.kr', 'secretariat.jp', id, 'ad-referendum');
    expect(await told()).toBe(false);
  });

  it('is released by one side alone after the other saw it for as long as the channel says', async () => {
    const kind = 'unilateral_press_release';
    const { id } = await desk.draft('secretariat.kr', { kind, title: '{PAIR} 전파국장회의 개최' });
    await desk.add('secretariat.kr', id, '과학기술정보통신부는 회의를 개최하였다.');
    await desk.clear('kr', id);
    expect(codeOf(await desk.act('head.kr', id, 'turn-key'))).toBe('common.wrongState');
    const final = await desk.done('head.kr', id, 'finish');
    expect(final).toMatchObject({ state: 'final', audience: 'kr' });
    const at = '2027-03-13T12:00:00+09:00';
    expect(codeOf(await desk.act('secretariat.kr', id, 'set-release', { at }))).toBe('records.notShown');
    expect((await desk.list('secretariat.jp')).items).toEqual([]);

    const shown = await desk.draft('secretariat.kr', { kind, title: '{PAIR} 회의 결과' });
    await desk.add('secretariat.kr', shown.id, '과학기술정보통신부는 회의를 개최하였다.');
    await desk.done('secretariat.kr', shown.id, 'exchange');
    expect(codeOf(await desk.act('secretariat.jp', shown.id, 'clearance/start'))).toBe('common.forbidden');
    const added = await japan.post(`records/${shown.id}/paragraphs`, {
      body: { kind: 'paragraph', lang: 'ja', text: '追記' },
    });
    expect(codeOf(added)).toBe('common.forbidden');
    await desk.clear('kr', shown.id);
    await desk.done('head.kr', shown.id, 'finish');
    const early = await desk.act('secretariat.kr', shown.id, 'set-release', { at: '2027-03-13T09:59:00+09:00' });
    expect(early.json()).toMatchObject({ code: 'records.notShownLongEnough', params: { hours: 24 } });
    const rules = await korea.post(`channels/${channelId}/record-rules`, { body: { showHours: 2 } });
    const [proposal] = rules.json<{ proposals: { id: string; hash: string }[] }>().proposals;
    await answered(japan.post(`proposals/${proposal?.id ?? ''}/accept`, { body: { hash: proposal?.hash ?? '' } }));
    const planned = await desk.done('secretariat.kr', shown.id, 'set-release', { at });
    expect(planned.releaseAt).toBe('2027-03-13T03:00:00.000Z');
    const cancelled = await desk.done('secretariat.kr', shown.id, 'cancel-release');
    expect(cancelled.releaseAt).toBeNull();
  });

  it('is corrected by numbered corrigenda that are signed again, with no number for a draft', async () => {
    const main = await desk.share('secretariat.kr');
    await desk.settle(main.id);
    const posts = { krPostId: await desk.postOf('head.kr'), jpPostId: await desk.postOf('head.jp') };
    await desk.agree('secretariat.kr', 'secretariat.jp', main.id, 'signing', { on: '2027-03-12', ...posts });
    const wrong = main.paragraphs[0]?.id ?? '';
    expect(codeOf(await desk.onParagraph('secretariat.kr', main.id, wrong, '', { lang: 'ko', text: 'x' }))).toBe(
      'common.wrongState',
    );
    const begin = async (client: TestClient) =>
      answered<SessionRecordView>(client.post(`records/${main.id}/corrigenda`, { body: { paragraphIds: [wrong] } }));
    const hidden = await begin(korea);
    const theirs = await begin(japan);
    expect(hidden).toMatchObject({ corrigendumNumber: null, corrigendumOf: { id: main.id }, openTexts: 0 });
    expect(hidden.paragraphs[0]?.corrects?.text).toBe(main.paragraphs[0]?.text.text);
    const numbers: (number | null)[] = [];
    for (const [name, text] of [
      ['secretariat.jp', theirs],
      ['secretariat.kr', hidden],
    ] as const) {
      const [line] = text.paragraphs;
      await answered(desk.onParagraph(name, text.id, line?.id ?? '', '', { lang: 'ko', text: `${name} 정정` }));
      await desk.translate(name, text.id, () => 'corrected');
      numbers.push((await desk.done(name, text.id, 'exchange')).corrigendumNumber);
    }
    expect(numbers).toEqual([1, 2]);
    await desk.settle(theirs.id);
    const again = await desk.agree('secretariat.jp', 'secretariat.kr', theirs.id, 'signing', {
      on: '2027-03-12',
      ...posts,
    });
    expect(again).toMatchObject({ state: 'signed', corrigendumNumber: 1 });
    const seen = await desk.read('secretariat.kr', main.id);
    expect(seen.state).toBe('signed');
    expect(seen.corrigenda.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('lets a session be closed once its minutes are agreed and its outcome is published or kept among both', async () => {
    await test.admin(`update forum.session set held_at = forum.now() where id = $1`, [desk.sessionId]);
    const close = async () => {
      const { etag } = await answered<{ etag: string }>(korea.get(`sessions/${desk.sessionId}`));
      return korea.post(`sessions/${desk.sessionId}/steps`, { etag, body: { action: 'close' } });
    };
    expect(codeOf(await close())).toBe('sessions.notClosable');
    const { id } = await desk.share('secretariat.kr', { kind: 'summary_record', title: '회의 결과 요약' });
    await desk.settle(id);
    expect(
      codeOf(
        await desk.act('secretariat.kr', id, 'propose-signing', {
          on: '2027-03-12',
          krPostId: await desk.postOf('head.kr'),
          jpPostId: await desk.postOf('head.jp'),
        }),
      ),
    ).toBe('records.notForSignature');
    expect(codeOf(await close())).toBe('sessions.notClosable');
    expect(await desk.agree('secretariat.kr', 'secretariat.jp', id, 'not-public')).toMatchObject({ notPublic: true });
    expect((await close()).statusCode).toBe(200);
    expect(await desk.read('secretariat.jp', id)).toMatchObject({ state: 'archived' });
  });

  it('is printed as two originals that differ in tokens only, as PDF, DOCX and page (domain.md 8, case 2)', async () => {
    const { id } = await desk.share(
      'secretariat.kr',
      {},
      {
        ko: '{PARTY1}과 {PARTY2}은 {PAIR} 회의를 [KR: 매년] [JP: 격년으로] 개최한다.',
        ja: '{PARTY1}及び{PARTY2}は、{PAIR}会合を[KR: 毎年][JP: 隔年で]開催する。',
        en: '{PARTY1} and {PARTY2} hold the {PAIR} meeting [KR: yearly] [JP: every other year].',
      },
    );
    const page = async (copy: string, languages: string, client = korea) => {
      const answer = await client.get(`records/${id}/documents/record.html?copy=${copy}&languages=${languages}`);
      expect(answer.statusCode).toBe(200);
      return answer.body;
    };
    // Longer words first: one side's word may stand in another.
    const swaps: Readonly<Record<string, readonly string[]>> = {
      ko: ['한국 측', '일본 측', '대한민국', '일본국', '한·일', '일한'],
      ja: ['韓国側', '日本側', '大韓民国', '日本国', '韓日', '日韓'],
      en: ['Korean side', 'Japanese side', 'the Republic of Korea', 'Korea–Japan', 'Japan–Korea', 'Japan'],
    };
    for (const lang of LANGUAGES) {
      const [kr, jp] = await Promise.all([page('kr', lang), page('jp', lang, japan)]);
      expect(kr).not.toBe(jp);
      const neutral = (html: string): string =>
        (swaps[lang] ?? []).reduce((text, word) => text.replaceAll(word, '(token)'), html);
      expect(neutral(kr)).toBe(neutral(jp));
      expect(kr).toContain('[KR: ');
      for (const html of [kr, jp]) expect(html).not.toMatch(/\{(PAIR|PARTY|SIGN)/);
    }
    // Own language first on the own copy, English last.
    const columns = (html: string) => [...html.matchAll(/(한국어|日本語|English)/gu)].map(([word]) => word).slice(0, 3);
    expect(columns(await page('kr', 'ko,ja,en'))).toEqual(['한국어', '日本語', 'English']);
    expect(columns(await page('jp', 'ko,ja,en'))).toEqual(['日本語', '한국어', 'English']);
    const print = await korea.get(`records/${id}/documents/record.pdf?copy=kr&languages=ko,ja,en`);
    const read = await readPdf(print.rawPayload);
    expect(read).toMatchObject({ allFontsEmbedded: true, tagged: true });
    expect(read.text).toContain(withoutSpace('대한민국과 일본국은 한·일 회의를 [KR: 매년] [JP: 격년으로] 개최한다.'));
    expect(read.text).toContain(withoutSpace('大韓民国政府のために'));
    const word = await korea.get(`records/${id}/documents/record.docx?copy=jp&languages=ja`);
    expect(word.headers['content-type']).toContain('wordprocessingml');
    expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const etag = String(word.headers.etag);
    const again = await korea.get(`records/${id}/documents/record.docx?copy=jp&languages=ja`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.statusCode).toBe(304);
    expect((await korea.get(`records/${nobody}/documents/record.pdf`)).statusCode).toBe(404);
    expect((await korea.get(`records/${id}/documents/minutes.pdf`)).statusCode).toBe(404);
    const draft = await desk.draft('secretariat.jp', { title: '비공개' });
    expect((await korea.get(`records/${draft.id}/documents/record.pdf`)).statusCode).toBe(404);
  });

  it('asks for the version seen, and refuses who may not', async () => {
    const { id, etag, paragraphs, hash } = await desk.share('secretariat.kr');
    const [line] = paragraphs;
    const path = `record-paragraphs/${line?.id ?? ''}`;
    const edit = (client: TestClient, text: string) =>
      client.patch(path, { etag: line?.etag ?? '', body: { lang: 'ko', text } });
    const both = await Promise.all([edit(korea, '첫째'), edit(japan, '둘째')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    expect((await korea.patch(path, { body: { lang: 'ko', text: 'x' } })).statusCode).toBe(428);
    expect((await korea.patch(`records/${id}`, { etag, body: { lang: 'ko', title: 'x' } })).statusCode).toBe(412);
    const delegate = await test.as('delegate.kr');
    const company = await test.as('company.kr');
    expect((await company.get(`records/${id}`)).statusCode).toBe(404);
    const body = { kind: 'summary_record', lang: 'ko', title: 'x' };
    const drafted = await Promise.all(
      [delegate, company, await test.as('auditor')].map((client) =>
        client.post(`sessions/${desk.sessionId}/records`, { body }),
      ),
    );
    expect(drafted.map(({ statusCode }) => statusCode)).toEqual([403, expect.any(Number), 403]);
    const now = await desk.read('secretariat.jp', id);
    expect((await japan.post(`records/${id}/withdraw`, { etag: now.etag })).statusCode).toBe(403);
    expect((await japan.post(`records/${id}/turn-key`, { etag: now.etag, body: { hash } })).statusCode).toBe(403);
    const prevailing = { lang: 'ko', authenticLanguages: ['ko', 'ja'], prevailingLanguage: 'en' };
    expect(codeOf(await japan.patch(`records/${id}`, { etag: now.etag, body: prevailing }))).toBe(
      'records.prevailingNotAuthentic',
    );
    const withdrawn = await desk.done('secretariat.kr', id, 'withdraw');
    expect(withdrawn.state).toBe('withdrawn');
    expect((await desk.list('secretariat.jp')).items.map((one) => one.state)).toEqual(['withdrawn']);
  });

  it('is translated at the desk like every other text', async () => {
    const { id } = await desk.draft('secretariat.kr');
    await desk.add('secretariat.kr', id, '양측은 협력한다.');
    const body = {
      ...{ subjectType: 'record', subjectId: id, scope: 'own', fromLang: 'ko', toLang: 'ja', dueOn: '2027-03-19' },
    };
    const asked = await answered<{ id: string; etag: string }>(korea.post('translations', { body }));
    const shown = await korea.get(`translations/${asked.id}`);
    for (const words of ['제7차 {PAIR} 전파국장회의 합의의사록', '양측은 협력한다.'])
      expect(shown.body).toContain(words);
    expect((await japan.get(`translations/${asked.id}`)).statusCode).toBe(404);
  });
});
