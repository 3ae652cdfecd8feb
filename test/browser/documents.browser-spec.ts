import { LANGUAGES } from '#core/kernel';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';
import { readPdf } from '../support/read-pdf.js';

describe('the documents of a session in the browser', () => {
  let desk: TestDesk;
  let id: string;

  beforeAll(async () => {
    desk = await openTestDesk();
    id = (await saveSession(desk)).id;
  }, 60_000);
  afterAll(() => desk.close());

  it('are in a menu on its page, in the reader’s language and as their side’s copy', async () => {
    const page = await desk.open('secretariat.jp', 'ja');
    await page.goto(`/sessions/${id}`);
    const menu = page.getByRole('button', { name: '文書の出力' });
    await menu.click();
    const pdf = page.getByRole('link', { name: '議題、PDF' });
    expect(await pdf.getAttribute('href')).toBe(`/api/v1/sessions/${id}/documents/agenda.pdf?languages=ja&copy=jp`);
    const [download] = await Promise.all([page.waitForEvent('download'), pdf.click()]);
    expect(download.suggestedFilename()).toMatch(/議題.*日本側保管用\.pdf$/u);
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('are made out as chosen, and the choice is in the address', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto(`/sessions/${id}/documents`);
    const offered = (ending: string) => page.locator(`a[href$="/documents/${ending}"]`).waitFor();
    await page.getByRole('checkbox', { name: '日本語' }).click();
    await offered('agenda.docx?languages=ko,ja&copy=kr');
    await page.getByRole('radio', { name: '공통' }).click();
    await offered('agenda.docx?languages=ko,ja&copy=neutral');
    await page.getByRole('checkbox', { name: '우리 측 발언요지와 초안 포함' }).click();
    await offered('agenda.pdf?languages=ko,ja&copy=kr&notes=own');
    expect(new URL(page.url()).search).toContain('notes=own');
    await page.reload();
    const href = await page.getByRole('link', { name: '의제, PDF' }).getAttribute('href');
    const file = await page.request.get(href ?? '');
    expect((await readPdf(await file.body())).margins[0]).toContain('내부용');
    await page.context().close();
  });

  it.each(LANGUAGES)('print as a page in %s under its own policy, in their own style', async (language) => {
    const page = await desk.open('secretariat.kr', language);
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`/api/v1/sessions/${id}/documents/agenda.html?languages=${language}&copy=kr`);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('th') ?? document.body).fontWeight)).toBe(
      '700',
    );
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
