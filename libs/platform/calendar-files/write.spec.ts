import fc from 'fast-check';
import ICAL from 'ical.js';
import { writeFeed, writeInvitation, type CalendarEvent, type CalendarSpan } from './index.js';

const span: CalendarSpan = {
  kind: 'timed',
  startsAt: '2027-03-11T01:00:00Z',
  endsAt: '2027-03-11T08:00:00Z',
  zone: 'Asia/Seoul',
};
const event: CalendarEvent = {
  uid: '01920000-0000-7000-8000-000000000001',
  sequence: 2,
  stampedAt: '2027-01-05T01:02:03Z',
  modifiedAt: '2027-01-05T01:02:03Z',
  span,
  summary: '제7차 전파국장회의',
  description: '일시; 장소, \\ 그리고\n끝',
  location: '서울',
  url: 'https://desk.example/sessions/1?lang=ko',
  status: 'CONFIRMED',
};
const organizer = { name: 'Forum Desk', address: 'desk@forum.example' };
const guest = {
  name: '전파정책국장',
  address: 'x@forum.example',
  role: 'REQ-PARTICIPANT',
  partstat: 'NEEDS-ACTION',
} as const;
const invite = (over: Partial<CalendarEvent> = {}, name: string = guest.name): string =>
  writeInvitation({ method: 'REQUEST', organizer, guest: { ...guest, name }, event: { ...event, ...over } });
const parse = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as unknown[]);

describe('writing a calendar file', () => {
  it('folds every text at 75 octets between code points, and another parser reads the very text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((one) => !/[\p{Cc}\u2028\u2029]/u.test(one));
    fc.assert(
      fc.property(text, text, (summary, name) => {
        const file = invite({ summary, description: summary, location: summary }, name);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\p{Cs}]/u);
        }
        const read = new ICAL.Event(parse(file).getFirstSubcomponent('vevent') ?? undefined);
        expect([read.summary, read.description]).toEqual([summary.trim(), summary]);
      }),
      { numRuns: 100 },
    );
  });

  it('lets no text become a line of its own, whatever its line breaks', () => {
    const breaks = fc.constantFrom('\r\n', '\n', '\r', '\u0085', '\u2028', '\u2029', '\0', '\v', '\f');
    fc.assert(
      fc.property(breaks, breaks, (one, other) => {
        const evil = `회의${one}BEGIN:VALARM${other}ATTENDEE:mailto:evil@example.org${one}END:VALARM`;
        const calendar = parse(invite({ summary: evil, description: evil, location: evil }, evil));
        const component = calendar.getFirstSubcomponent('vevent');
        expect(component?.getAllSubcomponents()).toEqual([]);
        expect(component?.getAllProperties('attendee')).toHaveLength(1);
      }),
    );
  });

  it('names a guest with quotes and backslashes without breaking the parameter', () => {
    const attendee = parse(invite({}, 'A "B"; \\C:D,E')).getFirstSubcomponent('vevent')?.getFirstProperty('attendee');
    expect(attendee?.getParameter('cn')).toBe("A 'B'; /C:D,E");
    expect(attendee?.getFirstValue()).toMatch(/^mailto:x@forum\.example$/iu);
  });

  it.each([
    ['a UID of two lines', { uid: 'a\r\nb' }],
    ['an address of two lines', { url: 'https://desk.example/\r\nX:1' }],
    ['an address that runs something', { url: 'javascript:alert(1)' }],
  ])('refuses %s', (_what, over) => {
    expect(() => invite(over)).toThrow(TypeError);
  });

  it('gives each zone once, by rules that begin in 1970 and do not depend on today', () => {
    const zurich = { ...span, zone: 'Europe/Zurich' };
    const events = [span, zurich, span, zurich].map((one, index) => ({
      ...event,
      uid: `e${String(index)}`,
      span: one,
    }));
    const file = writeFeed({ name: 'x', organizer, events });
    expect(file.match(/^TZID:.*$/gmu)).toEqual(['TZID:Asia/Seoul', 'TZID:Europe/Zurich']);
    expect(file).toContain('DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU');
    expect(file).not.toMatch(/^RDATE/mu);
  });

  it('falls back to UTC for a zone whose rules it does not have', () => {
    const file = invite({ span: { ...span, zone: 'Etc/Unknown' } });
    expect(file).toContain('DTSTART:20270311T010000Z');
    expect(file).not.toContain('VTIMEZONE');
  });

  it('is the same event after another program has read and written it', () => {
    const facts = (text: string) => {
      const read = new ICAL.Event(parse(text).getFirstSubcomponent('vevent') ?? undefined);
      const { uid, sequence, summary, description, location } = read;
      return {
        uid,
        sequence,
        summary,
        description,
        location,
        span: [read.startDate.toString(), read.endDate.toString()],
      };
    };
    for (const one of [span, { kind: 'days', from: '2027-03-11', to: '2027-03-12' } as const]) {
      const file = invite({ span: one, summary: '제7차 회의 👩‍👩‍👧‍👦 '.repeat(9).trim() });
      expect(facts(parse(file).toString())).toEqual(facts(file));
    }
  });

  it('writes the same bytes for the same data', () => {
    expect(invite()).toBe(invite());
  });

  it.each([
    ['2027-03-27T23:00:00Z', '20270328T000000'],
    ['2027-03-28T01:00:00Z', '20270328T030000'],
    ['2027-10-31T00:30:00Z', '20271031T023000'],
    ['2027-10-31T01:30:00Z', '20271031T023000'],
  ])('gives %s as clocks in Geneva show it', (startsAt, shown) => {
    const file = invite({ span: { kind: 'timed', startsAt, endsAt: null, zone: 'Europe/Zurich' } });
    expect(file).toContain(`DTSTART;TZID=Europe/Zurich:${shown}`);
  });
});
