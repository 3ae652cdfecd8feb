import type { Page } from 'playwright-core';
import { demoActor } from '../support/actors.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { postOf, saveSession } from '../support/factories/action-items.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

/** Action items as people of both sides work with them between two sessions. */
describe('action items through the browser', () => {
  let desk: TestDesk;
  let session: string;
  const items: string[] = [];

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-04-01T10:00:00+09:00');
    session = (await saveSession(desk)).id;
    const client = await desk.as('secretariat.kr', { again: true });
    const owner = postOf(await demoActor(desk, 'official.jp'));
    for (const [title, ja] of [
      ['봄철 측정 결과 교환', '春季の測定結果の交換'],
      ['간섭 대응 연락망 갱신', '混信対応の連絡網の更新'],
      ['6G 후보대역 공동 검토', '6G候補帯域の共同検討'],
    ] as const) {
      const body = { title, lang: 'ko', texts: { ja }, ownerPostId: owner, due: '2027-05-06' };
      const answer = await client.post(`sessions/${session}/action-items`, { body });
      items.push(answer.json<{ id: string }>().id);
    }
  }, 60_000);
  afterAll(() => desk.close());

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const hears = (page: Page, text: string) =>
    page.locator('[id^="DndLiveRegion"]', { hasText: text }).waitFor({ state: 'attached' });
  const list = `/actions?session=`;

  it('a secretariat records one in a line, and is told in its language what the line lacks', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(`/sessions/${session}/actions`);
    const line = page.getByRole('textbox', { name: '한 줄로 등록' });
    await line.fill('@양측 !2027-05-06 공동 보고');
    await line.press('Enter');
    await says(page, /하나의 과제를 양측이 함께 맡을 수 없습니다/u);
    await line.fill('@JP-MONITORING !2027-05-06 !긴급 공동 보고');
    await line.press('Enter');
    await says(page, '공동 보고');
    await says(page, '우선');
    await page.context().close();
  });

  it('the other side moves a card by keyboard, and blocks another one with a reason of its own', async () => {
    const page = await desk.open('official.jp', 'ja');
    await page.goto(`${list}${session}&view=board`);
    const open = page.getByRole('region', { name: /^未着手/u });
    const going = page.getByRole('region', { name: /^進行中/u });
    const grip = open.getByRole('button', { name: '移動: 春季の測定結果の交換' });
    await grip.focus();
    await page.keyboard.press('Space');
    await hears(page, '「春季の測定結果の交換」を持ち上げました。');
    await page.keyboard.press('ArrowRight');
    await hears(page, '「進行中」に移せます。');
    await page.keyboard.press('Space');
    await going.getByRole('link', { name: '春季の測定結果の交換' }).waitFor();
    const card = open.getByRole('listitem').filter({ hasText: '混信対応の連絡網の更新' });
    await card.getByText('状態の変更').click();
    await card.getByRole('button', { name: '対応を保留する' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('予算の承認待ち');
    await dialog.getByLabel('再開の見込み日').fill('2027-06-01');
    await dialog.getByRole('button', { name: '対応を保留する' }).click();
    await page
      .getByRole('region', { name: /^対応保留/u })
      .getByText('令和9年6月1日')
      .waitFor();
    await page.goto(`/actions/${items[1] ?? ''}`);
    await says(page, '予算の承認待ち');
    await page.context().close();

    const korea = await desk.open('secretariat.kr', 'ko', phone);
    await korea.goto(`/actions/${items[1] ?? ''}`);
    await says(korea, '재개 예상일');
    expect(await korea.getByText('予算').count()).toBe(0);
    await korea.context().close();
  });

  it('a secretariat extends several at once and reads why one stays', async () => {
    const page = await desk.open('secretariat.jp', 'ja');
    await page.goto(`${list}${session}`);
    await says(page, '4件');
    await press(page, '全て選択する');
    await press(page, '期限を延長する');
    const form = page.getByRole('form', { name: '期限を延長する' });
    await form.getByLabel('延長後の期限').fill('2027-07-01');
    await form.getByLabel('理由').fill('測定の延期');
    await form.getByRole('button', { name: /期限を延長する\(4件\)/u }).click();
    await says(page, '4件を処理しました。');
    await press(page, '全て選択する');
    await press(page, '着手する');
    await says(page, '2件を処理しました。');
    await says(page, '次の2件は処理せず、そのままにしました。');
    await page.goto(`${list}${session}&view=timeline`);
    await says(page, '当初の期限');
    await page.getByRole('listitem').filter({ hasText: '春季の測定結果の交換' }).locator('svg circle').nth(1).waitFor();
    await page.context().close();
  });

  it('one side proposes to call an item off, the other accepts it', async () => {
    const page = await desk.open('head.kr', 'ko');
    await page.goto(`/actions/${items[2] ?? ''}`);
    await press(page, '취소 제안');
    await page.getByLabel('사유').fill('사업이 종료되었습니다.');
    await page.getByRole('form', { name: '취소' }).getByRole('button', { name: '취소 제안' }).click();
    await says(page, '과제 취소 제안');
    await page.context().close();
    const japan = await desk.open('head.jp', 'ja', phone);
    await japan.goto(`/actions/${items[2] ?? ''}`);
    await says(japan, 'アクションアイテムの取消しの提案');
    await japan.getByRole('button', { name: '同意する', exact: true }).first().click();
    await japan.getByRole('dialog').getByRole('button', { name: '同意する' }).click();
    await japan.getByText('取消し', { exact: true }).first().waitFor();
    await japan.context().close();
  });
});
