import fc from 'fast-check';
import { newId } from '#core/kernel';
import type { CalendarReplyListView, ReceivedReplyView } from '../../apps/api/src/invitations/invitations.dto.js';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { saveSession } from '../support/factories/session.js';

interface Answer {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly from: string;
  readonly partstat: string;
  readonly more: readonly string[];
}

describe('answers to invitations', () => {
  let test: TestApp;
  let korea: TestClient;
  let japan: TestClient;
  let sessionId: string;

  beforeAll(async () => {
    test = await createTestApp();
    [korea, japan] = await Promise.all([test.as('secretariat.kr'), test.as('secretariat.jp')]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    sessionId = (await saveSession(test)).id;
    await test.admin(
      `insert into forum.session_invitation (id, session_id, sequence, method, material_hash, audience) values ($1, $2, 2, 'REQUEST', 'x', 'joint')`,
      [newId(), sessionId],
    );
  });

  const file = (over: Partial<Answer> = {}): string => {
    const answer: Answer = {
      method: 'REPLY',
      uid: sessionId,
      sequence: 2,
      stamp: '20261120T010000Z',
      from: 'Delegate.KR@forum.example',
      partstat: 'ACCEPTED',
      more: [],
      ...over,
    };
    return [
      'BEGIN:VCALENDAR',
      'PRODID:-//Other//Program//EN',
      'VERSION:2.0',
      `METHOD:${answer.method}`,
      'BEGIN:VEVENT',
      `UID:${answer.uid}`,
      `SEQUENCE:${String(answer.sequence)}`,
      `DTSTAMP:${answer.stamp}`,
      `ATTENDEE;PARTSTAT=${answer.partstat}:MAILTO:${answer.from}`,
      'ORGANIZER:mailto:desk@forum.example',
      ...answer.more,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
  };
  const send = (body: string | Buffer, client = korea, type = 'text/calendar; charset=utf-8') =>
    client.post('calendar-replies', { body, headers: { 'content-type': type } });
  const list = async (client: TestClient): Promise<CalendarReplyListView> => {
    const answer = await client.get(`sessions/${sessionId}/calendar-replies`);
    expect(answer.statusCode).toBe(200);
    return answer.json<CalendarReplyListView>();
  };
  const rows = async () => JSON.stringify(await test.admin('select * from forum.calendar_reply order by id'));

  it('are recorded for the person, shown to the own side alone, and audited there', async () => {
    const answer = await send(file({ more: ['COMMENT:30분 늦게 도착합니다.\\n以上'] }));
    expect([answer.statusCode, answer.json<ReceivedReplyView>()]).toEqual([
      200,
      { sessionId, recorded: true, reason: null },
    ]);
    expect((await list(korea)).items).toMatchObject([
      {
        kind: 'reply',
        email: 'delegate.kr@forum.example',
        partstat: 'ACCEPTED',
        comment: '30분 늦게 도착합니다.\n以上',
        superseded: false,
        proposed: null,
      },
    ]);
    expect((await list(japan)).items).toEqual([]);
    const events = await test.admin<{ audience: string }>(
      `select audience from forum.outbox_event where event = 'invitation.calendarReplyReceived' and subject_id = $1`,
      [sessionId],
    );
    expect(events).toEqual([{ audience: 'kr' }]);
  });

  it('that propose another time are shown as such and move nothing', async () => {
    const more = [
      'DTSTART;TZID="Korea Standard Time":20270318T140000',
      'DTEND;TZID="Korea Standard Time":20270318T160000',
    ];
    expect((await send(file({ method: 'COUNTER', partstat: 'TENTATIVE', more }))).statusCode).toBe(200);
    const days = ['DTSTART;VALUE=DATE:20270318', 'DTEND;VALUE=DATE:20270320'];
    await send(file({ method: 'COUNTER', stamp: '20261120T020000Z', partstat: 'DECLINED', more: days }));
    const { items } = await list(korea);
    expect(items.map(({ kind, proposed, superseded }) => ({ kind, proposed, superseded }))).toEqual([
      {
        kind: 'counter',
        superseded: false,
        proposed: { startsAt: null, endsAt: null, from: '2027-03-18', to: '2027-03-19', zone: null },
      },
      {
        kind: 'counter',
        superseded: true,
        proposed: {
          startsAt: '2027-03-18T05:00:00.000Z',
          endsAt: '2027-03-18T07:00:00.000Z',
          from: null,
          to: null,
          zone: 'Asia/Seoul',
        },
      },
    ]);
    const [session] = await test.admin<{ starts: Date; version: number }>(
      'select starts_at as starts, version from forum.session where id = $1',
      [sessionId],
    );
    expect([session?.starts.toISOString(), session?.version]).toEqual(['2027-03-11T01:00:00.000Z', 1]);
  });

  it('are taken once, the latest counts, and one to an earlier number is left out', async () => {
    expect((await send(file())).json()).toMatchObject({ recorded: true });
    const kept = await rows();
    for (const [over, reason] of [
      [{}, 'invitations.replyKnown'],
      [{ stamp: '20261119T010000Z', partstat: 'DECLINED' }, 'invitations.replyKnown'],
      [{ sequence: 1, stamp: '20261121T010000Z' }, 'invitations.replyOutdated'],
    ] as const)
      expect((await send(file(over))).json()).toEqual({ sessionId, recorded: false, reason });
    expect(await rows()).toBe(kept);
    await send(file({ stamp: '20261121T010000Z', partstat: 'DECLINED' }));
    expect((await list(korea)).items.map(({ partstat, superseded }) => [partstat, superseded])).toEqual([
      ['DECLINED', false],
      ['ACCEPTED', true],
    ]);
  });

  it('sent twice at once are one', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(file())));
    expect(answers.filter((answer) => answer.json<ReceivedReplyView>().recorded)).toHaveLength(1);
    expect((await list(korea)).items).toHaveLength(1);
  });

  it('are taken from the secretariat only, and read by it and the head', async () => {
    for (const name of ['delegate.kr', 'official.kr', 'observer', 'interpreter', 'admin', 'company.kr']) {
      const client = await test.as(name);
      expect((await send(file(), client)).statusCode).toBe(403);
      expect((await client.get(`sessions/${sessionId}/calendar-replies`)).statusCode).toBe(403);
    }
    expect((await send(file(), test.anonymous)).statusCode).toBe(401);
    const head = await list(await test.as('head.kr'));
    expect(head.allowedActions).toEqual([{ action: 'receive', allowed: false, reason: 'common.forbidden' }]);
    expect((await list(korea)).allowedActions).toEqual([{ action: 'receive', allowed: true, reason: null }]);
    expect((await korea.get(`sessions/${newId()}/calendar-replies`)).statusCode).toBe(404);
  });

  it('of the other side’s people, of strangers, and to sessions hidden from the sender are unknown alike', async () => {
    const kept = await rows();
    for (const from of ['delegate.jp@forum.example', 'nobody@forum.example']) {
      const answer = await send(file({ from }));
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'invitations.attendeeUnknown']);
    }
    await test.admin(`update forum.session set audience = 'jp' where id = $1`, [sessionId]);
    const [hidden, missing] = [await send(file()), await send(file({ uid: newId() }))];
    for (const answer of [hidden, missing])
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'invitations.uidUnknown']);
    expect(await rows()).toBe(kept);
  });

  const deep = `${'BEGIN:VEVENT\r\n'.repeat(40)}${'END:VEVENT\r\n'.repeat(40)}`;
  const hostile: readonly [string, () => string | Buffer, string][] = [
    ['an empty file', () => '', 'calendar-files.malformed'],
    ['no calendar', () => 'hello\r\n', 'calendar-files.malformed'],
    ['half a calendar', () => file().slice(0, 150), 'calendar-files.malformed'],
    ['two calendars', () => `${file()}${file()}`, 'calendar-files.malformed'],
    [
      'CP949',
      () => Buffer.from(file({ more: ['COMMENT:\u00c7\u00d1\u00b1\u00db'] }), 'latin1'),
      'calendar-files.notUtf8',
    ],
    ['components in components', () => file({ more: [deep] }), 'calendar-files.tooManyParts'],
    [
      'folded component names',
      () => file({ more: [deep.replaceAll('BEGIN:', 'BEG\r\n IN:')] }),
      'calendar-files.tooManyParts',
    ],
    ['a request', () => file({ method: 'REQUEST' }), 'calendar-files.notAnAnswer'],
    ['a cancellation', () => file({ method: 'CANCEL' }), 'calendar-files.notAnAnswer'],
    [
      'a second event',
      () => file().replace('END:VCALENDAR', 'BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR'),
      'calendar-files.notOneEvent',
    ],
    ['a series', () => file({ more: ['RRULE:FREQ=SECONDLY'] }), 'calendar-files.recurring'],
    ['one of a series', () => file({ more: ['RECURRENCE-ID:20270311T010000Z'] }), 'calendar-files.recurring'],
    [
      'two people',
      () => file({ more: ['ATTENDEE;PARTSTAT=DECLINED:mailto:head.kr@forum.example'] }),
      'calendar-files.attendeeUnclear',
    ],
    ['an address that is none', () => file({ from: 'x' }), 'calendar-files.attendeeUnclear'],
    ['an answer nobody knows', () => file({ partstat: 'MAYBE' }), 'calendar-files.attendeeUnclear'],
    ['two UIDs', () => file({ more: [`UID:${sessionId}`] }), 'calendar-files.malformed'],
    ['a number that is none', () => file({ more: ['SEQUENCE:2'] }), 'calendar-files.malformed'],
    ['a stamp without zone', () => file({ stamp: '20261120T010000' }), 'calendar-files.malformed'],
    ['a stamp that is no day', () => file({ stamp: '20269999T010000Z' }), 'calendar-files.malformed'],
    ['a stamp far ahead', () => file({ stamp: '20900101T000000Z' }), 'invitations.stampInFuture'],
    ['a number never sent', () => file({ sequence: 3 }), 'invitations.numberUnknown'],
    ['a UID of another program', () => file({ uid: "x'; drop table forum.session; --" }), 'invitations.uidUnknown'],
    ['another time without one', () => file({ method: 'COUNTER' }), 'calendar-files.malformed'],
    [
      'an unknown zone',
      () => file({ method: 'COUNTER', more: ['DTSTART;TZID=Moon/Base:20270318T140000'] }),
      'calendar-files.timeUnclear',
    ],
    [
      'a time without zone',
      () => file({ method: 'COUNTER', more: ['DTSTART:20270318T140000'] }),
      'calendar-files.timeUnclear',
    ],
    [
      'an end before its start',
      () => file({ method: 'COUNTER', more: ['DTSTART:20270318T140000Z', 'DTEND:20270318T130000Z'] }),
      'calendar-files.timeUnclear',
    ],
    [
      'the year nought',
      () => file({ method: 'COUNTER', more: ['DTSTART;VALUE=DATE:00000101'] }),
      'calendar-files.timeUnclear',
    ],
    [
      'a time without end',
      () => file({ method: 'COUNTER', more: ['DTSTART:20270318T140000Z', 'DURATION:P999999999D'] }),
      'calendar-files.malformed',
    ],
    ['140,000 bytes', () => file({ more: ['X-PAD:'.padEnd(140_000, 'x')] }), 'common.tooLarge'],
  ];
  it.each(hostile)('are refused with a code and change nothing: %s', async (_what, make, code) => {
    const kept = await rows();
    const answer = await send(make());
    expect(answer.json<{ code: string }>().code).toBe(code);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    for (const language of ['ko', 'ja', 'en'] as const) {
      const said = await korea.post('calendar-replies', {
        body: make(),
        headers: { 'content-type': 'text/calendar' },
        language,
      });
      expect(said.json<{ detail: string }>().detail.length).toBeGreaterThan(5);
    }
    expect(await rows()).toBe(kept);
  });

  it('with bytes turned over are recorded, left out or refused, and never do anything else', async () => {
    const state = async () =>
      JSON.stringify(
        await test.admin(
          `select s.version, s.starts_at, s.state, i.sequence, i.changed_at from forum.session s
             join forum.session_invitation i on i.session_id = s.id where s.id = $1`,
          [sessionId],
        ),
      );
    const before = await state();
    const original = Buffer.from(
      file({ method: 'COUNTER', more: ['DTSTART;TZID=Asia/Seoul:20270318T140000', 'COMMENT:別日程を希望'] }),
    );
    const change = fc.tuple(fc.nat(original.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const mutated = Buffer.from(original);
        for (const [at, byte] of changes) mutated[at] = byte;
        const kept = await rows();
        const answer = await send(mutated);
        expect(answer.statusCode).toBeLessThan(500);
        const recorded = answer.statusCode === 200 && answer.json<ReceivedReplyView>().recorded;
        if (!recorded) expect(await rows()).toBe(kept);
      }),
      // A null character, which PostgreSQL cannot store, in a value that is kept.
      { numRuns: 80, examples: [[[[204, 0]]], [[[original.indexOf('COMMENT:') + 8, 0]]]] },
    );
    expect(await state()).toBe(before);
  });

  /** A mail as mail programs send answers: words for people, then the calendar in base64. */
  const mail = (calendar: string | null, headers: readonly string[] = []): string => {
    const base64 = (calendar === null ? '' : Buffer.from(calendar).toString('base64')).replace(/(.{76})/g, '$1\r\n');
    return [
      'From: =?UTF-8?B?5LiJ5pys?= <delegate.kr@forum.example>',
      'To: desk@forum.example',
      'Subject: =?UTF-8?B?5Ye65qyg5Zue562U?=',
      ...headers,
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="border"',
      '',
      '--border',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('出席いたします。').toString('base64'),
      ...(calendar === null
        ? []
        : [
            '--border',
            'Content-Type: text/calendar; method=REPLY; charset=utf-8',
            'Content-Transfer-Encoding: base64',
            '',
            base64,
          ]),
      '--border--',
      '',
    ].join('\r\n');
  };
  const sendMail = (body: string | Buffer, client = korea) => send(body, client, 'message/rfc822');

  it('are taken out of a saved mail as out of a calendar file', async () => {
    const comment = '30分遅れて到着します。';
    const answer = await sendMail(mail(file({ more: [`COMMENT:${comment}`] })));
    expect([answer.statusCode, answer.json<ReceivedReplyView>()]).toEqual([
      200,
      { sessionId, recorded: true, reason: null },
    ]);
    expect((await list(korea)).items).toMatchObject([{ email: 'delegate.kr@forum.example', comment }]);
    expect((await list(japan)).items).toEqual([]);
    expect((await sendMail(mail(file()))).json()).toMatchObject({ reason: 'invitations.replyKnown' });
    expect((await sendMail(mail(file()), await test.as('delegate.kr'))).statusCode).toBe(403);
  });

  const parts = '--border\r\nContent-Type: text/plain\r\n\r\nx\r\n';
  const nested = Array.from(
    { length: 40 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${String(depth)}\r\n\r\n--b${String(depth)}\r\n`,
  ).join('');
  const hostileMails: readonly [string, () => string | Buffer, string][] = [
    ['an empty file', () => '', 'calendar-files.noCalendarPart'],
    ['no mail', () => Buffer.from([0, 255, 254, 10, 13, 0]), 'calendar-files.noCalendarPart'],
    ['a calendar file said to be a mail', () => file(), 'calendar-files.noCalendarPart'],
    ['a mail without a calendar', () => mail(null), 'calendar-files.noCalendarPart'],
    ['a mail in a mail', () => `Content-Type: message/rfc822\r\n\r\n${mail(file())}`, 'calendar-files.noCalendarPart'],
    ['a calendar cut off', () => mail(file()).slice(0, 700), 'calendar-files.malformed'],
    ['a mail with a request', () => mail(file({ method: 'REQUEST' })), 'calendar-files.notAnAnswer'],
    [
      'bytes that are not of the charset they name',
      () =>
        mail(null).replace(
          '--border--',
          `--border\r\nContent-Type: text/calendar; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(file({ more: ['COMMENT:\u00c7\u00d1'] }), 'latin1').toString('base64')}\r\n--border--`,
        ),
      'calendar-files.notUtf8',
    ],
    ['nothing but lines', () => `Subject: x\r\n\r\n${'\n'.repeat(120_000)}`, 'calendar-files.malformed'],
    ['parts in parts', () => nested, 'calendar-files.malformed'],
    [
      'thousands of parts',
      () => mail(file()).replace('--border\r\n', parts.repeat(2_000)),
      'calendar-files.tooManyParts',
    ],
    [
      'headers without end',
      () =>
        mail(
          file(),
          Array.from({ length: 900 }, (_, at) => `X-${String(at)}: ${'x'.repeat(90)}`),
        ),
      'calendar-files.malformed',
    ],
    ['140,000 bytes', () => mail(file(), ['X-PAD: '.padEnd(140_000, 'x')]), 'common.tooLarge'],
  ];
  it.each(hostileMails)('in a mail are refused with a code and change nothing: %s', async (_what, make, code) => {
    const kept = await rows();
    const answer = await sendMail(make());
    expect(answer.json<{ code: string }>().code).toBe(code);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(await rows()).toBe(kept);
  });

  it('are taken as a calendar or a mail only', async () => {
    const answer = await send(file(), korea, 'application/octet-stream');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'common.badMediaType']);
    const json = await korea.post('calendar-replies', { body: { any: 'thing' } });
    expect(json.json<{ code: string }>().code).toBe('common.badMediaType');
  });
});
