import { rmSync } from 'node:fs';
import type { Page, Request } from 'playwright-core';
import { LANGUAGES, type Language } from '#core/kernel';
import type { AgendaView } from '../../apps/api/src/agenda/agenda.views.js';
import type { TranslationView } from '../../apps/api/src/translation/translation.views.js';
import type { WebhookWithSecretView } from '../../apps/api/src/webhooks/webhooks.dto.js';
import { findingsOf } from '../support/axe.js';
import { answered } from '../support/app.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { announce, ownFiles, release } from '../support/papers.js';

/** Where every page of the web app is found; `:code` stands for the id of a row of the record. */
const pages = [
  '/',
  '/channels',
  '/channels?view=list',
  '/channels/:CH-DPF',
  '/channels/:CH-DPF/agenda-template',
  '/channels/:CH-DPF/reminder-rules',
  '/calendar?month=2027-04',
  '/calendar?month=2027-04&view=list',
  '/date-polls',
  '/date-polls/new',
  '/sessions',
  '/sessions/new',
  '/sessions/:IL-SE-2',
  '/sessions/:IL-SE-2/agenda',
  '/sessions/:IL-SE-2/agenda/versions',
  '/sessions/:IL-SE-2/actions',
  '/sessions/:IL-SE-2/live',
  '/sessions/:IL-SE-2/papers',
  '/papers/:paper',
  '/sessions/:IL-SE-2/texts',
  '/sessions/:IL-SE-2/delegations',
  '/sessions/:IL-SE-2/documents',
  '/sessions/:IL-SE-2/participants',
  '/sessions/:IL-SE-2/name-plates',
  '/sessions/:IL-SE-2/brief',
  '/sessions/:IL-SE-2/replies',
  '/sessions/:SE-DPF2/record',
  '/actions',
  '/actions?scope=all&view=board',
  '/actions?scope=all&view=timeline',
  '/actions/:action',
  '/commitments',
  '/commitments/list',
  '/commitments/progress',
  '/commitments/:C2000-A1-1',
  '/instruments/:IN-2000',
  '/instruments/new',
  '/records',
  '/records/escalations',
  '/records/multilateral',
  '/multilateral/:MF-WRC27',
  '/escalations/new?kind=radio_issue&id=:CH-DPF',
  '/records/radio/:RI-1997-TRS',
  '/records/radio/new',
  '/records/radio/import',
  '/glossary?area=radio',
  '/glossary?show=open',
  '/glossary/:term',
  '/translations',
  '/translations/new?session=:IL-SE-2',
  '/translations/:translation',
  '/inbox',
  '/reminders',
  '/reminders?view=month&month=2027-04',
  '/reminders/posts/:post',
  '/mails',
  '/account/mails',
  '/working-days?year=2027',
  '/working-days?year=2027&view=grid',
  '/account/feeds',
  '/webhooks',
  '/webhooks/:webhook',
  '/no-such-page',
];

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };

const files = ownFiles();
let desk: TestDesk;
let ids: Map<string, string>;

beforeAll(async () => {
  desk = await openTestDesk(files);
  ids = await readIds(desk);
}, 60_000);
afterAll(async () => {
  await desk.close();
  rmSync(files.DATA_DIR, { recursive: true, force: true });
});

/** Each page is looked at once for its colours in the light, in one language, and once in the dark, in another one. */
const languageOf = (index: number, shift = 0): Language => LANGUAGES[(2 * index + shift) % LANGUAGES.length] ?? 'en';

/** A window that goes from page to page as its reader does, without loading the program anew. */
interface Tour {
  readonly page: Page;
  visit(path: string): Promise<void>;
}

async function beginTour(page: Page): Promise<Tour> {
  const asked = countOpenRequests(page);
  const isThere = async (): Promise<void> => {
    await hasSettled(page, asked);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null);
  };
  await page.goto('/channels');
  await isThere();
  return {
    page,
    visit: async (path) => {
      const address = path.replace(/:([\w-]+)/g, (_, code: string) => ids.get(code) ?? 'missing');
      await page.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, address);
      await isThere();
    },
  };
}

