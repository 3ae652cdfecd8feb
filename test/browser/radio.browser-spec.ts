import type { Page } from 'playwright-core';
import { openTestDesk, type TestDesk } from '../support/browser.js';

/** The radio register as people of both sides use it. */
describe('the radio register through the browser', () => {
  let desk: TestDesk;
  let issue: string;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-03-02T10:00:00+09:00');
  }, 60_000);
  afterAll(() => desk.close());

  const press = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();
  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  /** Presses an act and confirms what is asked. */
  const confirm = async (page: Page, label: string): Promise<void> => {
    await press(page, label);
    await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click();
  };

  it('shows the bands on a logarithmic axis, told apart without colour, with a table that says the same', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto('/records');
    const plot = page.getByRole('img', { name: /스펙트럼상의 사안/ });
    await plot.waitFor();
    expect(await plot.locator('[data-kind=illustrative]').count()).toBe(1);
    const fills = await plot
      .locator('[data-hue]')
      .evaluateAll((bars) => [...new Set(bars.flatMap((bar) => bar.getAttribute('fill') ?? []))]);
    expect(fills.length).toBeGreaterThan(1);
    // Equal steps of the axis are equal ratios of frequency.
    const ticks = await plot.locator('g > text').evaluateAll((texts) =>
      texts.map((text) => {
        const [number = '', unit] = text.textContent.split(' ');
        return {
          x: Number(text.getAttribute('x')),
          hertz: Number(number.replaceAll(',', '')) * (unit === 'GHz' ? 1e3 : 1),
        };
      }),
    );
    expect(ticks.length).toBeGreaterThan(1);
    const steps = ticks.slice(1).map(({ x, hertz }, index) => {
      const before = ticks[index];
      return before ? (x - before.x) / Math.log(hertz / before.hertz) : 0;
    });
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 3);
    await page.getByText(/겹치는 대역 \d+곳/).click();
    await page.getByRole('table', { name: '겹치는 대역' }).waitFor();
    await page.getByLabel('상태').selectOption('mitigated');
    await page
      .getByRole('table', { name: '전파 사안' })
      .getByRole('link', { name: /TRS 수신대역/ })
      .waitFor();
    expect(new URL(page.url()).search).toContain('status=mitigated');
  });

  it('an official writes a case down, is offered what overlaps, and reports it; the other side acknowledges', async () => {
    const page = await desk.open('official.kr', 'ko');
    await page.goto('/records/radio/new');
    await page.getByRole('textbox', { name: '제목' }).fill('해안 이동통신 신호 유입');
    await page.getByLabel('주파수 대역').fill('８１０～８３０㎒ | 신규');
    await page.getByLabel('부산').check();
    await page.getByLabel('육상이동').check();
    await says(page, /대역과 지역이 겹치는 사안이 이미 \d+건/);
    await page.getByRole('button', { name: '저장', exact: true }).click();
    await page.waitForURL(/\/records\/radio\/[0-9a-f-]{36}$/);
    issue = new URL(page.url()).pathname;
    await says(page, '우리 측만 볼 수 있는 사안');
    await page.getByRole('button', { name: /TRS 수신대역 유입” 연결/ }).click();
    await says(page, '연결됨');
    await confirm(page, '상대 측에 통보');
    await says(page, 'RI-2027-001');

    const other = await desk.open('secretariat.jp', 'ja');
    await other.goto(issue);
    await says(other, '双方の執務日5日以内の受理確認');
    await confirm(other, '受理を確認する');
    await says(other, '受理を確認しました。');
  }, 60_000);

  it('a position stays with its side until it is exchanged', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(issue);
    await press(page, '우리 측 입장 작성');
    await page.getByLabel('우리 측 입장 작성').last().fill('기존 업무를 보호해야 함');
    await page.getByRole('button', { name: '저장', exact: true }).click();
    await press(page, '우리 측 입장 제시').catch(() => undefined);
    const other = await desk.open('secretariat.jp', 'ja');
    await other.goto(issue);
    await says(other, '기존 업무를 보호해야 함');
    expect(await other.getByText('기존 업무를 보호해야 함').first().getAttribute('lang')).toBe('ko');
  });

  it('a file is shown row by row before anything is kept, and one that is not UTF-8 is asked about', async () => {
    const page = await desk.open('official.jp', 'ja');
    await page.goto('/records/radio/import');
    const text = '件名,周波数帯,地域\r\n対馬の基地局,1.71-1.785GHz,対馬\r\n誤り,3THz,\r\n';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '事案.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await says(page, '新規1件、登録済み0件、受付不可1件');
    await says(page, /3 THz|3THz/);
    await press(page, '1件のみ取り込む(1件を除く)');
    await says(page, '取込み1件、登録済み0件、除外1件');
    const sjis = Buffer.from('8c8f96bc2c8efc946790940d0a', 'hex');
    await page.locator('input[type=file]').setInputFiles({ name: 'sjis.csv', mimeType: 'text/csv', buffer: sjis });
    await says(page, 'UTF-8のファイルではありません。正しく表示されるものを選択してください。');
  });

  it('fits a phone and both themes', async () => {
    const folder = process.env['PICTURES'];
    for (const [lang, account] of [
      ['ko', 'secretariat.kr'],
      ['ja', 'secretariat.jp'],
      ['en', 'secretariat.kr'],
    ] as const)
      for (const width of [360, 1280])
        for (const colorScheme of ['light', 'dark'] as const) {
          if (folder === undefined && !(lang === 'ja' && width === 360 && colorScheme === 'dark')) continue;
          const page = await desk.open(account, lang, {
            viewport: { width, height: folder === undefined ? 900 : 2000 },
            colorScheme,
          });
          for (const [name, path, shown] of [
            ['list', '/records', 'figure svg[role=img]'],
            ['issue', issue, '#positions'],
            ['form', '/records/radio/new', 'form textarea'],
            ['import', '/records/radio/import', 'input[type=file]'],
          ] as const) {
            await page.goto(path);
            await page.getByRole('heading', { level: 1 }).waitFor();
            await page.locator(shown).first().waitFor({ state: 'attached' });
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            expect([path, wide <= 0]).toEqual([path, true]);
            if (folder !== undefined)
              await page.screenshot({
                path: `${folder}/${name}-${lang}-${String(width)}-${colorScheme}.png`,
                fullPage: true,
              });
          }
          await page.close();
        }
  }, 240_000);
});
