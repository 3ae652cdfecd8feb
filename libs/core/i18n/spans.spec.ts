import { formatSpan } from './spans.js';

const [from, to] = ['2027-05-18T01:00:00Z', '2027-05-18T03:00:00Z'];

describe('a span of time', () => {
  it('is printed with its day, both clocks, the zone and its offset', () => {
    expect(formatSpan(from, to, 'Asia/Seoul', 'ko')).toBe('2027. 5. 18.(화) 10:00~12:00 (KST, UTC+9)');
    expect(formatSpan(from, to, 'Asia/Tokyo', 'ja')).toBe('令和9年5月18日(火) 10:00~12:00 (JST, UTC+9)');
    expect(formatSpan(from, to, 'Europe/Zurich', 'en')).toBe('18 May 2027 (Tue.) 03:00–05:00 (CEST, UTC+2)');
  });

  it('names both days when it goes over midnight', () => {
    expect(formatSpan('2027-05-18T14:00:00Z', '2027-05-18T16:00:00Z', 'Asia/Seoul', 'en')).toBe(
      '18 May 2027 (Tue.) 23:00 – 19 May 2027 (Wed.) 01:00 (KST, UTC+9)',
    );
  });
});
