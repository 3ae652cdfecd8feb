import type { SessionRecordView } from '../../apps/api/src/session-records/session-records.views.js';
import { relayRecordReleases } from '../../apps/worker/src/session-records/releases.js';
import { answered, createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';
import { RecordDesk } from '../support/session-records.js';

const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;
const NOW = '2027-03-12T10:00:00+09:00';

describe('what stands behind a text of a session', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let desk: RecordDesk;
  let channelId: string;

  beforeAll(async () => {
    test = await createTestApp('record');
    await test.setClock(NOW);
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    const saved = await saveSession(test, { state: 'held' });
    channelId = saved.channelId;
    desk = new RecordDesk(test, saved.id);
  });

  const allowed = (record: SessionRecordView, action: string) =>
    record.allowedActions.find((entry) => entry.action === action)?.allowed;
  const signing = async () => ({
    on: '2027-03-11',
    krPostId: await desk.postOf('head.kr'),
    jpPostId: await desk.postOf('head.jp'),
  });

  it('is no clearance once a post sent the text back: it is recalled or begun anew, never given by somebody else', async () => {
    const { id } = await desk.share('secretariat.kr');
    const postIds = [await desk.postOf('official.kr'), await desk.postOf('head.kr')];
    await desk.done('secretariat.kr', id, 'clearance/start', { postIds });
    const seen = (await japan.get(`records/${id}?texts=all`)).body;
    const back = await desk.done('official.kr', id, 'clearance/decide', { pass: false, note: '보완 필요' });
    expect(back.chain.map(({ state, turn }) => [state, turn])).toEqual([
      ['returned', false],
      ['waiting', false],
    ]);
    for (const name of ['head.kr', 'official.kr', 'secretariat.kr'])
      expect([name, codeOf(await desk.act(name, id, 'clearance/decide', { pass: true }))]).toEqual([
        name,
        'records.clearanceSentBack',
      ]);
    expect((await japan.get(`records/${id}?texts=all`)).body).toBe(seen);
    await desk.done('secretariat.kr', id, 'clearance/recall');
    // A word that was given is taken back as well, unless a key stands on it.
    const cleared = await desk.clear('kr', id);
    expect(allowed(cleared, 'recall-clearance')).toBe(true);
    const recalled = await desk.done('secretariat.kr', id, 'clearance/recall');
    expect(recalled.clearances.map(({ state }) => state)).toEqual([null, null]);
    await desk.clear('kr', id);
    await desk.done('head.kr', id, 'turn-key');
    expect(codeOf(await desk.act('secretariat.kr', id, 'clearance/recall'))).toBe('records.clearanceStands');
  });

  it('is not carried over to the text that is shown when a post sent it back', async () => {
    const { id } = await desk.draft('secretariat.kr', { kind: 'unilateral_press_release', title: '회의 개최' });
    await desk.add('secretariat.kr', id, '과학기술정보통신부는 회의를 개최하였다.');
    const postIds = [await desk.postOf('official.kr'), await desk.postOf('head.kr')];
    await desk.done('secretariat.kr', id, 'clearance/start', { postIds });
    await desk.done('official.kr', id, 'clearance/decide', { pass: false });
    const shown = await desk.done('secretariat.kr', id, 'exchange');
    expect(shown.clearances.map(({ state }) => state)).toEqual([null]);
    expect(codeOf(await desk.act('head.kr', id, 'clearance/decide', { pass: true }))).toBe('records.notInClearance');
    // What one side says alone, nobody without a side puts in other words.
    const interpreter = await desk.read('interpreter', id);
    expect(allowed(interpreter, 'translate') ?? false).toBe(false);
    const path = `record-paragraphs/${interpreter.paragraphs[0]?.id ?? ''}/text/ja`;
    const put = await (
      await test.as('interpreter')
    ).put(path, {
      etag: interpreter.paragraphs[0]?.etag ?? '',
      body: { text: '書き換え', status: 'checked', ofRevision: 1 },
    });
    expect(put.statusCode).toBe(403);
  });

  it('tells nothing of how often a draft was rewritten, only what is stale', async () => {
    const { id } = await desk.draft('secretariat.kr');
    const often = await desk.add('secretariat.kr', id, '하나');
    await desk.translate('secretariat.kr', id, () => 'words');
    for (const text of ['둘', '셋', '넷'])
      await desk.onParagraph('secretariat.kr', id, often.id, '', { lang: 'ko', text });
    const seen = (await desk.done('secretariat.kr', id, 'exchange')).paragraphs[0]?.text;
    expect(seen).toMatchObject({ text: '넷', revision: 2 });
    const theirs = await desk.read('secretariat.jp', id);
    expect(theirs.title).toMatchObject({ revision: 1, all: { ja: { of: 1, stale: false } } });
    expect(theirs.paragraphs[0]?.text.all).toMatchObject({ ko: { of: 2, stale: false }, ja: { of: 1, stale: true } });
  });

  it('ends a confirmation with the words it was given for, and is not taken back by one side once agreed', async () => {
    const { id, paragraphs } = await desk.share('secretariat.kr');
    await desk.agree('secretariat.kr', 'secretariat.jp', id, 'ad-referendum');
    await desk.done('head.kr', id, 'turn-key');
    expect(await desk.done('head.jp', id, 'turn-key')).toMatchObject({ state: 'agreed_ad_referendum' });
    expect(codeOf(await desk.act('secretariat.kr', id, 'withdraw'))).toBe('common.wrongState');
    await desk.clear('kr', id);
    expect(await desk.clear('jp', id)).toMatchObject({ state: 'final', awaitsConfirmation: false });
    const line = paragraphs[0]?.id ?? '';
    await answered(desk.onParagraph('secretariat.jp', id, line, '', { lang: 'ko', text: '양측은 계속 협의한다.' }));
    await desk.translate('interpreter', id, () => 'agreed anew');
    await desk.done('head.kr', id, 'turn-key');
    const again = await desk.done('head.jp', id, 'turn-key');
    expect(again).toMatchObject({ state: 'agreed_ad_referendum', awaitsConfirmation: true });
    const signed = await desk.agree('secretariat.kr', 'secretariat.jp', id, 'signing', await signing());
    expect(signed).toMatchObject({ state: 'signed', awaitsConfirmation: true });
    const at = '2027-03-20T00:00:00Z';
    expect(codeOf(await desk.act('secretariat.kr', id, 'propose-release', { at }))).toBe('records.notConfirmed');

    // Nothing of it is lost with the session, which it holds up no longer than its other texts do.
    await test.admin(`update forum.session set held_at = forum.now() where id = $1`, [desk.sessionId]);
    const close = async () => {
      const { etag } = await answered<{ etag: string }>(korea.get(`sessions/${desk.sessionId}`));
      return korea.post(`sessions/${desk.sessionId}/steps`, { etag, body: { action: 'close' } });
    };
    const settled: string[] = [];
    for (const title of ['요약 1', '요약 2']) {
      const other = await desk.share('secretariat.kr', { kind: 'summary_record', title });
      await desk.settle(other.id);
      settled.push(other.id);
    }
    await desk.agree('secretariat.kr', 'secretariat.jp', settled[0] ?? '', 'not-public');
    expect(codeOf(await close())).toBe('sessions.notClosable');
    await desk.agree('secretariat.kr', 'secretariat.jp', settled[1] ?? '', 'not-public');
    expect((await close()).statusCode).toBe(200);
    const states = await Promise.all(
      [...settled, id].map(async (one) => (await desk.read('secretariat.jp', one)).state),
    );
    expect(states).toEqual(['archived', 'archived', 'signed']);
    await desk.clear('kr', id);
    expect(await desk.clear('jp', id)).toMatchObject({ state: 'signed', awaitsConfirmation: false });
  });

  it('gives a planned release up with the key, and says so', async () => {
    const { id } = await desk.share('secretariat.kr', { kind: 'joint_statement', title: '공동성명' });
    await desk.settle(id);
    await desk.agree('secretariat.kr', 'secretariat.jp', id, 'release', { at: '2027-03-20T00:00:00Z' });
    await desk.done('head.kr', id, 'take-key-back');
    const events = await test.admin(
      `select 1 from forum.outbox_event where event = 'record.releaseCancelled' and subject_id = $1`,
      [id],
    );
    expect(events).toHaveLength(1);
  });

  it('releases what is due though another text cannot be carried; a corrigendum of one side is counted then', async () => {
    const rules = await korea.post(`channels/${channelId}/record-rules`, { body: { showHours: null } });
    const [proposal] = rules.json<{ proposals: { id: string; hash: string }[] }>().proposals;
    await answered(japan.post(`proposals/${proposal?.id ?? ''}/accept`, { body: { hash: proposal?.hash ?? '' } }));
    const plan = async (id: string, at: string) => {
      await desk.clear('kr', id);
      await desk.done('head.kr', id, 'finish');
      return desk.done('secretariat.kr', id, 'set-release', { at });
    };
    const kind = 'unilateral_press_release';
    const [bad, main] = [
      await desk.draft('secretariat.kr', { kind, title: '첫째' }),
      await desk.draft('secretariat.kr', { kind, title: '둘째' }),
    ];
    for (const { id } of [bad, main]) await desk.add('secretariat.kr', id, '회의를 개최하였다.');
    await plan(bad.id, '2027-03-12T10:05:00+09:00');
    await plan(main.id, '2027-03-12T10:06:00+09:00');
    await test.admin(
      `create function forum.no_release() returns trigger language plpgsql as $$ begin raise exception 'bad row'; end $$`,
    );
    await test.admin(
      `create trigger no_release before update on forum.record for each row when (old.id = '${bad.id}') execute function forum.no_release()`,
    );
    try {
      await test.setClock('2027-03-12T10:07:00+09:00');
      expect(await relayRecordReleases(test.database)).toBe(1);
      await expect(relayRecordReleases(test.database)).rejects.toThrow('bad row');
      expect((await desk.read('secretariat.jp', main.id)).state).toBe('released');
      const first = (await desk.read('secretariat.kr', main.id)).paragraphs[0]?.id ?? '';
      const corrigendum = await answered<SessionRecordView>(
        korea.post(`records/${main.id}/corrigenda`, { body: { paragraphIds: [first] } }),
      );
      expect(corrigendum.corrigendumNumber).toBeNull();
      await plan(corrigendum.id, '2027-03-12T10:10:00+09:00');
      await test.setClock('2027-03-12T10:11:00+09:00');
      expect(await relayRecordReleases(test.database)).toBe(1);
      expect(await desk.read('secretariat.jp', corrigendum.id)).toMatchObject({
        state: 'released',
        corrigendumNumber: 1,
        version: 1,
      });
    } finally {
      await test.admin(`drop trigger no_release on forum.record`);
      await test.setClock(NOW);
    }
  });

  it('is corrected by what is signed in the same languages', async () => {
    const main = await desk.share('secretariat.kr');
    const english = { lang: 'ko', authenticLanguages: ['ko', 'ja', 'en'], prevailingLanguage: 'en' };
    const { etag } = await desk.read('secretariat.kr', main.id);
    await answered(korea.patch(`records/${main.id}`, { etag, body: english }));
    await desk.settle(main.id);
    await desk.agree('secretariat.kr', 'secretariat.jp', main.id, 'signing', await signing());
    const corrigendum = await answered<SessionRecordView>(
      korea.post(`records/${main.id}/corrigenda`, { body: { paragraphIds: [main.paragraphs[0]?.id ?? ''] } }),
    );
    expect(corrigendum).toMatchObject({ forSignature: true, prevailingLanguage: 'en' });
    const unsigned = { etag: corrigendum.etag, body: { lang: 'ko', forSignature: false } };
    expect(codeOf(await korea.patch(`records/${corrigendum.id}`, unsigned))).toBe('records.signedAgain');
  });

  it('reminds nobody of minutes that lie there, nor of agreed ones', async () => {
    const asked = async () =>
      test.admin<{ rule: string }>(
        `select distinct rule from forum.reminder where subject_id = $1 and state = 'planned' and rule ~ 'minutes' order by rule`,
        [desk.sessionId],
      );
    await desk.share('secretariat.kr', { kind: 'joint_press_release' });
    const [draft, agree] = ['draft_minutes', 'minutes_agreed'].map((rule) => [{ rule }, { rule: `${rule}-overdue` }]);
    expect(await asked()).toEqual([...(draft ?? []), ...(agree ?? [])]);
    const { id } = await desk.share('secretariat.kr');
    expect(await asked()).toEqual(agree);
    await desk.settle(id);
    expect(await asked()).toEqual([]);
  });

  it('begins with what the room decided and both accepted, whatever signs stand in it', async () => {
    const decide = (number: number, state: string, words: string) =>
      test.admin(
        `insert into forum.live_decision (id, session_id, number, text, side, worded_side, state) values (gen_random_uuid(), $1, $2, $3, 'kr', 'kr', $4)`,
        [
          desk.sessionId,
          number,
          {
            source: 'ko',
            revision: 3,
            ko: { text: words, of: 3, status: 'authentic' },
            ja: { text: '作業班', of: 2, status: 'draft' },
          },
          state,
        ],
      );
    await decide(1, 'accepted', '[초안] 공동 작업반을 구성한다');
    await decide(2, 'draft', '아직 수락되지 않은 결정');
    const { id } = await desk.draft('secretariat.kr', { outline: true });
    const { paragraphs } = await desk.read('secretariat.kr', id);
    expect(paragraphs.map(({ kind, text }) => [kind, text.text])).toEqual([
      ['decision', '(초안) 공동 작업반을 구성한다'],
      ['signature_block', expect.any(String)],
    ]);
    expect(paragraphs[0]?.text).toMatchObject({ revision: 2, all: { ja: { of: 1, stale: true } } });
    expect((await desk.list('secretariat.kr')).items.map((one) => one.id)).toEqual([id]);
  });
});
