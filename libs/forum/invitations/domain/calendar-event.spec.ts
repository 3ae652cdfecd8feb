import { historicText, LANGUAGES, otherSide, SIDES, type Language, type Side } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { calendarEvent } from './calendar-event.js';
import type { SessionToPrint } from './invitations.types.js';

const session: SessionToPrint = {
  id: '01920000-0000-7000-8000-000000000001',
  channelName: historicText({ ko: '이름', ja: '名前', en: 'Name' }, 'ko'),
  ordinalKr: 7,
  ordinalJp: 8,
  state: 'date_agreed',
  startDate: '2027-03-11',
  endDate: null,
  startsAt: new Date('2027-03-11T01:00:00Z'),
  endsAt: new Date('2027-03-11T08:00:00Z'),
  zone: 'Asia/Seoul',
  place: historicText({ ko: '서울', ja: 'ソウル', en: 'Seoul' }, 'ko'),
  format: 'in_person',
  host: 'kr',
  createdAt: new Date('2027-01-01T00:00:00Z'),
  updatedAt: new Date('2027-01-05T00:00:00Z'),
  invitation: { sequence: 3, method: 'REQUEST', changedAt: '2027-01-04T00:00:00+00:00' },
};
const publicUrl = 'https://desk.example';
const event = (over: Partial<SessionToPrint> = {}, side: Side | null = 'kr', language: Language = 'ko') =>
  calendarEvent({ ...session, ...over }, { side, language, publicUrl });

/** The mirror image: what is Korea's becomes Japan's. */
const mirror = (over: Partial<SessionToPrint>): Partial<SessionToPrint> => ({
  ...over,
  ordinalKr: session.ordinalJp,
  ordinalJp: session.ordinalKr,
  host: 'jp',
  zone: over.zone ?? 'Asia/Tokyo',
});
const swapped: Readonly<Record<string, string>> = {
  'Korea–Japan': 'Japan–Korea',
  'Japan–Korea': 'Korea–Japan',
  'Host: Korea': 'Host: Japan',
  'Host: Japan': 'Host: Korea',
  KST: 'JST',
  JST: 'KST',
};
const swap = (text: string): string =>
  text.replace(/Korea–Japan|Japan–Korea|Host: \w+|KST|JST/gu, (found) => swapped[found] ?? found);

describe('a session as an event', () => {
  beforeAll(() => {
    installCatalogues({ strict: true });
  });

  it.each(SIDES)('is for %s the mirror image of what it is for the other side', (side) => {
    for (const over of [
      {},
      { zone: 'Europe/Zurich' },
      { state: 'cancelled' as const },
      { startsAt: null, endsAt: null },
    ]) {
      const own = event(over, side, 'en');
      const mirrored = event(mirror(over), otherSide(side), 'en');
      expect({ ...mirrored, description: swap(mirrored.description), span: null }).toEqual({ ...own, span: null });
    }
  });

  it.each(LANGUAGES)('differs in %s between the sides by the pair and the count alone', (language) => {
    const [own, other] = SIDES.map((side) => event({ ordinalJp: 7 }, side, language));
    expect(own?.description).not.toBe(other?.description);
    const last = (text = '') => text.split('\n').slice(0, -1);
    expect({ ...other, description: last(other?.description) }).toEqual({
      ...own,
      description: last(own?.description),
    });
  });

  it('tells neutral readers no side’s order as the only one, in English', () => {
    expect(event({}, null, 'en').description).toMatch(/Korea–Japan \/ Japan–Korea|Japan–Korea \/ Korea–Japan/u);
  });

  it('is called off when postponed or cancelled, and says which', () => {
    expect(event({ state: 'postponed' })).toMatchObject({ status: 'CANCELLED', summary: '[연기] 제7차 이름' });
    expect(event({ state: 'cancelled' })).toMatchObject({ status: 'CANCELLED', summary: '[취소] 제7차 이름' });
    for (const state of ['date_agreed', 'preparing', 'ready', 'in_session', 'held', 'closed'] as const)
      expect(event({ state })).toMatchObject({ status: 'CONFIRMED', summary: '제7차 이름' });
  });

  it('is stamped with its last change, whatever changed', () => {
    expect(event().modifiedAt).toBe('2027-01-05T00:00:00.000Z');
    const invitation = { sequence: 4, method: 'REQUEST', changedAt: '2027-02-01T09:00:00+09:00' } as const;
    expect(event({ invitation })).toMatchObject({ stampedAt: '2027-02-01T00:00:00.000Z', sequence: 4 });
    expect(event({ invitation: null }).sequence).toBe(0);
  });

  it('prints the reader’s own clock only where it shows another time', () => {
    const lines = (over: Partial<SessionToPrint>) => event(over).description.match(/^일시: .*$/gmu);
    expect(lines({})).toEqual(['일시: 2027. 3. 11.(목) 10:00~17:00 (KST, UTC+9)']);
    expect(lines({ zone: 'Europe/Zurich' })).toEqual([
      '일시: 2027. 3. 11.(목) 02:00~09:00 (중앙유럽 표준시, UTC+1)',
      '일시: 2027. 3. 11.(목) 10:00~17:00 (KST, UTC+9)',
    ]);
  });
});
