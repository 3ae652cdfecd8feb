import type { Page } from 'playwright-core';
import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import type { TranslationView } from '../../apps/api/src/translation/translation.views.js';
import { findingsOf } from '../support/axe.js';
import { answered } from '../support/app.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

/** One request through the desk as people do it: asked for in Seoul, done at an office, checked in Tokyo. */
describe('the translation desk in the browser', () => {
  let desk: TestDesk;
  let session: { id: string };
  let path: string;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-02-01T10:00:00+09:00');
    session = await saveSession(desk);
    const korea = await desk.as('secretariat.kr');
    for (const title of ['6G 후보대역 공동연구', '2.6 GHz 대역 혼신 사례'])
      await answered(
        korea.post(`sessions/${session.id}/agenda/items`, {
          body: { lang: 'ko', title, minutes: 30, objective: 'discuss' },
        }),
      );
    const { etag } = await answered<AgendaView>(korea.get(`sessions/${session.id}/agenda`));
    await answered(korea.post(`sessions/${session.id}/agenda/exchange`, { etag }));
  }, 60_000);
  afterAll(() => desk.close());

  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const field = (page: Page) => page.getByRole('form').getByRole('textbox');
  const retitle = async (title: string): Promise<void> => {
    const korea = await desk.as('secretariat.kr');
    const [item] = (await answered<AgendaView>(korea.get(`sessions/${session.id}/agenda`))).items;
    await answered(
      korea.patch(`agenda-items/${item?.id ?? ''}`, { etag: item?.etag ?? '', body: { lang: 'ko', title } }),
    );
  };

  it('a secretariat asks for a translation, by the day the session gives, and finds it in the list', async () => {
    const page = await desk.open('secretariat.kr', 'ko');
    await page.goto('/translations');
    await page.getByRole('link', { name: '번역 요청' }).click();
    await page.waitForURL(/\/translations\/new$/);
    await page.getByLabel('회의').selectOption(session.id);
    await page.getByLabel('전달 사항').fill('회의 전까지 부탁드립니다');
    await press(page, '번역 요청');
    await page.waitForURL(/\/translations\/[0-9a-f-]{36}$/);
    path = new URL(page.url()).pathname;
    await says(page, '2027. 2. 25.(목)');
    await says(page, '한국어');
    await page.goto('/translations?mine=true&pair=ko-ja');
    await page.getByRole('table').getByRole('link', { name: /의제/ }).click();
    await page.waitForURL((url) => url.pathname === path);
    await page.context().close();
  });

  it('a translator goes through the texts by keyboard; what is typed survives a reload', async () => {
    const page = await desk.open('official.kr', 'ko');
    await page.goto(path);
    await press(page, '번역 착수');
    await press(page, '번역하기');
    await field(page).fill('6G候補帯域の共同研究');
    await says(page, /임시저장/);
    await page.reload();
    await press(page, '번역하기');
    expect(await field(page).inputValue()).toBe('6G候補帯域の共同研究');
    await page.keyboard.press('Control+Enter');
    // The second text stands open, the first is kept.
    await page.waitForFunction(
      () =>
        document.querySelector('form textarea[name=text]') !== null &&
        document.body.innerText.includes('6G候補帯域の共同研究'),
    );
    expect(await page.getByRole('form').getByText('2.6 GHz 대역 혼신 사례').count()).toBe(1);
    await page.keyboard.press('Alt+ArrowUp');
    expect(await field(page).inputValue()).toBe('6G候補帯域の共同研究');
    await page.keyboard.press('Alt+ArrowDown');
    await field(page).fill('2.5GHz帯の混信事例');
    await page.keyboard.press('Control+s');
    await says(page, '주파수가 서로 다릅니다.');
    await field(page).fill('2.6GHz帯の混信事例');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('form').getByRole('textbox').waitFor({ state: 'detached' });
    await press(page, '번역 제출');
    await says(page, '번역을 제출하였습니다.');
    await page.context().close();
  });

  it('Tokyo checks it on a phone, in Japanese and in the dark; a barrier stands nowhere', async () => {
    const page = await desk.open('secretariat.jp', 'ja', { ...phone, colorScheme: 'dark' });
    await page.goto(path);
    await press(page, '校閲を完了する');
    await says(page, '校閲を完了しました。');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await findingsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('a source that moves reopens the work, and shows which words changed', async () => {
    await retitle('6G 후보대역 한·일 공동연구');
    const page = await desk.open('official.kr', 'en');
    await page.goto(path);
    await says(page, 'Outdated');
    await page.locator('ins').filter({ hasText: '한·일' }).first().waitFor();
    await press(page, 'Translate');
    await page.getByLabel('No change of meaning').check();
    await page.keyboard.press('Control+s');
    await says(page, 'Source change read, no new wording needed');
    expect(await findingsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('two who write one text lose nothing: the second sees both, and decides', async () => {
    const [first, second] = await Promise.all([desk.open('official.kr', 'ko'), desk.open('secretariat.kr', 'ko')]);
    for (const page of [first, second]) {
      await page.goto(path);
      await page.getByRole('button', { name: /^수정/ }).first().click();
    }
    await field(first).fill('6G候補帯域に関する共同研究');
    await Promise.all([
      first.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok()),
      first.keyboard.press('Control+s'),
    ]);
    await field(second).fill('6G候補周波数帯の共同研究');
    await second.keyboard.press('Control+s');
    await says(second, '그사이 문안이 변경되었습니다');
    await second.getByRole('alert').getByText('6G候補帯域に関する共同研究').waitFor();
    expect(await field(second).inputValue()).toBe('6G候補周波数帯の共同研究');
    await press(second, '차이 표시');
    await second.getByRole('alert').locator('del').first().waitFor();
    await second.getByRole('form').getByRole('textbox').focus();
    await second.keyboard.press('Control+s');
    await second.getByText('그사이 문안이 변경되었습니다').waitFor({ state: 'detached' });
    const korea = await desk.as('secretariat.kr');
    const now = await answered<TranslationView>(korea.get(path.slice(1)));
    expect(now.texts[0]?.target?.text).toBe('6G候補周波数帯の共同研究');
    await Promise.all([first, second].map((page) => page.context().close()));
  });

  it('says what it is in words on every width, and nothing of it to who may not read it', async () => {
    const page = await desk.open('secretariat.kr', 'en', { viewport: { width: 320, height: 700 } });
    for (const place of ['/translations', '/translations/new', path]) {
      await page.goto(place);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
      expect([place, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([place, 320]);
    }
    await page.context().close();
    const observer = await desk.open('observer', 'en');
    await observer.goto(path);
    await says(observer, 'Page not found');
    await observer.context().close();
  });
});
