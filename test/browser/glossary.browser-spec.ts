import type { Page } from 'playwright-core';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';

describe('the glossary on screen', () => {
  let desk: TestDesk;
  let seoul: Page;
  let tokyo: Page;
  beforeAll(async () => {
    desk = await openTestDesk();
    seoul = await desk.open('secretariat.kr', 'ko');
    tokyo = await desk.open('secretariat.jp', 'ja', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' });
  }, 90_000);
  afterAll(() => desk.close());

  it('is searched in any language, and the address keeps what was sought', async () => {
    await seoul.goto('/glossary');
    await seoul.getByRole('searchbox').fill('無線通信規則');
    await seoul.waitForURL(/q=/);
    const row = seoul.getByRole('row').filter({ hasText: '전파규칙' });
    await row.waitFor();
    expect(await row.innerText()).toContain('Radio Regulations');
    expect(await row.locator('[lang="ja"]').first().innerText()).toBe('無線通信規則');
    await row.getByRole('link', { name: '전파규칙' }).click();
    await seoul.getByRole('heading', { level: 1, name: '전파규칙' }).waitFor();
    await seoul.goBack();
    expect(await seoul.getByRole('searchbox').inputValue()).toBe('無線通信規則');
  });

  it('takes a term that one side proposes and the other signs, on a phone in the dark', async () => {
    await seoul.goto('/glossary');
    await seoul.getByRole('button', { name: '용어 제안' }).click();
    const form = seoul.getByRole('form', { name: '용어 제안' });
    await form.getByLabel('한국어 용어').fill('주파수 규제특례');
    await form.getByLabel('日本語 용어').fill('周波数の規制特例');
    await form.getByLabel('English 용어').fill('Spectrum sandbox');
    await form.getByLabel('日本語 피할 표현').fill('砂場制度\n規制砂場');
    await form.getByRole('button', { name: '용어 제안' }).click();
    await seoul.getByText('상대 측이 서명하면 확정됩니다', { exact: false }).last().waitFor();

    await tokyo.goto('/glossary?show=open');
    await tokyo.getByRole('checkbox', { name: '署名できる提案を全て選択' }).check();
    expect(await findingsOf(tokyo)).toEqual([]);
    expect(await tokyo.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await tokyo.getByRole('button', { name: '選択した用語1件に署名する' }).click();
    await tokyo.getByRole('dialog').getByRole('button', { name: '選択した用語1件に署名する' }).click();
    await tokyo.getByText('1件を確定しました').waitFor();
    await tokyo.goto('/glossary?q=sandbox');
    await tokyo.getByRole('link', { name: '周波数の規制特例' }).click();
    await tokyo.getByText('第1版').waitFor();
    const [agreed] = await desk.admin<{ state: string }>(
      `select state from forum.glossary_term where code = 'topic.spectrum_sandbox'`,
    );
    expect(agreed?.state).toBe('agreed');
  });

  it('tells a writer of departures and false friends, and writes the agreed term in when asked', async () => {
    await seoul.goto('/glossary#check');
    await seoul.getByLabel('원문 언어').selectOption('ko');
    await seoul.getByLabel('한국어 문안').fill('통신정책실장이 합의의사록에 서명함');
    const japanese = seoul.getByLabel('日本語 문안');
    await japanese.fill('長官級の会合で通信政策室長が署名');
    const hints = seoul.getByRole('complementary', { name: '용어 안내' }).last();
    await hints.getByText('과장보다 낮습니다', { exact: false }).waitFor();
    expect(await hints.innerText()).toContain('합의의사록');
    await hints.getByRole('button', { name: '바꾸기: 閣僚級' }).click();
    expect(await japanese.inputValue()).toBe('閣僚級の会合で通信政策室長が署名');
    await hints.getByRole('button', { name: '바꾸기: 閣僚級' }).waitFor({ state: 'detached' });
    await hints.getByRole('button', { name: '바꾸기: 室長(次官補級)' }).click();
    expect(await japanese.inputValue()).toBe('閣僚級の会合で通信政策室長(次官補級)が署名');
    await hints.getByText('과장보다 낮습니다', { exact: false }).waitFor({ state: 'detached' });
    expect(await findingsOf(seoul)).toEqual([]);
  });

  it('shows what a file would propose before anything is proposed', async () => {
    await seoul.goto('/glossary');
    await seoul.getByRole('button', { name: '파일로 제안' }).click();
    const table =
      'key\ten\tko\tja\nradio.rr\tRadio Regulations (RR)\t전파규칙\t無線通信規則\ntopic.digital\tDigital policy\t디지털정책 총괄\tデジタル政策\nbad\tx\t가\t仮\n';
    await seoul
      .locator('input[type=file]')
      .setInputFiles({ name: '용어.tsv', mimeType: 'text/tab-separated-values', buffer: Buffer.from(table) });
    const dialog = seoul.getByRole('dialog');
    await dialog.getByText('추가 0 · 변경 1 · 제안 중 0 · 동일 1 · 불가 1').waitFor();
    expect(await dialog.getByRole('row').filter({ hasText: 'bad' }).innerText()).toContain('영문 소문자');
    expect(await dialog.getByRole('button', { name: /건 제안/u }).count()).toBe(0);
    expect(await findingsOf(seoul)).toEqual([]);
  });
});
