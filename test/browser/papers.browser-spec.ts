import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';
import { ownFiles } from '../support/papers.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };
const name = '6G 후보대역 검토자료.txt';

/** A paper from its announcement to its publication, as people of both sides see it. */
describe('papers through the browser', () => {
  let desk: TestDesk;
  let tab: string;
  let paper: string;
  const files = ownFiles();

  beforeAll(async () => {
    desk = await openTestDesk(files);
    await desk.setClock('2027-02-01T10:00:00+09:00');
    const { id, channelId } = await saveSession(desk);
    await desk.admin(`update forum.channel set code = 'CH-SPEC' where id = $1`, [channelId]);
    tab = `/sessions/${id}/papers`;
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    rmSync(files.DATA_DIR, { recursive: true, force: true });
  });

  const press = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();
  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const uploaded = async (page: Page, fileName: string, text: string): Promise<void> => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: fileName, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await press(page, '올리기');
    await page
      .getByRole('link', { name: fileName.normalize('NFC') })
      .first()
      .waitFor();
  };

  it('a secretariat announces a paper, reads in three languages that nothing secret may come, and uploads its files', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(tab);
    await press(page, '자료 등록');
    const form = page.getByRole('form');
    for (const [lang, word] of [
      ['ko', '비밀'],
      ['ja', '秘密'],
      ['en', 'secret'],
    ] as const)
      await form.locator(`p[lang=${lang}]`).filter({ hasText: word }).waitFor();
    await page.getByLabel('제목(한국어)').fill('6G 후보대역 검토');
    await page.getByLabel('등급').selectOption('public');
    await form.getByRole('button', { name: '자료 등록' }).click();
    await page.waitForURL(/\/papers\/[0-9a-f-]{36}$/);
    paper = new URL(page.url()).pathname;
    await says(page, '내부 자료(배포 전)');
    await uploaded(page, name.normalize('NFD'), '6G 후보대역');
    await says(page, `${name} 파일을 올렸습니다.`);
    await page.getByLabel('파일 언어').selectOption('ja');
    await uploaded(page, '6G候補帯域の検討資料.txt', '6G候補帯域');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'list.html', mimeType: 'text/html', buffer: Buffer.from('<html>') });
    await press(page, '올리기');
    await page.getByRole('alert').first().waitFor();
    await page.context().close();
  });

  it('releases it, and a delegate of the other side finds it on a phone and gets the file under its own name', async () => {
    const japan = await desk.open('delegate.jp', 'ja', phone);
    await japan.goto(tab);
    await says(japan, '資料はまだありません。');
    const korea = await desk.open('secretariat.kr', 'ko');
    await korea.goto(paper);
    await press(korea, '검토 완료');
    await press(korea, '양측에 즉시 배포');
    await korea.getByRole('dialog').getByRole('button', { name: '양측에 즉시 배포' }).click();
    await says(korea, 'SPEC/7/KR/1');
    await japan.goto(tab);
    await says(japan, 'SPEC/7/KR/1');
    expect(await japan.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await japan.getByRole('link', { name: /6G 후보대역 검토/ }).click();
    await says(japan, '双方、通訳・翻訳担当及び監査担当');
    expect(await japan.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const [download] = await Promise.all([
      japan.waitForEvent('download'),
      japan.getByRole('link', { name }).first().click(),
    ]);
    expect(download.suggestedFilename()).toBe(name.normalize('NFC'));
    expect(await japan.getByRole('button', { name: '資料を取り下げる' }).count()).toBe(0);
    await korea.context().close();
    await japan.context().close();
  });

  it('marks the translation when the original is replaced, and keeps what was there', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(paper);
    await page.getByLabel('파일 언어').selectOption('ko');
    await uploaded(page, '검토자료(수정).txt', '6G 후보대역 수정');
    await says(page, '이전 파일 1건');
    await says(page, '원문 변경됨');
    await press(page, '의미 변경 없음');
    await page.getByText('원문 변경됨').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('is opened to everybody with two keys once its title is checked in all languages', async () => {
    const korea = await desk.open('secretariat.kr', 'ko');
    await korea.goto(paper);
    await korea.getByRole('button', { name: '열람 범위 확대 제안' }).waitFor();
    expect(await korea.getByRole('button', { name: '열람 범위 확대 제안' }).getAttribute('aria-disabled')).toBe('true');
    for (const [language, text] of [
      ['日本語', '6G候補帯域の検討'],
      ['English', 'Study of candidate bands for 6G'],
    ] as const) {
      await press(korea, '제목 번역');
      await korea.getByRole('group', { name: '번역할 언어' }).getByRole('button', { name: language }).click();
      await korea.getByLabel(`제목(${language})`).fill(text);
      await korea.getByRole('form').getByRole('button', { name: '저장' }).click();
      await korea.getByRole('form').waitFor({ state: 'detached' });
    }
    await press(korea, '열람 범위 확대 제안');
    const dialog = korea.getByRole('dialog');
    await dialog.getByLabel('열람 범위', { exact: true }).selectOption('public');
    await dialog.getByRole('button', { name: '열람 범위 확대 제안' }).click();
    await says(korea, '제안하였습니다. 상대 측이 동의하면 공개됩니다.');
    const japan = await desk.open('secretariat.jp', 'ja');
    await japan.goto(paper);
    await japan.getByRole('article', { name: '資料の閲覧範囲の拡大' }).getByRole('button').first().click();
    await japan.getByRole('dialog').getByRole('button').filter({ hasText: /^同意/ }).click();
    const observer = await desk.open('observer', 'en');
    await says(japan, '一般公開');
    await observer.goto(paper);
    await says(observer, 'Study of candidate bands for 6G');
    for (const page of [korea, japan, observer]) await page.context().close();
  });
});
