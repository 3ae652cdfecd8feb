import type { Page } from 'playwright-core';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';
import { RecordDesk } from '../support/session-records.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

/** Agreed minutes from the first draft to the sign-off of both, as people of both sides see them. */
describe('texts of a session through the browser', () => {
  let desk: TestDesk;
  let people: RecordDesk;
  let tab: string;
  let text: string;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-03-12T10:00:00+09:00');
    const { id } = await saveSession(desk, { state: 'held' });
    people = new RecordDesk(desk, id);
    tab = `/sessions/${id}/texts`;
  }, 60_000);
  afterAll(() => desk.close());

  const says = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
  const press = (page: Page, label: string | RegExp) => page.getByRole('button', { name: label }).first().click();
  const confirm = (page: Page, label: string) =>
    page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click();
  const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

  it('a secretariat drafts minutes with brackets of both sides and hands them over', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(tab);
    await press(page, '문안 작성');
    await page.getByLabel('제목', { exact: false }).first().fill('제7차 {PAIR} 전파국장회의 합의의사록');
    await page.getByLabel('의제의 안건별 제목으로 시작').uncheck();
    await press(page, '초안 작성 시작');
    await page.waitForURL(/\/texts\/[0-9a-f-]{36}$/);
    text = new URL(page.url()).pathname;
    await says(page, '제7차 한·일 전파국장회의 합의의사록');
    await says(page, '공유 전 내부용');
    await press(page, '문단 추가');
    const words = page.getByLabel('문안', { exact: false }).last();
    await words.fill('양측은 [KR: 매년 회의를 개최한다.');
    await press(page, '저장');
    await says(page, /짝이 맞지 않거나/);
    await words.fill('양측은 ［ＫＲ：매년］ [JP: 격년으로] 회의를 개최한다.');
    await press(page, '저장');
    await says(page, '저장하였습니다.');
    expect(await page.locator('mark').count()).toBe(2);
    await press(page, '상대 측에 공유');
    await confirm(page, '상대 측에 공유');
    await says(page, '상대 측 공유');
    await page.context().close();
  });

  it('the other side reads it on a phone in its own order, and closes a bracket by accepting the words', async () => {
    const page = await desk.open('secretariat.jp', 'ja', phone);
    await page.goto(tab);
    await says(page, /제7차 일한 전파국장회의/);
    expect(await fits(page)).toBe(true);
    await page.getByRole('link', { name: /전파국장회의/ }).click();
    await says(page, '韓国側の文言を受諾する: 매년');
    expect(await findingsOf(page, { colours: true })).toEqual([]);
    expect(await fits(page)).toBe(true);
    expect(await page.getByRole('button', { name: /日本側の文言を受諾する/ }).count()).toBe(0);
    await press(page, '韓国側の文言を受諾する: 매년');
    await says(page, '양측은 매년 회의를 개최한다.');
    await says(page, '文案協議中');
    await page.context().close();
  });

  it('two who edit at once see both texts, and nothing typed is lost', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(text);
    await press(page, '제1문단 한국어 수정');
    const words = page.getByRole('form').getByLabel('문안', { exact: false });
    await words.fill('양측은 매년 서울과 도쿄에서 교대로 회의를 개최한다.');
    const id = text.split('/').at(-1) ?? '';
    const [line] = (await people.read('secretariat.jp', id)).paragraphs;
    const theirs = { lang: 'ko', text: '양측은 매년 한 차례 회의를 개최한다.' };
    expect((await people.onParagraph('secretariat.jp', id, line?.id ?? '', '', theirs)).statusCode).toBe(200);
    await press(page, '저장');
    await says(page, '그사이 다른 사람이 다음과 같이 저장하였습니다.');
    await page.getByRole('alert').locator('ins').filter({ hasText: '한 차례' }).first().waitFor();
    expect(await words.inputValue()).toBe('양측은 매년 서울과 도쿄에서 교대로 회의를 개최한다.');
    await press(page, '저장');
    await says(page, '양측은 매년 서울과 도쿄에서 교대로 회의를 개최한다.');
    await page.context().close();
  });

  it('heads see why they cannot sign off, then do; each side sees of the other’s clearance two words', async () => {
    const id = text.split('/').at(-1) ?? '';
    const head = await desk.open('head.kr', 'ko');
    await head.goto(text);
    const sign = head.getByRole('button', { name: '문안 확인' });
    await sign.waitFor();
    expect(await sign.getAttribute('aria-disabled')).toBe('true');
    await head.locator('summary').click();
    await head.getByRole('link', { name: '제1문단' }).first().waitFor();
    const words = { ko: '', ja: '双方は、毎年、会合を開催する。', en: 'Both sides meet every year.' };
    await people.translate('interpreter', id, (_, lang) => words[lang]);
    await people.done('secretariat.kr', id, 'clearance/start', { postIds: [await people.postOf('head.kr')] });
    const other = await desk.open('secretariat.jp', 'ja');
    await other.goto(text);
    await says(other, '決裁手続中');
    expect(await other.getByText('決裁経路').count()).toBe(0);
    await head.reload();
    await says(head, '결재할 차례');
    await head.getByRole('button', { name: '결재', exact: true }).click();
    await confirm(head, '결재');
    await says(head, '결재하였습니다.');
    await people.clear('jp', id);
    await people.done('head.jp', id, 'turn-key');
    await head.reload();
    await sign.click();
    await confirm(head, '문안 확인');
    await says(head, '최종안 확정');
    await says(head, '서명 준비 완료');
    await other.reload();
    await says(other, '最終版確定');
    await other.getByRole('link', { name: /第\d+版/ }).click();
    await says(other, '新旧比較');
    await other.locator('ins').first().waitFor();
    await head.context().close();
    await other.context().close();
  });
});
