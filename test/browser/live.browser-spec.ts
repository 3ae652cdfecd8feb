import type { Page } from 'playwright-core';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { runningSession, type RunningSession } from '../support/live.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };
const secret = '우리끼리만 아는 말';

/** Two people at the table, each with a phone, and the screen in the room. */
describe('a running session through the browser', () => {
  let desk: TestDesk;
  let session: RunningSession;
  let korea: Page;
  let japan: Page;
  let room: Page;

  beforeAll(async () => {
    desk = await openTestDesk();
    session = await runningSession(desk);
    const item = (ko: string, ja: string) => ({
      source: 'ko',
      revision: 1,
      ko: { text: ko, of: 1, status: 'authentic' },
      ja: { text: ja, of: 1, status: 'checked' },
    });
    for (const [index, title] of [item('주파수 공동 이용', '周波数の共用'), item('차기 회의', '次回会合')].entries())
      await desk.admin(`update forum.agenda_item set title = $2 where id = $1`, [session.items[index], title]);
    korea = await desk.open('secretariat.kr', 'ko', phone);
    japan = await desk.open('secretariat.jp', 'ja', phone);
    room = await desk.open('interpreter', 'en', { viewport: { width: 1280, height: 720 } });
    await Promise.all([
      korea.goto(`/sessions/${session.id}/live`),
      japan.goto(`/sessions/${session.id}/live`),
      room.goto(`/sessions/${session.id}/projector`),
    ]);
    await Promise.all([
      says(korea, '실시간 연결됨'),
      says(japan, 'リアルタイム接続中'),
      room.getByText('Following live').waitFor(),
    ]);
  }, 60_000);
  afterAll(() => desk.close());

  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

  it('one secretariat goes to the next item, and every screen shows it with its time, each in its own language', async () => {
    await press(korea, '첫 안건 시작');
    await Promise.all([
      korea.getByRole('heading', { level: 2, name: /1\. 주파수 공동 이용/ }).waitFor(),
      japan.getByRole('heading', { level: 2, name: /1\. 周波数の共用/ }).waitFor(),
      room.getByRole('heading', { level: 2, name: /주파수 공동 이용.*周波数の共用/ }).waitFor(),
    ]);
    // The clock runs on its own, by the server's figures.
    const clock = () => room.getByRole('timer').innerText();
    const first = await clock();
    expect(first).toMatch(/(30:00|29:\d\d)/);
    await room.waitForFunction((before) => document.querySelector('[role=timer]')?.textContent !== before, first);
    expect([await fits(korea), await fits(japan), await fits(room)]).toEqual([true, true, true]);
    expect(await korea.locator('[aria-current=step]').innerText()).toContain('주파수 공동 이용');
  });

  it('the sides take turns at the microphone, whoever asks more often', async () => {
    await korea.getByLabel('발언자').selectOption({ index: 1 });
    await press(korea, '발언 신청');
    await press(japan, '発言を求める');
    const queue = japan.getByRole('list', { name: '発言待ち' }).getByRole('listitem');
    await queue.nth(1).waitFor();
    expect(await queue.first().innerText()).toContain('韓国');
    await press(japan, '次の方に発言を認める');
    await korea.getByText('발언 중', { exact: true }).waitFor();
    await room.getByText(/발언 중/).waitFor();
    await press(japan, '次の方に発言を認める');
    await japan.getByRole('list', { name: '発言待ち' }).waitFor({ state: 'detached' });
    await korea.getByRole('list', { name: '발언 대기' }).waitFor({ state: 'detached' });
    await press(korea, '발언 종료');
    await says(japan, '現在、発言中の方はいません。');
  });

  it('a line is written down with Enter, though not while it is being composed, and a note stays with its side', async () => {
    const line = korea.getByLabel('결정 사항 한 줄 기록');
    await line.fill('공동 작업반을 구성한다');
    const prevented = line.evaluate((input) => {
      const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
      return !input.dispatchEvent(enter);
    });
    expect(await prevented).toBe(true);
    await line.press('Enter');
    await Promise.all([
      says(korea, '공동 작업반을 구성한다'),
      says(japan, '공동 작업반을 구성한다'),
      says(room, /공동 작업반/),
    ]);
    await press(japan, '文言を受諾する');
    await Promise.all([says(korea, '수락 완료'), room.getByText(/수락 완료/).waitFor()]);

    await korea.getByText('과제', { exact: true }).click();
    const action = korea.getByLabel('과제 한 줄 기록');
    await action.fill('@없는직위 !기한 2027-05-06 목록 송부');
    await action.press('Enter');
    await korea.getByText(/없는직위/).waitFor();
    expect(await action.inputValue()).toContain('목록 송부');
    await action.fill('주파수 목록 송부');
    await korea.getByLabel('담당 직위').selectOption({ index: 1 });
    await korea.getByLabel('기한', { exact: true }).fill('2027-05-06');
    await press(korea, '과제 등록');
    await Promise.all([says(korea, '주파수 목록 송부'), says(japan, '주파수 목록 송부')]);

    await korea.getByText('내부 메모', { exact: true }).first().click();
    const note = korea.getByLabel('내부 메모 한 줄 기록');
    await note.fill(secret);
    await note.press('Enter');
    await says(korea, secret);
    await press(korea, '다음 안건으로 이동');
    await Promise.all([
      japan.getByRole('heading', { level: 2, name: /次回会合/ }).waitFor(),
      room.getByRole('heading', { level: 2, name: /次回会合/ }).waitFor(),
    ]);
    for (const page of [japan, room]) expect(await page.getByText(secret).count()).toBe(0);
  });

  it('a screen that lost its network says so, keeps what it shows, and catches up with all it missed', async () => {
    await japan.context().setOffline(true);
    desk.app.getHttpServer().closeAllConnections();
    await says(japan, /接続が切れた/);
    expect(await japan.getByRole('heading', { level: 2, name: /次回会合/ }).count()).toBe(1);
    await says(korea, '실시간 연결됨');
    await korea.getByText('결정 사항', { exact: true }).first().click();
    for (const text of ['첫째 결정', '둘째 결정', '셋째 결정']) {
      await korea.getByLabel('결정 사항 한 줄 기록').fill(text);
      await korea.getByLabel('결정 사항 한 줄 기록').press('Enter');
      await says(korea, text);
    }
    // The answer is lost on its way: the line comes back to its field, and is taken down once though it is sent again.
    const answerLost = { times: 1 };
    await korea.route('**/live/decisions*', async (route) => route.fetch().then(() => route.abort()), answerLost);
    const again = korea.getByLabel('결정 사항 한 줄 기록');
    await again.fill('넷째 결정');
    for (const left of ['넷째 결정', '']) {
      const answered = korea.waitForRequest('**/live/decisions*');
      await again.press('Enter');
      await (await answered).response().catch(() => null);
      while ((await again.inputValue()) !== left) await korea.waitForTimeout(50);
    }
    const taken = `select 1 from forum.live_decision where text -> 'ko' ->> 'text' = '넷째 결정'`;
    expect(await desk.admin(taken)).toHaveLength(1);
    await press(korea, '휴식 시작');
    expect(await japan.getByText('셋째 결정').count()).toBe(0);
    await japan.context().setOffline(false);
    await Promise.all(['첫째 결정', '둘째 결정', '셋째 결정'].map((text) => says(japan, text)));
    await japan.getByRole('heading', { level: 2, name: '休憩' }).waitFor();
    await Promise.all([says(japan, 'リアルタイム接続中'), room.getByText('휴식', { exact: true }).waitFor()]);
  });

  it('the projector shows two languages of the reader’s choice and nothing of one side; a company finds no running session', async () => {
    await room.getByLabel('Second language').selectOption('en');
    await room.waitForURL(/languages=ko(,|%2C)en/);
    await room.getByText('Break', { exact: true }).waitFor();
    await room.setViewportSize({ width: 320, height: 640 });
    expect(await fits(room)).toBe(true);
    expect(await room.locator('nav').count()).toBe(0);
    const dark = await desk.open('head.jp', 'ja', { ...phone, colorScheme: 'dark' });
    await dark.goto(`/sessions/${session.id}/live`);
    await says(dark, 'リアルタイム接続中');
    for (const page of [korea, dark, room]) expect(await findingsOf(page)).toEqual([]);
    const company = await desk.open('company.kr', 'ko');
    await company.goto(`/sessions/${session.id}/live`);
    await company.getByRole('alert').first().waitFor();
    expect(await company.getByText('주파수 공동 이용').count()).toBe(0);
  });
});