describe.each(LANGUAGES)('in %s', (language: Language) => {
  describe('every page', () => {
    let tour: Tour;
    beforeAll(async () => {
      tour = await beginTour(await desk.open('secretariat.kr', language, { viewport: desktop }));
    }, 60_000);
    const seen = new Set<string>();
    afterAll(() => tour.page.context().close());

    const looks = {
      desktop: async (page: Page, colours: boolean) => {
        await page.setViewportSize(desktop);
        expect(await findingsOf(page, { colours })).toEqual([]);
        expect(await page.getByRole('main').count()).toBe(1);
        const text = await page.locator('body').innerText();
        expect(text).not.toMatch(
          /\b(web-\w+|common|terms|agenda|actions|calendar|channels|date-polls|delegations|sessions|working-days):[a-z]/,
        );
        expect(text).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
      },
      phone: async (page: Page) => {
        await page.setViewportSize(phone);
        const fits = (width: number): boolean => document.documentElement.scrollWidth <= width;
        await page.waitForFunction(fits, phone.width, { timeout: 3_000 }).catch(() => undefined);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
      },
    };

    it.each(pages.map((path, index) => [path, index] as const))(
      '%s: axe finds nothing serious, in the language of the page, without a faulty message, within 360 px',
      async (path, index) => {
        const { page } = tour;
        await tour.visit(path);
        seen.add(`${await page.title()} ${await page.getByRole('main').innerText()}`);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        // A window is drawn anew for every size: the size it has comes first.
        const first = page.viewportSize()?.width === phone.width ? 'phone' : 'desktop';
        const colours = languageOf(index) === language;
        await looks[first](page, colours);
        await looks[first === 'phone' ? 'desktop' : 'phone'](page, colours);
      },
    );

    it('is another page each time', () => {
      expect(seen.size).toBe(pages.length);
    });
  });

  it('on a phone in the dark, each page is sound in one of the languages', async () => {
    const { page, visit } = await beginTour(
      await desk.open('delegate.jp', language, { viewport: phone, colorScheme: 'dark' }),
    );
    for (const [, path] of [...pages.entries()].filter(([index]) => languageOf(index, 1) === language)) {
      await visit(path);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, phone.width]);
      expect([path, await findingsOf(page)]).toEqual([path, []]);
    }
    await page.context().close();
  }, 120_000);

  it('the sign-in page is sound, too', async () => {
    const page = await desk.open('anonymous', language);
    await page.goto('/sign-in');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.context().close();
  });
});

/** Counts what a page has asked for, of the program and of the API, and not been answered yet. */
function countOpenRequests(page: Page): () => number {
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (['fetch', 'script'].includes(request.resourceType())) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return () => open.size;
}

/** Two frames without a question under way: an answer that leads to the next question has done so by then. */
async function hasSettled(page: Page, asked: () => number): Promise<void> {
  for (let quiet = 0; quiet < 2; quiet = asked() === 0 ? quiet + 1 : 0)
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          requestAnimationFrame(() => requestAnimationFrame(() => done()));
        }),
    );
}

async function readIds(desk: TestDesk): Promise<Map<string, string>> {
  const rows = await desk.admin<{ code: string; id: string }>(
    `select code, id from forum.channel union all select code, id from forum.session union all select code, id from forum.commitment
     union all select code, id from forum.multilateral_meeting
     union all select code, id from forum.instrument union all select code, id from forum.radio_issue union all (select 'action', id from forum.action_item limit 1)
     union all (select 'term', id from forum.glossary_term where code = 'radio.allocation')
     union all (select 'post', h.post_id from forum.post_holder h join forum.user_account u on u.id = h.user_id where u.email = 'secretariat.kr@forum.example' limit 1)`,
  );
  const ids = new Map(rows.map((row) => [row.code, row.id]));
  ids.set('paper', await savePapers(desk, ids.get('IL-SE-2') ?? ''));
  ids.set('webhook', await saveWebhook(desk));
  return ids.set('translation', await saveTranslation(desk, ids.get('IL-SE-2') ?? ''));
}

/** A released paper with a revision to come, so that lists, files, chain and drafts are all there; gives its id. */
async function savePapers(desk: TestDesk, sessionId: string): Promise<string> {
  const korea = await desk.as('secretariat.kr');
  const { id } = await release(korea, sessionId, { file: { name: '검토자료.txt' } });
  await announce(korea, sessionId, { title: '검토자료 개정', supersedes: { paperId: id, kind: 'rev' } });
  return id;
}

/** A system of Korea's with a test on its way; gives its id. */
async function saveWebhook(desk: TestDesk): Promise<string> {
  const korea = await desk.as('secretariat.kr');
  const body = { name: '전자결재 연계', url: 'https://hooks.ministry.example/forum' };
  const { id } = await answered<WebhookWithSecretView>(korea.post('webhooks', { body }));
  await answered(korea.post(`webhooks/${id}/ping`));
  return id;
}

/** A draft of Korea being translated, one text open to be written; gives the id of the request. */
async function saveTranslation(desk: TestDesk, sessionId: string): Promise<string> {
  const korea = await desk.as('secretariat.kr');
  const item = { lang: 'ko', title: '6G 후보대역', minutes: 20, objective: 'discuss' };
  const agenda = await answered<AgendaView>(korea.post(`sessions/${sessionId}/agenda/items`, { body: item }));
  const pair = { scope: 'own', fromLang: 'ko', toLang: 'ja', dueOn: '2099-03-02' };
  const body = { subjectType: 'agenda', subjectId: agenda.id, ...pair };
  const { id, etag } = await answered<TranslationView>(korea.post('translations', { body }));
  await answered(korea.post(`translations/${id}/start`, { etag }));
  return id;
}
