import { historicText } from '#core/kernel';
import { allocationWarnings } from './allocations.js';
import { areaOf, areasNamed, areasSharing, AREAS, sideOfArea } from './areas.js';

describe('Areas', () => {
  it('share ground with themselves, their island and their country, and with no place of the other', () => {
    expect(areasSharing(['busan'])).toEqual(['busan', 'nationwide_kr']);
    expect(areasSharing(['tsushima'])).toEqual(['tsushima', 'kyushu', 'nationwide_jp']);
    expect(areasSharing(['nationwide_jp'])).toEqual(AREAS.filter((area) => sideOfArea(area) === 'jp'));
    expect(areasSharing([])).toEqual([]);
  });

  it('are read off the words of the record and of files in three languages', () => {
    const words = historicText({ en: 'Busan and Ulsan; source Fukuoka', ko: '부산·울산, 발사지 후쿠오카' }, 'en');
    expect(areasNamed(words)).toEqual(['busan', 'fukuoka', 'ulsan']);
    expect(areasNamed(historicText({ en: 'Both countries' }, 'en'))).toEqual(['nationwide_jp', 'nationwide_kr']);
    expect(['부산', '釜山', 'BUSAN', ' busan ', '東京'].map(areaOf)).toEqual([
      'busan',
      'busan',
      'busan',
      'busan',
      null,
    ]);
  });

  it('stand for as many places in Korea as in Japan', () => {
    expect(AREAS.filter((area) => sideOfArea(area) === 'kr')).toHaveLength(AREAS.length / 2);
  });
});

describe('A service outside the table of Region 3', () => {
  const band = (low: number, high: number) => ({
    nominalHz: null,
    lowHz: String(low * 1e6),
    highHz: String(high * 1e6),
    label: null,
  });

  it('is a warning where the table has the band, and nothing where it does not', () => {
    expect(allocationWarnings(['land_mobile', 'radio_astronomy'], [band(806, 821)])).toMatchObject([
      { service: 'radio_astronomy' },
    ]);
    expect(allocationWarnings(['mobile_sat'], [band(2, 3)])).toEqual([]);
  });
});
