import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PostalMime from 'postal-mime';
import {
  letterHtml,
  letterText,
  messageIdOf,
  openMailer,
  type Letter,
  type Mailer,
  type MailMessage,
} from '#platform/mail';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';

const letter: Letter = {
  language: 'ja',
  subject:
    '期限のお知らせ：電波監視設備の相互運用に関する調査票の提出と、その結果の取りまとめについて（第12回局長級会合）',
  paragraphs: [
    [{ text: '対象：' }, { text: '전파 감시 <설비>', lang: 'ko' }],
    [{ text: '内容を見る', href: 'http://localhost:3000/actions/1?lang=ja&x="y"' }],
  ],
};
const sender = { name: 'Forum Desk', address: 'desk@forum.example' };

function mail(over: Partial<MailMessage> = {}): MailMessage {
  return {
    to: 'official.jp@forum.example',
    language: 'ja',
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    messageId: messageIdOf('action.1', sender),
    headers: { 'X-Reminder-Key': 'action.1' },
    ...over,
  };
}

describe('mail', () => {
  let sink: SmtpSink;
  let folder: string;
  beforeEach(async () => {
    sink = await openSmtpSink();
    folder = await mkdtemp(path.join(tmpdir(), 'forum-mail-'));
  });
  afterEach(async () => {
    for (const mailer of open.splice(0)) mailer.close();
    await sink.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open: Mailer[] = [];
  const toSink = (): Mailer => {
    const mailer = openMailer({ smtpUrl: sink.url, folder, from: 'Forum Desk <desk@forum.example>' });
    open.push(mailer);
    return mailer;
  };

  it('arrives whole, in one language, as plain text and HTML', async () => {
    await toSink().send(mail());
    const [arrived] = sink.delivered;
    expect(arrived?.envelope).toEqual({ from: 'desk@forum.example', to: ['official.jp@forum.example'] });
    expect(arrived?.email).toMatchObject({
      subject: letter.subject,
      from: sender,
      to: [{ address: 'official.jp@forum.example' }],
      messageId: mail().messageId,
    });
    expect(arrived?.email.text).toContain('対象：전파 감시 <설비>');
    expect(arrived?.email.text).toContain('/actions/1?lang=ja');
    expect(arrived?.email.html).toContain('<html lang="ja">');
    expect(arrived?.email.html).toMatch(/<span lang="ko"[^>]+Malgun Gothic[^>]+>전파 감시 &lt;설비&gt;<\/span>/);
    expect(arrived?.email.html).toContain('x=&quot;y&quot;');
    expect(arrived?.email.headers.find(({ key }) => key === 'x-reminder-key')?.value).toBe('action.1');
    expect(arrived?.raw).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(arrived?.raw.match(/charset=utf-8/g)).toHaveLength(2);
    expect(arrived?.raw.split('\r\n').every((line) => Buffer.byteLength(line) <= 76)).toBe(true);
  });

  it.each<[string, Partial<MailMessage>, string]>([
    ['a second header in the subject', { subject: 'x\r\nBcc: a@b.example' }, 'mail.badHeader'],
    ['a bare line feed in a header value', { headers: { 'X-Reminder-Key': 'a\nb' } }, 'mail.badHeader'],
    ['a line break in a header name', { headers: { 'X\r\nBcc': 'a@b.example' } }, 'mail.badHeader'],
    ['a broken Message-ID', { messageId: '<a b@c>' }, 'mail.badHeader'],
    ['two recipients', { to: 'a@b.example, c@d.example' }, 'mail.badAddress'],
    ['a display name as recipient', { to: 'A <a@b.example>' }, 'mail.badAddress'],
    ['a line break in the recipient', { to: 'a@b.example\r\nRCPT' }, 'mail.badAddress'],
  ])('refuses %s and sends nothing', async (_case, over, code) => {
    await expect(toSink().send(mail(over))).rejects.toMatchObject({ code, permanent: true });
    expect(sink.handedOver).toHaveLength(0);
  });

  it('tells a refusal for good from one for now', async () => {
    sink.decide = () => 'refuse';
    const refusal = { code: 'mail.refused', permanent: true, answer: expect.stringMatching(/^550 /) };
    await expect(toSink().send(mail())).rejects.toMatchObject(refusal);
    sink.decide = () => 'defer';
    await expect(toSink().send(mail())).rejects.toMatchObject({ code: 'mail.deferred', permanent: false });
  });

  it.each([
    ['asks every mail for a login', { sender: 530 }, 'mail.deferred'],
    ['takes nothing from this sender', { sender: 553 }, 'mail.deferred'],
    ['wants a secured line before it takes a recipient', { recipient: 530 }, 'mail.deferred'],
    ['knows no such recipient', { recipient: 550 }, 'mail.refused'],
  ])('is given up for good only where the mail is the reason: a server that %s', async (_case, refusal, code) => {
    sink.refusal = refusal;
    const [status] = Object.values(refusal);
    await expect(toSink().send(mail())).rejects.toMatchObject({
      code,
      permanent: code === 'mail.refused',
      answer: expect.stringMatching(new RegExp(`^${String(status)} `, 'u')),
    });
    expect(sink.handedOver).toHaveLength(0);
  });

  it('counts a line cut after the final dot as not final, and the same Message-ID arrives once', async () => {
    sink.decide = () => (sink.handedOver.length === 1 ? 'cut' : 'accept');
    await expect(toSink().send(mail())).rejects.toMatchObject({
      code: 'mail.unanswered',
      permanent: false,
      mayHaveGone: true,
    });
    await toSink().send(mail());
    expect(sink.handedOver).toHaveLength(2);
    expect(sink.delivered).toHaveLength(1);
  });

  it('does not wait for ever on a server that never answers', async () => {
    const silent: Server = createServer((socket) => {
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve);
    });
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const mailer = openMailer({
      smtpUrl: `smtp://127.0.0.1:${String(port)}`,
      folder,
      from: sender.address,
      silenceMs: 200,
    });
    await expect(mailer.send(mail())).rejects.toMatchObject({ code: 'mail.unreachable', mayHaveGone: false });
    silent.close();
    const nobody = openMailer({ smtpUrl: 'smtp://127.0.0.1:1', folder, from: sender.address });
    await expect(nobody.send(mail())).rejects.toMatchObject({ code: 'mail.unreachable', mayHaveGone: false });
  });

  it('goes over one kept connection after another, and over a new one when the kept one is dead', async () => {
    const mailer = toSink();
    for (const key of ['a', 'b', 'c']) await mailer.send(mail({ messageId: messageIdOf(key, sender) }));
    expect(sink.connections()).toEqual({ opened: 1, open: 1 });
    sink.cutAll();
    await mailer.send(mail({ messageId: messageIdOf('d', sender) }));
    expect(sink.handedOver).toHaveLength(4);
    expect(sink.connections().opened).toBe(2);
    await Promise.all(['e', 'f'].map((key) => mailer.send(mail({ messageId: messageIdOf(key, sender) }))));
    expect(sink.delivered).toHaveLength(6);
    expect(sink.connections().opened).toBe(3);
  });

  it('becomes one file for each Message-ID where there is no server', async () => {
    const mailer = openMailer({ smtpUrl: null, folder, from: sender.address });
    await mailer.send(mail());
    await mailer.send(mail());
    const files = await readdir(folder);
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{24}\.eml$/)]);
    const email = await PostalMime.parse(await readFile(path.join(folder, files[0] ?? '')));
    expect(email).toMatchObject({ subject: letter.subject, messageId: mail().messageId });
  });
});
