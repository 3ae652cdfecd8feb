import type { Page } from 'playwright-core';
import { historicText, newId } from '#core/kernel';
import { openTestDesk, type TestDesk } from '../support/browser.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

/** What one level cannot settle, from the draft to the ministers' page; and a meeting of another organisation. */
describe('rises and meetings of other organisations through the browser', () => {
  let desk: TestDesk;
  let issue: string;
  let radioDg: string;
  let ministers: string;
  let rise: string;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-01-11T10:00:00+09:00');
    const channel = async (code: string) =>
      (await desk.admin<{ id: string }>('select id from forum.channel where code = $1', [code]))[0]?.id ?? '';
    radioDg = await channel('CH-RADIO-DG');
    await desk.admin(`update forum.session set state = 'cancelled' where start_date >= '2027-01-01'`);
    [ministers, issue] = [newId(), newId()];
    await desk.admin(
      `insert into forum.session (id, channel_id, date_value, start_date, zone, host_side, level, state, audience)
       values ($1, $2, '2027-09-09', '2027-09-09', 'Asia/Seoul', 'kr', 'minister', 'date_agreed', 'joint')`,
      [ministers, await channel('CH-DPF')],
    );
    await desk.admin(`insert into forum.agenda (id, session_id) values ($1, $2)`, [newId(), ministers]);
    const title = historicText({ ko: '800MHz 혼신', ja: '800MHz帯の混信', en: 'Interference at 800 MHz' }, 'ko');
    await desk.admin(
      `insert into forum.radio_issue (id, code, position, title, type, services, status, level, channel_id, audience)
       values ($1, 'TEST-RI', 9001, $2, 'interference_case', '{land_mobile}', 'under_coordination', 'director_general', $3, 'joint')`,
      [issue, title, radioDg],
    );
  }, 60_000);
  afterAll(() => desk.close());

  const press = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).first().click();
  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const fill = async (page: Page, legend: string, words: Record<string, string>): Promise<void> => {
    const group = page.getByRole('group', { name: legend });
    for (const [label, text] of Object.entries(words)) await group.getByLabel(label, { exact: false }).fill(text);
  };
  /** Nothing wider than the window. */
  const fits = async (page: Page): Promise<void> => {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
  };

  it('a secretariat prepares a case in three languages, sees where it stands on the ladder, and raises it', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(`/escalations/new?kind=radio_issue&id=${issue}&channel=${radioDg}`);
    await says(page, '우리 측 초안입니다. 상대 측에는 보이지 않습니다.');
    await fill(page, '제목', { 한국어: '800MHz 혼신의 해결', 日本語: '800MHz帯混信の解決' });
    await fill(page, '사안의 개요', { 한국어: '두 차례 측정', 日本語: '2回の測定', English: 'Measured twice' });
    await fill(page, '상위급에 요청하는 사항', { 한국어: '이전 시기', 日本語: '移行時期', English: 'When to move' });
    await press(page, '초안 저장');
    await page.waitForURL(/\/escalations\/[0-9a-f-]{36}$/u);
    rise = new URL(page.url()).pathname;
    const step = page.locator('[aria-current=step]');
    expect(await step.innerText()).toContain('국장급');
    // English is missing, so it cannot be raised and says why.
    await says(page, /요약문 1건/u);
    await press(page, '요약문 수정');
    await fill(page, '제목', { English: 'Settling interference at 800 MHz' });
    await press(page, '저장');
    await says(page, '저장하였습니다.');
    await press(page, '상위급에 회부');
    await says(page, '회부하였습니다. 상대 측의 회신을 기다립니다.');
    await page
      .getByRole('link', { name: /ICT 정책포럼.*2027/u })
      .first()
      .waitFor();
    await fits(page);
    await page.context().close();
  });

  it('the other side reads it in its language, lets it in, and finds it on the ministers’ page, on a phone too', async () => {
    const page = await desk.open('secretariat.jp', 'ja', phone);
    await page.goto(rise);
    await says(page, '相手側の回答待ち');
    await press(page, '同意する');
    await page.getByRole('dialog').getByRole('button', { name: '同意する', exact: true }).click();
    await says(page, '上位会合で協議中');
    expect(await page.locator('[aria-current=step]').innerText()).toContain('閣僚級');
    await fits(page);
    await page.goto(`/sessions/${ministers}`);
    await says(page, '実務レベルからの付議');
    await page.getByRole('link', { name: '800MHz帯混信の解決' }).waitFor();
    await says(page, '署名準備完了');
    await fits(page);
    await page.goto('/records/escalations?state=accepted');
    await page.getByRole('link', { name: '800MHz帯混信の解決' }).waitFor();
    await page.context().close();
  });

  it('both sides exchange positions on an agenda item of another organisation’s meeting', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto('/records/multilateral?when=upcoming');
    await page.getByRole('link', { name: /WRC-27/u }).click();
    await press(page, '의제 등록');
    await page.getByLabel('번호').fill('1.7');
    await fill(page, '제목', { 한국어: '이동통신 후보대역' });
    await press(page, '초안 저장');
    await says(page, '저장하였습니다. 우리 측만 볼 수 있습니다.');
    await press(page, '의제 공유');
    await press(page, '우리 측 입장 작성');
    await fill(page, '입장', { 한국어: '기존 업무를 보호한다.' });
    await press(page, '초안 저장');
    const japan = await desk.open('secretariat.jp', 'ja', { ...phone, colorScheme: 'dark' });
    await japan.goto(new URL(page.url()).pathname);
    await says(japan, '提示された立場はありません。');
    expect(await japan.getByText('기존 업무를 보호한다.').count()).toBe(0);
    await press(page, '우리 측 입장 제시');
    await says(page, '공유하였습니다. 양측이 모두 볼 수 있습니다.');
    await japan.reload();
    await says(japan, '기존 업무를 보호한다.');
    await fits(japan);
    await fits(page);
    await Promise.all([page.context().close(), japan.context().close()]);
  });
});
