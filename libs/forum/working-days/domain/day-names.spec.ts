import { citationOf, namesOf, renamed } from './day-names.js';

describe('the name of a day', () => {
  const name = namesOf('kr', { ko: '임시공휴일', ja: '臨時公休日' });

  it('has the language of the keeping side as its source, and cannot be without it', () => {
    expect(name).toMatchObject({ source: 'ko', ko: { status: 'authentic' }, ja: { status: 'checked' } });
    expect(() => namesOf('jp', { ko: '임시공휴일' })).toThrow(
      expect.objectContaining({ code: 'working-days.ownNameMissing', params: { lang: 'ja' } }),
    );
  });

  it('is the same value when nothing changes', () => {
    expect(renamed(name, { ko: '임시공휴일', ja: '臨時公休日' })).toBe(name);
    expect(renamed(name, {})).toBe(name);
  });

  it('becomes stale in a language that was not given with a new source, and current where it was', () => {
    expect(renamed(name, { ko: '쉬는 날' })).toMatchObject({ revision: 2, ja: { of: 1 } });
    const seen = renamed(name, { ko: '쉬는 날', ja: '臨時公休日', en: 'Day off' });
    expect(seen).toMatchObject({ revision: 2, ja: { of: 2, status: 'checked' }, en: { of: 2 } });
  });
});

describe('the decision of a day', () => {
  it('is kept, replaced or taken away', () => {
    const known = citationOf('jp', null, '閣議決定');
    expect(known).toMatchObject({ source: 'ja', ja: { text: '閣議決定' } });
    expect(citationOf('jp', known, undefined)).toBe(known);
    expect(citationOf('jp', known, '閣議決定')).toBe(known);
    expect(citationOf('jp', known, '')).toBeNull();
  });
});
