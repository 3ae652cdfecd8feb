import type { Locator, Page } from 'playwright-core';
import { newId } from '#core/kernel';
import { JobQueue } from '#platform/queue';
import { openPoster } from '#platform/webhooks';
import { DeliverWebhook, handOverDeliveries } from '#forum/webhooks';
import { deliverWebhooks } from '../../apps/worker/src/webhooks/deliver.job.js';
import { findingsOf } from '../support/axe.js';
import { openTestDesk, type TestDesk } from '../support/browser.js';
import { openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

describe('the page of webhooks', () => {
  let desk: TestDesk;
  let receiver: WebhookReceiver;
  let queue: JobQueue;
  let page: Page;
  beforeAll(async () => {
    desk = await openTestDesk({ WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' });
    receiver = await openWebhookReceiver();
    queue = await JobQueue.open({ databaseUrl: desk.appUrl, redisUrl: null, onError: () => undefined });
    const poster = openPoster({ privateHosts: ['127.0.0.1'] });
    await queue.work([deliverWebhooks(new DeliverWebhook(desk.database, poster, desk.address))], 2);
    page = await desk.open('secretariat.kr', 'en', { viewport: { width: 360, height: 800 } });
  }, 60_000);
  afterAll(async () => {
    await queue.close();
    await receiver.close();
    await desk.close();
  });

  const dialog = (): Locator => page.getByRole('dialog');
  const press = (name: string | RegExp, where: Page | Locator = page) => where.getByRole('button', { name }).click();

  it('adds a system, shows its secret once and says at the field what an address must be', async () => {
    await page.goto('/');
    await press(/^Account/u);
    await press('Webhooks');
    await page.locator('[name=name]').fill('Records');
    await page.locator('[name=url]').fill('http://hooks.ministry.example/');
    await press('Add the webhook');
    await page.getByText('Enter an address that begins with https://.').waitFor();
    await page.locator('[name=url]').fill(receiver.url);
    await press('Add the webhook');
    const secret = await page.getByLabel('Secret for checking signatures').inputValue();
    expect(secret).toMatch(/^whsec_/u);
    await press('Done');
    await page.reload();
    await page.getByRole('link', { name: 'Records' }).waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await page.getByLabel('Secret for checking signatures').count()).toBe(0);
  });

  it('sends a test, shows what became of it, sends failed ones again after asking, and ends it', async () => {
    await page.getByRole('link', { name: 'Records' }).click();
    await press('Send a test');
    const row = page.getByRole('row').filter({ hasText: 'Test message' });
    await row.getByText('Waiting').waitFor();
    await handOverDeliveries(desk.database, queue);
    // The page looks again by itself.
    await row.getByText('Delivered').waitFor();
    expect(receiver.received).toHaveLength(1);
    await desk.admin(
      `insert into forum.sent_mail (id, carried_id, recipient, language, subject, text, html, audience)
       values ($1, $2, 'a@forum.example', 'ko', '【기한 안내】 결과 교환', 't', 'h', 'kr')`,
      [newId(), newId()],
    );
    await desk.admin(
      `update forum.webhook_delivery set state = 'failed', attempt = 10, answer_status = 503, last_error_code = 'webhooks.refused' where kind = 'mail'`,
    );
    await page.goto(`${page.url().split('?')[0] ?? ''}?show=failed`);
    await page.getByText('The receiver did not accept the message. (answer 503)').waitFor();
    expect(await page.getByText('【기한 안내】 결과 교환').getAttribute('lang')).toBe('ko');
    await press('Send 1 failed message again');
    await press('Send again', dialog());
    await page.getByText('1 message is sent again.').waitFor();
    await handOverDeliveries(desk.database, queue);
    await desk.waitForRows(`select 1 from forum.webhook_delivery where kind = 'mail' and state = 'delivered'`);
    await press('Remove');
    await press('Remove', dialog());
    await page.getByText('No system receives messages.').waitFor();
  });

  it('is not the administrator’s, who sees the health of the queue in numbers', async () => {
    const admin = await desk.open('admin', 'ja', { viewport: { width: 360, height: 800 } });
    await admin.goto('/webhooks');
    await admin.getByRole('alert').getByText('この操作を行う権限がありません').waitFor();
    await admin.goto('/');
    await press(/^アカウント/u, admin);
    await press('送信待ちの状況', admin);
    const row = admin.getByRole('row').filter({ hasText: 'お知らせ' });
    await row.getByText('遅れなし').waitFor();
    expect(await findingsOf(admin)).toEqual([]);
    expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
