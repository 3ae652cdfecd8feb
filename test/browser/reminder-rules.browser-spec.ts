import type { Language, Side } from '#core/kernel';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { saveSession } from '../support/factories/session.js';

const words: Record<
  Language,
  Record<'change' | 'edit' | 'days' | 'apply' | 'preview' | 'propose' | 'agree', string>
> = {
  ko: {
    change: '규칙 변경',
    edit: '‘의제 제안’ 규칙 변경',
    days: '안내일',
    apply: '반영',
    preview: '발송 예정 미리 보기',
    propose: '상대 측에 제안',
    agree: '동의',
  },
  ja: {
    change: '規則を変更する',
    edit: '「議題の提案」を変更する',
    days: 'お知らせの日',
    apply: '反映する',
    preview: '送信予定を確認する',
    propose: '相手側に提案する',
    agree: '同意する',
  },
  en: {
    change: 'Change the rules',
    edit: 'Change “Agenda proposal”',
    days: 'Days on which to remind',
    apply: 'Take over',
    preview: 'Show what would be sent',
    propose: 'Propose to the other side',
    agree: 'Agree',
  },
};

describe('the rules by which a channel reminds, in the browser', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-01-11T10:00:00+09:00');
  }, 60_000);
  afterAll(() => desk.close());

  it.each<[Language, Side, Language]>([
    ['ko', 'kr', 'ja'],
    ['ja', 'jp', 'en'],
    ['en', 'kr', 'ko'],
  ])(
    'are changed, shown beforehand and proposed in %s, and hold once the other side agrees',
    async (lang, side, answer) => {
      const { channelId } = await saveSession(desk, {
        startDate: '2027-04-21',
        startsAt: '2027-04-21T01:00:00Z',
        endsAt: '2027-04-21T08:00:00Z',
      });
      const said = words[lang];
      const page = await desk.open(`secretariat.${side}`, lang);
      await page.setViewportSize({ width: 360, height: 780 });
      await page.goto(`/channels/${channelId}/reminder-rules`);
      await page.getByRole('button', { name: said.change, exact: true }).click();
      await page.getByRole('button', { name: said.edit, exact: true }).click();
      const dialog = page.getByRole('dialog');
      const days = dialog.getByLabel(said.days);
      // What is no day is said at its field; digits of any width and any minus are days.
      await days.fill('soon');
      await dialog.getByRole('button', { name: said.apply, exact: true }).click();
      await dialog.locator('[aria-invalid="true"]').waitFor();
      await days.fill('0、-5，−2');
      expect(await findingsOf(page)).toEqual([]);
      await dialog.getByRole('button', { name: said.apply, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });

      // A reload loses nothing.
      await page.reload();
      await page.getByRole('button', { name: said.preview, exact: true }).click();
      await page.getByRole('button', { name: said.propose, exact: true }).waitFor();
      expect(await page.locator('time[datetime="2027-03-17"]').count()).toBeGreaterThan(0);
      expect(await findingsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.getByRole('button', { name: said.propose, exact: true }).click();
      await page.locator('article[aria-labelledby^="proposal-"]').waitFor();

      const other = await desk.open(`secretariat.${side === 'kr' ? 'jp' : 'kr'}`, answer);
      await other.goto(`/channels/${channelId}`);
      const card = other.locator('article[aria-labelledby^="proposal-"]');
      await card.getByRole('button', { name: words[answer].agree, exact: true }).click();
      await other.getByRole('dialog').getByRole('button', { name: words[answer].agree, exact: true }).click();
      await card.waitFor({ state: 'detached' });
      expect(
        await desk.admin(`select code, change from forum.channel_reminder_rule where channel_id = $1`, [channelId]),
      ).toEqual([{ code: 'agenda_proposal', change: { remindAt: [-5, -2, 0] } }]);
    },
  );
});
