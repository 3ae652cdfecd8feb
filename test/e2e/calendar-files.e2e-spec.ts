import { historicText, LANGUAGES, SIDES, type Language, type Side } from '#core/kernel';
import { sessionCancelled, sessionChanged, sessionDateAgreed, sessionPostponed } from '#forum/sessions';
import { invitationFor } from '#forum/invitations';
import type { DomainEvent } from '#platform/database';
import { createTestApp, type TestApp, type TestClient } from '../support/app.js';
import { demoActor } from '../support/actors.js';
import { saveSession } from '../support/factories/session.js';
import { formFaults, parseCalendar, type ReadEvent } from '../support/ics.js';

const publicUrl = 'http://localhost:3000';
const organizer = { name: 'Forum Desk', address: 'desk@forum.example' };

describe('calendar files', () => {
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
  });

  /** Changes the session as the sessions do it: the row, then the event, in one transaction of one side. */
  const change = async (
    set: string,
    event: DomainEvent<{ sessionId: string; version: number }> = sessionDateAgreed,
  ): Promise<void> => {
    await test.database.runInTx(await demoActor(test, 'secretariat.kr'), async (tx) => {
      await tx.query(`update forum.session set ${set}, updated_at = forum.now() where id = $1`, [sessionId]);
      const about = { audience: 'joint', subjectType: 'session', subjectId: sessionId } as const;
      await tx.publish(event, { sessionId, version: 1 }, about);
    });
  };
  const agree = () => change('version = version');
  const invite = async (side: Side, language: Language = 'ko', name = `secretariat.${side}`) => {
    const actor = await demoActor(test, name);
    const file = await invitationFor(test.database.reader(actor), {
      sessionId,
      postId: actor.postIds[0] ?? '',
      side,
      language,
      publicUrl,
      organizer,
    });
    if (!file) throw new Error('no invitation');
    expect(formFaults(file.content)).toEqual([]);
    const { events, ...calendar } = parseCalendar(file.content);
    expect(events).toHaveLength(1);
    return { ...file, ...calendar, event: events[0] as ReadEvent };
  };

  describe('an invitation', () => {
    it.each(SIDES.flatMap((side) => LANGUAGES.map((language) => ({ side, language }))))(
      'to $side in $language is read by another parser as the session at its time, to that reader alone',
      async ({ side, language }) => {
        await agree();
        const { method, zones, event, sequence } = await invite(side, language);
        expect({ method, zones, sequence }).toEqual({ method: 'REQUEST', zones: ['Asia/Seoul'], sequence: 0 });
        expect(event).toMatchObject({
          uid: sessionId,
          start: '2027-03-11T01:00:00Z',
          end: '2027-03-11T08:00:00Z',
          zone: 'Asia/Seoul',
          status: 'CONFIRMED',
          attendees: [expect.stringMatching(new RegExp(`^mailto:secretariat\\.${side}@forum\\.example$`, 'i'))],
        });
        expect(event.summary).toContain({ ko: '전파국장회의', ja: '電波局長級会合', en: 'Radio Directors' }[language]);
        const pairs = {
          kr: { ko: '한·일', ja: '韓日', en: 'Korea–Japan' },
          jp: { ko: '일한', ja: '日韓', en: 'Japan–Korea' },
        };
        expect(event.description).toContain(pairs[side][language]);
        expect(event.description).toContain(`${publicUrl}/sessions/${sessionId}?lang=${language}`);
        expect(event.description).toContain('KST, UTC+9');
      },
    );

    it('keeps its UID when the session moves, is postponed, agreed anew and cancelled, and counts each of them once', async () => {
      await agree();
      const seen = [await invite('jp', 'ja')];
      const steps: [string, DomainEvent<{ sessionId: string; version: number }>][] = [
        [
          `starts_at = '2027-03-12T01:00Z', ends_at = '2027-03-12T08:00Z', start_date = '2027-03-12'`,
          sessionDateAgreed,
        ],
        [`state = 'postponed'`, sessionPostponed],
        [`state = 'date_agreed', starts_at = '2027-05-12T01:00Z', ends_at = '2027-05-12T08:00Z'`, sessionDateAgreed],
        [`state = 'cancelled'`, sessionCancelled],
      ];
      for (const [set, event] of steps) {
        await change(set, event);
        seen.push(await invite('jp', 'ja'));
      }
      expect(new Set(seen.map(({ event }) => event.uid))).toEqual(new Set([sessionId]));
      expect(seen.map(({ method, event }) => `${method} ${event.status} ${String(event.sequence)}`)).toEqual([
        'REQUEST CONFIRMED 0',
        'REQUEST CONFIRMED 1',
        'CANCEL CANCELLED 2',
        'REQUEST CONFIRMED 3',
        'CANCEL CANCELLED 4',
      ]);
      expect(seen[2]?.event.summary).toContain('【延期】');
      expect(seen[4]?.event.summary).toContain('【中止】');
      const published = await test.admin<{ payload: { sequence: number } }>(
        `select payload from forum.outbox_event where event = 'invitation.changed' and subject_id = $1 order by occurred_at`,
        [sessionId],
      );
      expect(published.map(({ payload }) => payload.sequence)).toEqual([0, 1, 2, 3, 4]);
    });

    it('is not counted anew for a note, a level, an outcome or a translation of the place', async () => {
      await agree();
      await change(`note = 'other', level = 'minister'`, sessionChanged);
      await change(`place = jsonb_set(place, '{en,text}', '"Seoul City"')`, sessionChanged);
      expect((await invite('kr')).sequence).toBe(0);
      await change(`place = jsonb_set(place, '{ko,text}', '"부산"')`, sessionChanged);
      const moved = await invite('kr');
      expect([moved.sequence, moved.event.location]).toEqual([1, '부산']);
    });

    it('is taken back with the change that was undone', async () => {
      await agree();
      const actor = await demoActor(test, 'secretariat.kr');
      await expect(
        test.database.runInTx(actor, async (tx) => {
          await tx.query(`update forum.session set start_date = '2027-04-21' where id = $1`, [sessionId]);
          await tx.publish(
            sessionDateAgreed,
            { sessionId, version: 2 },
            { audience: 'joint', subjectType: 'session', subjectId: sessionId },
          );
          throw new TypeError('undone');
        }),
      ).rejects.toThrow('undone');
      expect((await invite('kr')).sequence).toBe(0);
    });

    it('gives Geneva in its summer time, with the zone’s rules once and the reader’s own time beside it', async () => {
      await change(
        `starts_at = '2027-07-01T07:00Z', ends_at = '2027-07-01T10:00Z', start_date = '2027-07-01', zone = 'Europe/Zurich'`,
      );
      const { event, zones, content } = await invite('jp', 'ja');
      expect(zones).toEqual(['Europe/Zurich']);
      expect(content).toContain('DTSTART;TZID=Europe/Zurich:20270701T090000');
      expect(content).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
      expect(event).toMatchObject({ start: '2027-07-01T07:00:00Z', end: '2027-07-01T10:00:00Z' });
      expect(event.description).toContain('09:00~12:00 (中央ヨーロッパ夏時間, UTC+2)');
      expect(event.description).toContain('16:00~19:00 (JST, UTC+9)');
    });

    it('gives a session without hours as whole days, the end excluded, and one online as such', async () => {
      await change(`starts_at = null, ends_at = null, end_date = '2027-03-12', format = 'online', place = null`);
      const { event, zones } = await invite('kr', 'en');
      expect(zones).toEqual([]);
      expect(event).toMatchObject({ start: '2027-03-11', end: '2027-03-13', location: 'Online' });
    });

    it('folds long Hangul, kana and emoji without cutting a character, and lets no line of a title become a property', async () => {
      const evil = '회의\r\nBEGIN:VALARM\r\nTRIGGER:-PT1M\r\nEND:VALARM\rATTENDEE:mailto:x@evil.example\u2028議事録';
      const long = '제7차 전파 협력 국장급 회의 電波局長級会合 👩‍👩‍👧‍👦 '.repeat(20);
      await test.admin(`update forum.session set place = $2 where id = $1`, [
        sessionId,
        historicText({ ko: `${evil}${long}`, ja: long, en: long }, 'ko'),
      ]);
      await agree();
      const { event, content } = await invite('kr');
      expect(event.location).toContain('👩‍👩‍👧‍👦 제7차');
      expect(event.attendees).toHaveLength(1);
      expect(content).not.toMatch(/^(BEGIN:VALARM|TRIGGER|ATTENDEE.*evil)/mu);
    });

    it('does not exist before a day is agreed, nor for a post that nobody holds', async () => {
      const actor = await demoActor(test, 'secretariat.kr');
      const input = {
        sessionId,
        postId: actor.postIds[0] ?? '',
        side: 'kr',
        language: 'ko',
        publicUrl,
        organizer,
      } as const;
      expect(await invitationFor(test.database.reader(actor), input)).toBeUndefined();
      await agree();
      expect(await invitationFor(test.database.reader(actor), { ...input, postId: sessionId })).toBeUndefined();
    });
  });

  describe('a file of one session', () => {
    const load = (client: TestClient, headers = {}) =>
      client.get(`sessions/${sessionId}/calendar.ics`, { headers, language: 'ja' });

    it('is the same event as the invitation, published, and is not sent twice', async () => {
      await agree();
      const answer = await load(japan);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(answer.headers['content-disposition']).toBe('attachment; filename="session-2027-03-11.ics"');
      expect(formFaults(answer.body)).toEqual([]);
      const { method, events } = parseCalendar(answer.body);
      const { event } = await invite('jp', 'ja');
      expect(method).toBe('PUBLISH');
      expect(events).toEqual([{ ...event, attendees: [] }]);
      const again = await load(japan, { 'if-none-match': `"other", W/${String(answer.headers['etag'])}` });
      expect([again.statusCode, again.body, again.headers['cache-control']]).toEqual([304, '', 'private, no-cache']);
    });

    it('is refused while the day is only proposed, and hidden like a missing one where the session is', async () => {
      await test.admin(`update forum.session set state = 'proposed' where id = $1`, [sessionId]);
      const early = await load(japan);
      expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([404, 'invitations.dateNotAgreed']);
      await test.admin(`update forum.session set audience = 'kr', state = 'date_agreed' where id = $1`, [sessionId]);
      expect((await load(korea)).statusCode).toBe(200);
      const hidden = await load(japan);
      expect([hidden.statusCode, hidden.json<{ code: string }>().code]).toEqual([404, 'sessions.notFound']);
      expect((await load(test.anonymous)).statusCode).toBe(401);
    });
  });
});
