import { newId, type Language } from '#core/kernel';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';

const words: Record<Language, { again: string; done: string; left: string; kinds: string }> = {
  ko: {
    again: '지금 다시 시도',
    done: '대상 2건을 다시 시도합니다.',
    left: '알림 일정을 다시 계산하지 못한 대상이 2건 있습니다.',
    kinds: '현재 계산할 수 없는 기한 종류가 1종 있습니다.',
  },
  ja: {
    again: '今すぐ再試行',
    done: '対象2件を再試行します。',
    left: 'お知らせの日程を再計算できなかった対象が2件あります。',
    kinds: '現在、1種類の期限を計算できません。',
  },
  en: {
    again: 'Try again now',
    done: '2 objects are tried again.',
    left: 'The reminders of 2 objects could not be planned anew.',
    kinds: '1 kind of date cannot be planned at present.',
  },
};

describe('the health of the queue, in the browser', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-03-12T10:00:00+09:00');
    await desk.admin(
      `insert into forum.reminder_left_behind (kind, object_id, again_at) values ('instrument', $1, forum.now() + interval '1 day'), ('session', $2, forum.now() + interval '1 day')`,
      [newId(), newId()],
    );
    await desk.admin(
      `insert into forum.reminder_schedule (name, basis, failed_at) values ('exhibition', '', forum.now())
       on conflict (name) do update set failed_at = excluded.failed_at`,
    );
  }, 60_000);
  afterAll(() => desk.close());

  it('says in each language how much could not be planned anew, and has it tried again', async () => {
    for (const [lang, { again, done, left, kinds }] of Object.entries(words) as [Language, (typeof words)['ko']][]) {
      const page = await desk.open('admin', lang);
      await page.setViewportSize({ width: 360, height: 780 });
      await page.goto('/operations');
      await page.getByText(left).waitFor();
      await page.getByText(kinds).waitFor();
      await page.getByRole('button', { name: again, exact: true }).click();
      await page.getByText(done).waitFor();
      expect(await findingsOf(page)).toEqual([]);
      await page.close();
    }
    const waiting = await desk.admin(`select 1 from forum.reminder_left_behind where again_at <= forum.now()`);
    expect(waiting).toHaveLength(2);
  });
});
