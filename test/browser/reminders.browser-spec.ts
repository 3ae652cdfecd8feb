import type { Page } from 'playwright-core';
import { newId } from '#core/kernel';
import { RecordAction } from '#forum/actions';
import { findingsOf } from '../support/axe.js';
import { demoActor } from '../support/actors.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { postOf, saveSession } from '../support/factories/action-items.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };

/** One mail of an official: read in the inbox, sent once more by the secretariat, and its daily form stopped from a link. */
describe('the inbox and the desk in the browser', () => {
  let desk: TestDesk;
  let sink: SmtpSink;
  let worker: TestWorker;

  beforeAll(async () => {
    desk = await openTestDesk();
    await desk.setClock('2027-03-12T10:00:00+09:00');
    const [kr, owner] = await Promise.all([demoActor(desk, 'secretariat.kr'), demoActor(desk, 'official.kr')]);
    const { id: sessionId } = await saveSession(desk);
    const input = {
      sessionId,
      title: '봄철 측정 결과 교환',
      lang: 'ko' as const,
      ownerPostId: postOf(owner),
      due: '2027-05-06',
      texts: { ja: '春季の測定結果の交換' },
    };
    await new RecordAction(desk.database).run(kr, input);
    sink = await openSmtpSink();
    worker = await startTestWorker(desk, { smtpUrl: sink.url });
    await desk.setClock('2027-04-22T09:30:00+09:00');
    await worker.tick();
    await sink.waitForDelivered(1);
    await desk.waitForRows(`select 1 from forum.sent_mail`);
  }, 60_000);
  afterAll(async () => {
    await worker.close();
    await sink.close();
    await desk.close();
  });

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
  const fits = async (page: Page) =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  it('counts a mail as unread until its reader opens it, and shows it with the words and links it went out with', async () => {
    const page = await desk.open('official.kr', 'ko', phone);
    await page.goto('/');
    // Whoever wants no motion gets none: a colour that glides is, level by level, dark on dark for a moment.
    expect(await page.evaluate(() => getComputedStyle(document.body).transitionDuration)).toBe('0s');
    await page.getByRole('link', { name: '알림 읽지 않은 알림 1건' }).click();
    await page.waitForURL('**/inbox');
    await page.getByRole('main').getByRole('link', { name: /안내/ }).last().waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await fits(page);
    const subject = sink.delivered[0]?.email.subject ?? '';
    await page.getByRole('link', { name: subject }).click();
    await page.getByRole('heading', { level: 1, name: subject }).waitFor();
    await page.getByText('봄철 측정 결과 교환').first().waitFor();
    await fits(page);
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '알림', exact: true }).waitFor();
    expect(await desk.admin(`select read_at is not null as read from forum.sent_mail`)).toEqual([{ read: true }]);
    await press(page, '읽지 않음으로 표시');
    await page.getByRole('button', { name: '읽지 않음(1)' }).waitFor();
    await press(page, '모두 읽음으로 표시');
    await page.getByRole('button', { name: '읽지 않음(0)' }).waitFor();
    await page.context().close();
  });

  it('lets the secretariat find it in the month, see the card of its reader, and send it once more', async () => {
    const page = await desk.open('secretariat.kr', 'ja');
    await page.goto('/reminders?view=month&month=2027-04');
    await page.getByRole('listitem').filter({ hasText: '送信1件' }).getByRole('link').click();
    await page.waitForURL(/from=2027-04-22/);
    await page.getByRole('link', { name: '春季の測定結果の交換' }).waitFor();
    await press(page, 'もう一度送る');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('春季の測定結果の交換').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'もう一度送る' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('再送1回').waitFor();
    await worker.tick();
    await sink.waitForDelivered(2);
    await desk.waitForRows(`select 1 from forum.reminder where resent = 1 and state = 'sent'`);
    await page
      .getByRole('table')
      .getByRole('link', { name: /周波数政策課長/ })
      .first()
      .click();
    await page.getByText('正常に受信').waitFor();
    await page.getByText('official.kr@forum.example').first().waitFor();
    await page.context().close();
  });

  it('stops the daily mail only when the button is pressed, without a sign-in, and starts it again from the settings', async () => {
    const digest = () =>
      desk.admin(
        `select m.digest from forum.mail_preference m join forum.user_account u on u.id = m.user_id where u.email = 'official.kr@forum.example'`,
      );
    const address = sink.delivered[0]?.email.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    const path = new URL(address.replace(/[<>]/g, '')).pathname;
    const page = await desk.open('anonymous', 'en', phone);
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: 'Stop the daily mail' }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await fits(page);
    expect(await digest()).toEqual([{ digest: true }]);
    await press(page, 'Stop the daily mail');
    await page.getByText('Done: you get no daily mail any more.').waitFor();
    expect(await digest()).toEqual([{ digest: false }]);
    await page.goto(`/unsubscribe/${newId()}`);
    await press(page, 'Stop the daily mail');
    await page.getByText('This link is not valid any more.').waitFor();
    await page.context().close();

    const own = await desk.open('official.kr', 'en');
    await own.goto('/account/mails');
    await own.getByRole('checkbox', { name: 'Send me the daily mail' }).check();
    await own.getByText('Mail settings saved.').waitFor();
    expect(await digest()).toEqual([{ digest: true }]);
    await own.context().close();
  });
});
