import fc from 'fast-check';
import { DomainError } from '#core/kernel';
import { PARTSTATS, readCalendarMessage, type CalendarMessage } from './index.js';

const lines = [
  'BEGIN:VCALENDAR',
  'PRODID:-//Other//Program//EN',
  'VERSION:2.0',
  'METHOD:COUNTER',
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Seoul',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'RRULE:FREQ=SECONDLY;INTERVAL=1',
  'END:STANDARD',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:01920000-0000-7000-8000-000000000001',
  'SEQUENCE:1',
  'DTSTAMP:20261120T010000Z',
  'ATTENDEE;PARTSTAT=TENTATIVE;CN="국장":mailto:delegate.kr@forum.example',
  'DTSTART;TZID=Asia/Seoul:20270318T140000',
  'DURATION:PT1H30M',
  'COMMENT:三月十八日を希望します 👩‍👩‍👧‍👦',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'TRIGGER:-PT10M',
  'END:VALARM',
  'END:VEVENT',
  'END:VCALENDAR',
];
const whole = `${lines.join('\r\n')}\r\n`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The message, or the code of the refusal; anything else that is thrown fails the test. */
function read(file: Uint8Array): CalendarMessage | string {
  try {
    return readCalendarMessage(file);
  } catch (error) {
    if (error instanceof DomainError && error.status < 500) return error.code;
    throw error;
  }
}

function expectSound(message: CalendarMessage | string): void {
  if (typeof message === 'string') {
    expect(message).toMatch(/^calendar-files\.\w+$/u);
    return;
  }
  expect(PARTSTATS).toContain(message.partstat);
  expect(message.attendee).toMatch(/^[^\s@]+@[^\s@]+$/u);
  expect(Number.isSafeInteger(message.sequence)).toBe(true);
  expect(new Date(message.stampedAt).getTime()).not.toBeNaN();
  expect(message.comment ?? '').not.toMatch(/(?!\n)\p{Cc}|\p{Cs}/u);
  expect(message.method === 'COUNTER').toBe(message.proposed !== null);
}

describe('reading an answer', () => {
  it('gives who answers what to which number, and the time asked for', () => {
    expect(readCalendarMessage(bytes(whole))).toEqual({
      method: 'COUNTER',
      uid: '01920000-0000-7000-8000-000000000001',
      sequence: 1,
      stampedAt: '2026-11-20T01:00:00Z',
      attendee: 'delegate.kr@forum.example',
      partstat: 'TENTATIVE',
      comment: '三月十八日を希望します 👩‍👩‍👧‍👦',
      proposed: {
        kind: 'timed',
        startsAt: '2027-03-18T05:00:00Z',
        endsAt: '2027-03-18T06:30:00Z',
        zone: 'Asia/Seoul',
      },
    });
  });

  it('reads what programs write: a byte order mark, bare line feeds, folded lines, lower case', () => {
    const folded = whole.replace('DELEGATE', 'delegate').replace('mailto:delegate', 'MAIL\r\n TO:Dele\r\n gate');
    for (const text of [
      `\ufeff${whole}`,
      whole.replaceAll('\r\n', '\n'),
      folded,
      whole.replace('METHOD:COUNTER', 'method:counter'),
    ])
      expect(readCalendarMessage(bytes(text))).toMatchObject({ attendee: 'delegate.kr@forum.example', sequence: 1 });
  });

  it('never follows the zone rules of a file, however often they repeat', () => {
    const started = performance.now();
    expect(read(bytes(whole.replace('19700101T000000', '00010101T000000')))).toMatchObject({ method: 'COUNTER' });
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('refuses or reads every file with lines left out, doubled, swapped or cut, and never does anything else', () => {
    const line = fc.integer({ min: 0, max: lines.length - 1 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('drop' as const), at: line }),
      fc.record({ kind: fc.constant('double' as const), at: line }),
      fc.record({ kind: fc.constant('swap' as const), at: line, with: line }),
      fc.record({ kind: fc.constant('value' as const), at: line, text: fc.string({ unit: 'binary', maxLength: 40 }) }),
      fc.record({ kind: fc.constant('cut' as const), at: line, length: fc.nat(60) }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const file = [...lines];
        for (const one of steps) {
          const text = file[one.at] ?? '';
          if (one.kind === 'drop') file.splice(one.at, 1);
          else if (one.kind === 'double') file.splice(one.at, 0, text);
          else if (one.kind === 'swap') [file[one.at], file[one.with]] = [file[one.with] ?? '', text];
          else if (one.kind === 'value') file[one.at] = `${text.split(':')[0] ?? ''}:${one.text}`;
          else file[one.at] = text.slice(0, one.length);
        }
        expectSound(read(bytes(`${file.join('\r\n')}\r\n`)));
      }),
      { numRuns: 400 },
    );
  });

  it('refuses or reads every file with bytes turned over', () => {
    const original = bytes(whole);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const file = original.slice();
          for (const [at, byte] of changes) file[at] = byte;
          expectSound(read(file));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('refuses or reads whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (file) => {
        expectSound(read(file));
      }),
      { numRuns: 300 },
    );
  });
});
