import { LANGUAGES, newId, type Language } from '#core/kernel';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';

const words: Record<Language, { add: string; own: string; decide: string; place: RegExp }> = {
  ko: { add: '후보 일시 추가', own: '이 일시 추가', decide: '이 일정 제안', place: /^장소/ },
  ja: { add: '候補日時を追加する', own: 'この日時を追加する', decide: 'この日程を提案する', place: /^場所/ },
  en: { add: 'Add slots', own: 'Add this time', decide: 'Propose this date', place: /^Place/ },
};

describe('a date poll in the browser', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-01-11T10:00:00+09:00');
  }, 60_000);
  afterAll(() => desk.close());

  /** An open poll without a session, its one slot possible for both sides. */
  const openPoll = async (): Promise<string> => {
    const { channelId } = await saveSession(desk, { state: 'proposed' });
    const [poll, slot] = [newId(), newId()];
    await desk.admin(
      `insert into forum.date_poll (id, channel_id, state, zone, minutes, format, deadline, proposed_by_side, host_side, audience)
       values ($1, $2, 'open', 'Asia/Seoul', 120, 'in_person', '2027-01-20T09:00:00Z', 'kr', 'kr', 'joint')`,
      [poll, channelId],
    );
    await desk.admin(
      `insert into forum.date_poll_slot (id, poll_id, starts_at, ends_at, audience)
       values ($1, $2, '2027-05-18T01:00:00Z', '2027-05-18T03:00:00Z', 'joint')`,
      [slot, poll],
    );
    for (const side of ['kr', 'jp'])
      await desk.admin(
        `insert into forum.date_poll_verdict (id, slot_id, side, verdict) values ($1, $2, $3, 'possible')`,
        [newId(), slot, side],
      );
    return poll;
  };

  it.each(LANGUAGES)(
    'takes more slots, and makes a session with a place of the one decided on, in %s',
    async (lang) => {
      const poll = await openPoll();
      const { add, own, decide, place } = words[lang];
      const page = await desk.open('secretariat.jp', lang);
      await page.setViewportSize({ width: 360, height: 780 });
      await page.goto(`/date-polls/${poll}`);
      await page.getByRole('button', { name: add }).click();
      await page.locator('input[type="date"]').fill('2027-05-25');
      await page.locator('input[type="time"]').fill('15:00');
      await page.getByRole('button', { name: own }).click();
      expect(await findingsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.getByRole('button', { name: add }).click();
      await page.locator('input[type="date"]').waitFor({ state: 'detached' });
      expect(await page.locator('time[datetime="2027-05-25T06:00:00Z"]').count()).toBeGreaterThan(0);

      await page.getByRole('button', { name: decide }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('button', { name: decide }).isDisabled()).toBe(true);
      await dialog.getByLabel(place).fill('Busan');
      await dialog.getByRole('button', { name: decide }).click();
      await page.locator('a[href^="/sessions/"]').first().waitFor();
      const rows = await desk.admin<{ place: string; state: string }>(
        `select s.place -> $2 ->> 'text' as place, s.state from forum.date_poll p join forum.session s on s.id = p.session_id where p.id = $1`,
        [poll, lang],
      );
      expect(rows).toEqual([{ place: 'Busan', state: 'proposed' }]);
    },
  );
});
