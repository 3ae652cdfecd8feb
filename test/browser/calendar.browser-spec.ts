import type { Page } from 'playwright-core';
import { historicText, LANGUAGES, newId, type Language } from '#core/kernel';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

/** April and May 2027, with Golden Week, a session in Geneva, one only proposed, a hold and a time asked about. */
describe('the calendar in the browser', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-04-06T10:00:00+09:00');
    const { channelId } = await saveSession(desk, { startDate: '2027-04-21', startsAt: '2027-04-21T12:30:00Z' });
    await desk.admin(`update forum.session set zone = 'Europe/Zurich' where channel_id = $1`, [channelId]);
    await saveSession(desk, { startDate: '2027-05-13', startsAt: '2027-05-13T01:00:00Z', state: 'proposed' });
    const ids = { poll: newId(), held: newId(), asked: newId() };
    await desk.admin(
      `insert into forum.date_poll (id, channel_id, state, zone, minutes, format, deadline, proposed_by_side, audience)
       values ($1, $2, 'open', 'Asia/Seoul', 120, 'in_person', '2027-04-12T09:00:00Z', 'kr', 'joint')`,
      [ids.poll, channelId],
    );
    for (const [id, startsAt] of [
      [ids.held, '2027-04-27T05:00:00Z'],
      [ids.asked, '2027-04-28T05:00:00Z'],
    ]) {
      await desk.admin(
        `insert into forum.date_poll_slot (id, poll_id, starts_at, ends_at, audience) values ($1, $2, $3, $3::timestamptz + interval '2 hours', 'joint')`,
        [id, ids.poll, startsAt],
      );
    }
    await desk.admin(
      `insert into forum.session_hold (id, slot_id, channel_id, starts_at, ends_at, zone, placed_by_side, expires_at)
       select $1, s.id, $3, s.starts_at, s.ends_at, 'Asia/Seoul', 'jp', '2027-04-15T09:00:00Z' from forum.date_poll_slot s where s.id = $2`,
      [newId(), ids.held, channelId],
    );
    await desk.admin(`delete from forum.avoid_period`);
    await desk.admin(
      `insert into forum.avoid_period (id, side, starts_on, ends_on, name, origin) values ($1, 'jp', '2027-04-29', '2027-05-05', $2, 'person')`,
      [newId(), historicText({ ko: '골든위크', ja: 'ゴールデンウィーク', en: 'Golden Week' }, 'ja')],
    );
  }, 60_000);
  afterAll(() => desk.close());

  const visit = async (page: Page, address: string): Promise<void> => {
    await page.goto(address);
    await page.locator('[data-view]').first().waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
  };
  /** Links of a view to sessions and polls, each once, in order. */
  const entriesIn = async (page: Page, view: 'month' | 'list'): Promise<string[]> => {
    const links = page.locator(`[data-view="${view}"] [data-kind] a`);
    return [...new Set(await links.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href') ?? '')))];
  };
  const holiday: Record<Language, string> = { ko: '쇼와의 날', ja: '昭和の日', en: 'Showa Day' };

  it.each(LANGUAGES.flatMap((language) => (['kr', 'jp'] as const).map((side) => [side, language] as const)))(
    'shows %s in %s both countries’ days, alike as month and as list, soundly',
    async (side, language) => {
      const page = await desk.open(`secretariat.${side}`, language);
      await visit(page, '/calendar?month=2027-04');
      const cell = page.locator('[data-view="month"] td').filter({ has: page.locator('[data-day="2027-04-29"]') });
      expect(await cell.innerText()).toContain(holiday[language]);
      expect(await page.locator('[data-view="month"] [aria-current="date"]').getAttribute('data-day')).toBe(
        '2027-04-06',
      );
      const drawn = await entriesIn(page, 'month');
      // One of the record’s, the one in Geneva, and the poll.
      expect(drawn).toHaveLength(3);
      expect(await findingsOf(page)).toEqual([]);
      await visit(page, '/calendar?month=2027-04&view=list');
      expect(await entriesIn(page, 'list')).toEqual(drawn);
      const list = await page.locator('[data-view="list"]').innerText();
      expect(list).toContain(holiday[language]);
      expect(list).not.toMatch(/\bweb-\w+:|undefined|NaN|Invalid/);
      expect(await findingsOf(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('puts each reader’s own side first on a day that is free in both countries', async () => {
    for (const [side, words] of [
      ['kr', ['Korea', 'Japan']],
      ['jp', ['Japan', 'Korea']],
    ] as const) {
      const page = await desk.open(`delegate.${side}`, 'en');
      await visit(page, '/calendar?month=2027-05&view=list');
      const day = page.locator('[data-view="list"] li').filter({ has: page.locator('[data-day="2027-05-05"]') });
      const sides = await day.first().locator('ul [data-side]').allInnerTexts();
      expect(sides.slice(0, 2)).toEqual(words);
      await page.context().close();
    }
  });

  it('goes from day to day by the arrow keys, over the end of the month, and to today by t', async () => {
    const page = await desk.open('delegate.kr', 'ko');
    await visit(page, '/calendar?month=2027-04&day=2027-04-29');
    const on = (date: string) => page.locator(`[data-view="month"] [data-day="${date}"]:focus`).waitFor();
    await on('2027-04-29');
    for (const [key, date] of [
      ['ArrowRight', '2027-04-30'],
      ['ArrowRight', '2027-05-01'],
      ['ArrowUp', '2027-04-24'],
      ['PageDown', '2027-05-24'],
      ['t', '2027-04-06'],
    ] as const) {
      await page.keyboard.press(key);
      await on(date);
    }
    expect(new URL(page.url()).search).toContain('month=2027-04');
    await page.keyboard.press('Enter');
    await page.locator('[data-view="list"] [data-day="2027-04-06"]:focus').waitFor();
    await page.context().close();
  });

  it('prints month and list without navigation, and starts with the list on a phone', async () => {
    const page = await desk.open('delegate.jp', 'ja', phone);
    await visit(page, '/calendar?month=2027-04');
    expect(await page.locator('[data-view="list"]').isVisible()).toBe(true);
    expect(await page.locator('[data-view="month"]').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-view="list"]').isVisible()).toBe(true);
    expect(await page.locator('[data-view="month"]').isVisible()).toBe(true);
    for (const part of ['#destinations', 'header button', 'main nav'])
      expect([part, await page.locator(part).first().isVisible()]).toEqual([part, false]);
    await page.context().close();
  });
});
