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

/** Each page is opened in one language of its own, and looked at once in the dark in another one. */
const languageOf = (index: number, shift = 0): Language => LANGUAGES[(2 * index + shift) % LANGUAGES.length] ?? 'en';

const visit = async (page: Page, path: string): Promise<void> => {
  await page.goto(path.replace(/:([\w-]+)/g, (_, code: string) => ids.get(code) ?? 'missing'));
  await isThere(page);
};

const isThere = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
};

describe('every page', () => {
  let page: Page;
  let asked: () => number;
  let shown: string | undefined;

  beforeAll(async () => {
    page = await desk.open('secretariat.kr', languageOf(0), { viewport: desktop });
    asked = countOpenRequests(page);
  });

  /** The page in the language, by the switch that it bears: the place stays, its texts are asked for anew. */
  const show = async (path: string, language: Language): Promise<void> => {
    if (shown !== path) {
      await page.setViewportSize(desktop);
      await visit(page, path);
    }
    shown = path;
    const html = page.locator('html');
    if ((await html.getAttribute('lang')) === language) return;
    await page.locator(`header button[lang="${language}"]`).click();
    await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
    await hasSettled(page, asked);
    await isThere(page);
  };

  describe.each(pages.map((path, index) => [path, index] as const))('%s', (path, index) => {
    const looks = {
      desktop: async (colours: boolean) => {
        await page.setViewportSize(desktop);
        expect(await findingsOf(page, { colours })).toEqual([]);
        expect(await page.getByRole('main').count()).toBe(1);
        const text = await page.locator('body').innerText();
        expect(text).not.toMatch(
          /\b(web-\w+|common|terms|agenda|actions|calendar|channels|date-polls|delegations|sessions|working-days):[a-z]/,
        );
        expect(text).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
      },
      phone: async () => {
        await page.setViewportSize(phone);
        const fits = (width: number): boolean => document.documentElement.scrollWidth <= width;
        await page.waitForFunction(fits, phone.width, { timeout: 3_000 }).catch(() => undefined);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
      },
    };

    it.each([0, 1, 2].map((shift) => [languageOf(index, shift), shift] as const))(
      'in %s: axe finds nothing serious, in the language of the page, without a faulty message, within 360 px',
      async (language, shift) => {
        await show(path, language);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        // A window is drawn anew for every size: the size it has comes first.
        const first = page.viewportSize()?.width === phone.width ? 'phone' : 'desktop';
        await looks[first](shift === 0);
        await looks[first === 'phone' ? 'desktop' : 'phone'](shift === 0);
      },
    );
  });
});

describe.each(LANGUAGES)('in %s', (language: Language) => {
  it('on a phone in the dark, each page is sound in one of the languages', async () => {
    const page = await desk.open('delegate.jp', language, { viewport: phone, colorScheme: 'dark' });
    for (const [, path] of [...pages.entries()].filter(([index]) => languageOf(index, 1) === language)) {
      await visit(page, path);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, phone.width]);
      expect([path, await findingsOf(page)]).toEqual([path, []]);
    }
    await page.context().close();
  }, 120_000);

  it('the sign-in page is sound, too', async () => {
    const page = await desk.open('anonymous', language);
    await visit(page, '/sign-in');
    expect(await findingsOf(page)).toEqual([]);
    await page.context().close();
  });
});

/** Counts what a page has asked of the API and not been answered yet. */
function countOpenRequests(page: Page): () => number {
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') open.add(request);
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
