import type { Locator, Page } from 'playwright-core';
import { openTestDesk, type TestDesk } from '../support/browser.js';

const table = [
  'date,kind,status,name_ko,name_ja,name_en',
  '2027-01-01,public,gazetted,1월 1일,元日,New Year’s Day',
  '2027-10-08,public,gazetted,쉬는 날,休みの日,A day off',
].join('\r\n');

describe('the page of working days', () => {
  let desk: TestDesk;
  let page: Page;
  beforeAll(async () => {
    desk = await openTestDesk();
    page = await desk.open('secretariat.kr', 'en', { viewport: { width: 360, height: 800 } });
    await page.goto('/working-days?year=2027');
    await page.getByRole('note').waitFor();
  }, 60_000);
  afterAll(() => desk.close());

  const dialog = (): Locator => page.getByRole('dialog');
  const day = (words: string): Locator => page.getByRole('row').filter({ hasText: words });

  it('counts back over the holidays of both countries', async () => {
    const calculator = page.locator('#calculator');
    await calculator.locator('[name=date]').fill('2026-09-28');
    await calculator.locator('[name=n]').fill('－１');
    await calculator.getByRole('button', { name: 'Calculate' }).click();
    await calculator.getByText('18 September 2026 (Fri.)').waitFor();
    await calculator.getByText('Citizens’ Holiday').waitFor();
  });

  it('shows what a file would change before it changes anything', async () => {
    await page.getByRole('button', { name: 'Import a table' }).click();
    const choose = (content: Buffer): Promise<void> =>
      dialog().locator('input[type=file]').setInputFiles({ name: '휴일.csv', mimeType: 'text/csv', buffer: content });
    await choose(Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]));
    await dialog().getByText('The file is not UTF-8').waitFor();
    await choose(Buffer.from(table));
    await dialog().getByText('1 added, 1 changed, 0 unchanged, 0 refused').waitFor();
    expect(await desk.admin(`select 1 from forum.holiday where date = '2027-10-08'`)).toEqual([]);
    await dialog().getByRole('button', { name: 'Import', exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    await day('A day off').waitFor();
  });

  it('asks before a day is withdrawn, and takes it back', async () => {
    await day('A day off').getByRole('button', { name: 'Withdraw' }).click();
    await dialog().getByRole('button', { name: 'Withdraw', exact: true }).click();
    await day('A day off').getByText('withdrawn').waitFor();
    await day('A day off').getByRole('button', { name: 'Restore' }).click();
    await day('A day off').getByRole('button', { name: 'Withdraw' }).waitFor();
  });

  it('keeps what is typed when a decision lacks its source', async () => {
    await page.getByRole('button', { name: 'Add a holiday' }).click();
    await dialog().locator('[name=date]').fill('2027-10-15');
    await dialog().locator('[name="names.ko"]').fill('임시공휴일');
    await dialog().getByRole('button', { name: 'Add a holiday' }).click();
    await dialog().getByText('needs the decision it rests on').waitFor();
    await dialog().locator('[name=citation]').fill('국무회의 의결');
    await dialog().getByRole('button', { name: 'Add a holiday' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await day('국무회의 의결').waitFor();
  });

  it('offers nothing to change to a reader, and nothing of the other side', async () => {
    const other = await desk.open('delegate.jp', 'ja');
    await other.goto('/working-days?year=2027&view=grid');
    await other.getByText('双方とも休日').waitFor();
    expect(await other.getByRole('button', { name: '休日を追加する' }).count()).toBe(0);
    expect(await other.getByTitle('日本 春分の日', { exact: true }).count()).toBe(1);
  });
});
