import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeInvitation, type CalendarFile } from '#platform/calendar-files';
import { messageIdOf, openMailer, type MailMessage } from '#platform/mail';
import { parseCalendar } from '../support/ics.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';

const sender = { name: 'Forum Desk', address: 'desk@forum.example' };

function invitation(method: CalendarFile['method'] = 'REQUEST'): CalendarFile {
  const content = writeInvitation({
    method,
    organizer: sender,
    guest: { name: '電波部長', address: 'head.jp@forum.example', role: 'CHAIR', partstat: 'NEEDS-ACTION' },
    event: {
      uid: '01920000-0000-7000-8000-000000000001',
      sequence: 3,
      stampedAt: '2027-01-05T01:02:03Z',
      modifiedAt: '2027-01-05T01:02:03Z',
      span: { kind: 'timed', startsAt: '2027-03-11T01:00:00Z', endsAt: '2027-03-11T08:00:00Z', zone: 'Asia/Seoul' },
      summary: '第7回電波局長級会合 👩‍👩‍👧‍👦',
      description: '日時',
      location: 'ソウル',
      url: 'http://localhost:3000/sessions/1?lang=ja',
      status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    },
  });
  return { name: 'session-2027-03-11.ics', method, sequence: 3, content };
}

const mail = (calendar?: CalendarFile): MailMessage => ({
  to: 'head.jp@forum.example',
  language: 'ja',
  subject: '会合のご案内',
  text: 'ご案内\n',
  html: '<p>ご案内</p>',
  messageId: messageIdOf('invitation.1', sender),
  headers: {},
  ...(calendar ? { calendar } : {}),
});

describe('a mail with an invitation', () => {
  let sink: SmtpSink;
  let folder: string;
  beforeEach(async () => {
    sink = await openSmtpSink();
    folder = await mkdtemp(path.join(tmpdir(), 'forum-mail-'));
  });
  afterEach(async () => {
    await sink.close();
    await rm(folder, { recursive: true, force: true });
  });
  const mailer = () => openMailer({ smtpUrl: sink.url, folder, from: 'Forum Desk <desk@forum.example>' });

  it.each(['REQUEST', 'CANCEL'] as const)(
    'carries %s as a part that names its method and charset, and as a file, both the very same',
    async (method) => {
      const file = invitation(method);
      await mailer().send(mail(file));
      const [arrived] = sink.delivered;
      const head = (arrived?.raw ?? '').replace(/\r\n[ \t]+/gu, ' ');
      expect(head).toMatch(new RegExp(`^Content-Type: text/calendar; charset=utf-8; method=${method}`, 'imu'));
      expect(head).toMatch(/^Content-Type: multipart\/alternative/imu);
      const parts = (arrived?.email.attachments ?? []).filter(({ mimeType }) => /calendar|ics/u.test(mimeType));
      expect(parts.map(({ mimeType }) => mimeType).sort()).toEqual(['application/ics', 'text/calendar']);
      const texts = parts.map(({ content }) =>
        typeof content === 'string' ? content : new TextDecoder().decode(content as ArrayBuffer),
      );
      // The reader of mail gives text parts with its own line ends.
      expect(texts.map((text) => text.replace(/\r?\n/gu, '\r\n'))).toEqual([file.content, file.content]);
      expect(parseCalendar(texts[0] ?? '')).toMatchObject({ method, events: [{ sequence: 3 }] });
      expect(arrived?.email.text).toContain('ご案内');
    },
  );

  it('is as before without one', async () => {
    await mailer().send(mail());
    expect(sink.delivered[0]?.email.attachments).toEqual([]);
  });

  it.each([
    ['a method that is not the file’s own', { ...invitation('CANCEL'), method: 'REQUEST' as const }],
    ['a name that could be a header', { ...invitation(), name: 'a.ics\r\nBcc: x@example.org' }],
    ['a name with a path', { ...invitation(), name: '../a.ics' }],
  ])('is refused with %s', async (_what, calendar) => {
    await expect(mailer().send(mail(calendar))).rejects.toMatchObject({ code: 'mail.badCalendar', permanent: true });
    expect(sink.handedOver).toEqual([]);
  });
});
