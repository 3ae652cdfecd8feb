import { LANGUAGES, type Language } from '#core/kernel';
import { AgendaDesk } from '../support/agenda.js';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';

const phone = { width: 360, height: 780 };

/** What a reader of each language finds on the page. */
const words: Record<
  Language,
  { cleared: RegExp; stands: string; gone: string; come: string; now: string; table: string }
> = {
  ko: {
    cleared: /일본 측이 수정한 제4판에 따라 서명 해제/,
    stands: '서명 유효',
    gone: '삭제: 의',
    come: '추가: 이용',
    now: '현재 의제와 비교',
    table: '신·구 대비표',
  },
  ja: {
    cleared: /日本側の修正\(第4版\)により署名を解除/,
    stands: '署名有効',
    gone: '削除: の',
    come: '追加: 用',
    now: '現在の議題と比較する',
    table: '新旧対照表',
  },
  en: {
    cleared: /Signature cleared by version 4, changed by Japan/,
    stands: 'Signature stands',
    gone: 'removed: policies',
    come: 'added: use',
    now: 'Compare with the present agenda',
    table: 'Old and new',
  },
};

describe('the versions of an agenda in the browser', () => {
  let desk: TestDesk;
  let sessionId: string;

  beforeAll(async () => {
    desk = await openTestDesk();
    sessionId = (await saveSession(desk)).id;
    const agenda = new AgendaDesk(desk, sessionId);
    const first = await agenda.share('이동통신 주파수 정책', '移動通信の周波数政策', 'Mobile spectrum policies');
    const second = await agenda.share('혼신 사례', '混信の事例', 'Cases of interference');
    await agenda.sign('head.kr');
    await agenda.edit('secretariat.jp', first, { lang: 'ko', minutes: 45, title: '이동통신 주파수 이용 정책' });
    await agenda.move('secretariat.jp', second, 1);
    await agenda.translate('interpreter', first, 'ja', '移動通信用周波数政策');
    await agenda.translate('interpreter', first, 'en', 'Mobile spectrum use policy');
    await agenda.sign('head.jp');
  }, 90_000);
  afterAll(() => desk.close());

  it.each(LANGUAGES)(
    'tell who signed, why a key was cleared, and what changed, in %s, down to 360 px',
    async (lang) => {
      const page = await desk.open('head.kr', lang, { viewport: phone });
      await page.goto(`/sessions/${sessionId}/agenda/versions`);
      const list = page.getByRole('main');
      await list.getByText(words[lang].cleared).waitFor();
      expect(await list.getByText(words[lang].stands).count()).toBe(1);
      // The latest step is shown first; then what changed since the own signature on the third version.
      await page.locator('del').first().waitFor();
      const [from, to] = await page.locator('select').all();
      const versions = await from?.locator('option').all();
      await from?.selectOption({ index: 3 });
      await page.waitForFunction(() => document.querySelectorAll('ins').length > 4);
      expect(versions?.length).toBe(6);
      const text = (await list.innerText()).replaceAll('\n', ' ');
      expect(text).toContain(words[lang].come);
      if (lang !== 'ko') expect(text).toContain(words[lang].gone);
      expect(await page.locator('del[lang], del').count()).toBeGreaterThan(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
      expect(await findingsOf(page)).toEqual([]);
      await page.getByRole('button', { name: words[lang].table }).click();
      await page.locator('dl dl, li dl dt + dd del').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
      await to?.selectOption({ index: 1 });
      await page.getByRole('link', { name: words[lang].now }).last().click();
      await page.waitForURL(/to=now/);
      // The address moves first, the page follows.
      await page.waitForFunction(() => document.querySelectorAll('select')[1]?.value === 'now');
      await page.locator('del').first().waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('select').first().isVisible()).toBe(false);
      await page.context().close();
    },
  );
});
