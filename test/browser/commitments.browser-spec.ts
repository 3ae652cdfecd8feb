import type { Page } from 'playwright-core';
import exceljs from 'exceljs';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';

describe('commitments on screen', () => {
  let desk: TestDesk;
  let seoul: Page;
  let tokyo: Page;
  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-03-01T10:00:00+09:00');
    seoul = await desk.open('secretariat.kr', 'ko');
    tokyo = await desk.open('head.jp', 'ja', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' });
  }, 90_000);
  afterAll(() => desk.close());

  const idOf = async (table: string, code: string): Promise<string> => {
    const [row] = await desk.admin<{ id: string }>(`select id from forum.${table} where code = $1`, [code]);
    return row?.id ?? '';
  };
  const fits = async (page: Page) =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  it('show where each promise was made, and nine points against eight areas with both sources (case 14)', async () => {
    await tokyo.goto('/commitments');
    const initiative = tokyo.locator('details').filter({ hasText: '日韓IT協力イニシアティブ' });
    await initiative.locator('summary').click();
    await initiative.getByRole('heading', { name: '8. 多国間の場' }).waitFor();
    expect(await initiative.getByRole('heading', { level: 3 }).count()).toBe(8);
    expect(await findingsOf(tokyo)).toEqual([]);
    await fits(tokyo);
    await initiative.getByRole('link', { name: '詳細を見る' }).click();
    const conflict = tokyo.getByRole('listitem').filter({ hasText: 'nine points or eight areas' });
    await conflict.waitFor();
    const said = await conflict.innerText();
    expect(said).toContain('S001');
    expect(said).toContain('S002');
    expect(said).toContain('eight headed areas');
  });

  it('lead from the policy dialogue to the rounds of its council, and from an intention to the talks and the forum', async () => {
    await seoul.goto(`/commitments/${await idOf('commitment', 'C2000-A1-1')}`);
    const chain = seoul.getByRole('list').filter({ has: seoul.locator('li[data-kind="channel"]') });
    await chain.first().waitFor();
    expect(await seoul.locator('li[data-kind="channel"]').innerText()).toContain('한·일 디지털 정책협의회');
    const rounds = seoul.locator('li[data-kind="channel_session"]');
    expect(await rounds.count()).toBe(7);
    await seoul.goto(`/commitments/${await idOf('commitment', 'C2023-I1')}`);
    await seoul.locator('li[data-kind="channel"]').first().waitFor();
    expect(await seoul.locator('li[data-kind="channel"]').allInnerTexts()).toEqual([
      expect.stringContaining('전파국장'),
      expect.stringContaining('ICT 정책포럼'),
    ]);
    const resumed = seoul.locator('li[data-kind="channel_session"]').filter({ hasText: '2023. 3. 23.' });
    await resumed.getByRole('link').first().click();
    await seoul.waitForURL(/\/sessions\//u);
  });

  it('are reported by one side with evidence and confirmed by the other, on a phone in the dark', async () => {
    const path = `/commitments/${await idOf('commitment', 'C2026-F1')}`;
    await seoul.goto(path);
    await seoul.getByRole('button', { name: '이행 상태 변경' }).click();
    const form = seoul.getByRole('form', { name: '이행 상태 변경' });
    await form.getByLabel('이행 상태').first().selectOption({ label: '이행' });
    await form.getByRole('button', { name: '상대 측에 제안' }).click();
    await form.getByText('이를 보여 주는 문서, 회의 또는 웹 주소가 필요합니다', { exact: false }).first().waitFor();
    await form.getByLabel('웹 주소').fill('https://example.org/forum');
    await form.getByLabel('증빙 설명').fill('제3차 포럼 결과 자료');
    await form.getByRole('button', { name: '상대 측에 제안' }).click();
    await seoul.getByRole('heading', { name: '합의사항 이행 상태' }).waitFor();
    await tokyo.goto(path);
    const card = tokyo.getByRole('article').filter({ hasText: '合意事項の実施状況' }).last();
    await card.getByText('実施済み').waitFor();
    expect(await card.innerText()).toContain('https://example.org/forum');
    expect(await findingsOf(tokyo)).toEqual([]);
    await fits(tokyo);
    await card.getByRole('button', { name: '同意する' }).click();
    await tokyo.getByRole('dialog').getByRole('button', { name: '同意する' }).click();
    await tokyo.locator('li[data-kind="confirmation"]').waitFor();
    await tokyo.getByRole('heading', { name: '実施の履歴' }).waitFor();
  });

  it('are drawn by text, year and topic beside a table, and the list that is shown can be taken along', async () => {
    await seoul.goto('/commitments/progress');
    await seoul.getByRole('img', { name: '막대그래프: 연도별', exact: false }).waitFor();
    const table = seoul.getByRole('table', { name: '연도별' });
    expect(await table.getByRole('row').filter({ hasText: '2000' }).innerText()).toMatch(/25\s+0$/u);
    expect(await findingsOf(seoul)).toEqual([]);
    await table.getByRole('link', { name: '2000' }).click();
    await seoul.getByText('25건(양측 합의 25건)').waitFor();
    await seoul.getByRole('button', { name: '내보내기' }).click();
    const [download] = await Promise.all([
      seoul.waitForEvent('download'),
      seoul.getByRole('link', { name: 'Excel (.xlsx)' }).first().click(),
    ]);
    expect(download.suggestedFilename()).toBe('합의사항.xlsx');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(await download.path());
    expect(workbook.worksheets[0]?.rowCount).toBe(26);
  });

  it('are written into a new instrument by one side and recorded by both', async () => {
    await seoul.goto('/instruments/new');
    const form = seoul.getByRole('form', { name: '합의 문서 초안 작성' });
    await form.getByLabel('명칭(한국어)').fill('전파 협력 각서');
    await form.getByLabel('명칭(日本語)').fill('電波協力覚書');
    await form.getByLabel('명칭(English)').fill('Memorandum on radio');
    await form.getByLabel('날짜', { exact: false }).first().fill('2027-02-26');
    await form.getByRole('button', { name: '저장' }).click();
    await seoul.getByRole('heading', { level: 1, name: '전파 협력 각서' }).waitFor();
    await seoul.getByRole('button', { name: '조항 추가' }).click();
    const clause = seoul.getByRole('form', { name: '조항 추가' });
    await clause.getByLabel('조항 요지(한국어)').fill('매년 측정 자료를 교환함');
    await clause.getByLabel('조항 요지(日本語)').fill('毎年測定資料を交換する');
    await clause.getByLabel('조항 요지(English)').fill('Exchange measurements every year');
    await clause.getByRole('button', { name: '저장' }).click();
    await seoul.getByText('매년 측정 자료를 교환함').first().waitFor();
    expect(await findingsOf(seoul)).toEqual([]);
    await seoul.getByRole('button', { name: '확정 제안' }).click();
    await seoul.getByRole('dialog').getByRole('button', { name: '확정 제안' }).click();
    await seoul.getByRole('heading', { name: '합의 문서 확정' }).waitFor();
    await tokyo.goto(new URL(seoul.url()).pathname);
    await tokyo.getByText('毎年測定資料を交換する').first().waitFor();
    await tokyo.getByRole('button', { name: '同意する' }).click();
    await tokyo.getByRole('dialog').getByRole('button', { name: '同意する' }).click();
    await tokyo.getByText('記録済み').first().waitFor();
  });
});
