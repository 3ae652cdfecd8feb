import type { Page } from 'playwright-core';
import { AgendaDesk } from '../support/agenda.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';

/** The agenda where there is no network: a meeting room, an aeroplane. */
describe('the last opened agenda without a network', () => {
  let desk: TestDesk;
  let path: string;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-02-01T10:00:00+09:00');
    const { id } = await saveSession(desk);
    const agenda = new AgendaDesk(desk, id);
    path = `/sessions/${id}/agenda`;
    await agenda.share('공동측정 일정', '共同測定の日程', 'Schedule of joint measurements');
    await agenda.add('secretariat.kr', 'ko', '우리 측 초안', { privateNote: '비공개 발언요지' });
  }, 60_000);
  afterAll(() => desk.close());

  /** What this browser has kept of answers, as one text. */
  const keptIn = (page: Page): Promise<string> =>
    page.evaluate(
      () =>
        new Promise<string>((done, fail) => {
          const opening = indexedDB.open('keyval-store');
          opening.onerror = () => fail(new Error('the store does not open'));
          opening.onsuccess = () => {
            const store = opening.result;
            if (!store.objectStoreNames.contains('keyval')) {
              done('');
              return;
            }
            const reading = store.transaction('keyval').objectStore('keyval').getAll();
            reading.onsuccess = () => {
              store.close();
              done(reading.result.length === 0 ? '' : JSON.stringify(reading.result));
            };
          };
        }),
    );
  const openAndKeep = async (account: string): Promise<Page> => {
    const page = await desk.open(account, 'ko');
    await page.goto(path);
    await page.getByText('공동측정 일정').first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(() => window.localStorage.getItem('forum-desk.offline.kept') === 'true');
    return page;
  };

  it('is read with its time, own drafts and notes, in any of the three languages, and nothing else was kept', async () => {
    const page = await openAndKeep('secretariat.kr');
    await page.goto('/channels');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.context().setOffline(true);
    await page.goto(path);
    await page.getByText('공동측정 일정').first().waitFor();
    await page.getByText(/네트워크에 연결되어 있지 않습니다\. .+ 기준으로 저장된 의제입니다\./).waitFor();
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain('비공개 발언요지');
    expect(await main.getByRole('button', { name: '수정' }).count()).toBe(0);
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByRole('heading', { name: '共同測定の日程' }).waitFor();
    const kept = await keptIn(page);
    expect(kept).toContain('비공개 발언요지');
    expect(kept).not.toContain('/channels');
    const urls = await page.evaluate(async () => {
      const found: string[] = [];
      for (const name of await caches.keys())
        found.push(...(await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname));
      return found;
    });
    expect(urls.filter((url) => !url.startsWith('/assets/'))).toEqual(['/index.html']);
    await page.context().setOffline(false);
    await page.getByText(/ネットワークに接続されていません/).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('is forgotten at sign-out, and when another person signs in', async () => {
    const page = await openAndKeep('secretariat.kr');
    await page
      .getByRole('button', { name: /국제협력|사무국|계정|담당/ })
      .first()
      .click();
    await page.getByRole('button', { name: '로그아웃', exact: true }).click();
    await page.waitForURL(/\/sign-in/);
    expect(await keptIn(page)).toBe('');
    await page.context().close();

    const shared = await openAndKeep('secretariat.kr');
    await shared.context().clearCookies();
    const answer = await shared.request.post('/api/v1/auth/sign-in', {
      data: { email: 'delegate.jp@forum.example', password: 'forum-desk-demo' },
    });
    expect(answer.ok()).toBe(true);
    await shared.goto('/channels');
    await shared.getByRole('heading', { level: 1 }).waitFor();
    await shared.waitForFunction(() => window.localStorage.getItem('forum-desk.offline.kept') === null);
    expect(await keptIn(shared)).toBe('');
    await shared.context().close();
  });
});
