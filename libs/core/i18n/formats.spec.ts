import {
  compareTexts,
  formatBand,
  formatCountdown,
  formatDayOffset,
  formatDayOffsets,
  formatDueCountdown,
  formatFileSize,
  formatFrequency,
  formatList,
  formatName,
  formatNameWithTitle,
  formatNumber,
  formatPerson,
  negotiateLanguage,
  sortByText,
  type PersonName,
} from './index.js';

describe('a countdown', () => {
  it('to a session is D-30 in Korean and written out in Japanese', () => {
    expect([30, 1, 0, -7].map((days) => formatCountdown(days, 'ko'))).toEqual(['D-30', 'D-1', 'D-day', 'D+7']);
    expect([30, 1, 0, -7].map((days) => formatCountdown(days, 'ja'))).toEqual([
      '開催30日前',
      '開催1日前',
      '本日開催',
      '開催7日後',
    ]);
    expect([30, 1, 0, -7].map((days) => formatCountdown(days, 'en'))).toEqual([
      '30 days before',
      '1 day before',
      'today',
      '7 days after',
    ]);
  });

  it('to a due date says what is left and what is late', () => {
    expect((['ko', 'ja', 'en'] as const).map((lang) => formatDayOffsets([-7, -1, 0, 1], lang))).toEqual([
      'D-7 · D-1 · D-day · D+1',
      '7・1日前・当日・1日後',
      '7, 1 days before · on the day · 1 day after',
    ]);
    expect([-7, 0, 1].map((offset) => formatDayOffset(offset, 'ko'))).toEqual(['D-7', 'D-day', 'D+1']);
    expect([-7, 0, 1].map((offset) => formatDayOffset(offset, 'ja'))).toEqual(['7日前', '当日', '1日後']);
    expect([-7, 0, 1].map((offset) => formatDayOffset(offset, 'en'))).toEqual([
      '7 days before',
      'on the day',
      '1 day after',
    ]);
    expect([14, 0, -7].map((days) => formatDueCountdown(days, 'ko'))).toEqual(['D-14', 'D-day', 'D+7']);
    expect([14, 0, -7].map((days) => formatDueCountdown(days, 'ja'))).toEqual(['残り14日', '本日期限', '期限超過7日']);
    expect([14, 0, -1].map((days) => formatDueCountdown(days, 'en'))).toEqual([
      '14 days left',
      'due today',
      '1 day late',
    ]);
  });
});

describe('a number', () => {
  it('is grouped alike in all three languages', () => {
    expect(formatNumber(1234567.5, 'ko')).toBe('1,234,567.5');
    expect(formatNumber(1234567.5, 'ja', 0)).toBe('1,234,568');
  });

  it('of hertz takes the unit of the Radio Regulations and loses nothing', () => {
    expect(formatFrequency(806_000_000, 'ko')).toBe('806 MHz');
    expect(formatFrequency(2_600_000_000, 'ja')).toBe('2,600 MHz');
    expect(formatFrequency(3_000_000_000, 'en')).toBe('3,000 MHz');
    expect(formatFrequency(28_000_000_001, 'en')).toBe('28.000000001 GHz');
    expect(formatFrequency(1_242_500, 'en')).toBe('1,242.5 kHz');
    expect(formatFrequency(0, 'en')).toBe('0 kHz');
    expect(() => formatFrequency(1.5, 'en')).toThrow();
    expect(() => formatFrequency(-1, 'en')).toThrow();
  });

  it('of a band has one unit', () => {
    expect(formatBand(806_000_000, 821_000_000, 'ko')).toBe('806~821 MHz');
    expect(formatBand(806_000_000, 821_000_000, 'en')).toBe('806–821 MHz');
    expect(formatBand(2_900_000_000, 3_100_000_000, 'ja')).toBe('2.9~3.1 GHz');
  });

  it('of bytes is rounded to a tenth', () => {
    expect([0, 999, 1000, 1_234_567, 999_950].map((bytes) => formatFileSize(bytes, 'en'))).toEqual([
      '0 B',
      '999 B',
      '1 kB',
      '1.2 MB',
      '1 MB',
    ]);
  });

  it('of things makes a list in the reader’s language', () => {
    expect(formatList(['東京', '大阪', '広島'], 'ja')).toBe('東京、大阪、広島');
    expect(formatList(['서울', '부산'], 'ko')).toBe('서울 및 부산');
  });
});

describe('a person', () => {
  const park: PersonName = {
    hangul: { family: '박', given: '윤규' },
    hanja: { family: '朴', given: '允圭' },
    kana: { family: 'パク', given: 'ユンギュ' },
    latin: { family: 'Park', given: 'Yun-kyu' },
  };
  const kishida: PersonName = {
    kanji: { family: '岸田', given: '文雄' },
    latin: { family: 'Kishida', given: 'Fumio' },
  };

  it('is named family first, in the script of the reader', () => {
    expect(formatName(park, 'ko')).toEqual({ text: '박윤규', lang: 'ko' });
    expect(formatName(park, 'ja')).toEqual({ text: '朴允圭(パク・ユンギュ)', lang: 'ja' });
    expect(formatName(park, 'en')).toEqual({ text: 'PARK Yun-kyu', lang: 'en' });
    expect(formatName(kishida, 'ja')).toEqual({ text: '岸田文雄', lang: 'ja' });
  });

  it('is never respelt: a script that was not given falls back to one that was', () => {
    expect(formatName(kishida, 'ko')).toEqual({ text: 'KISHIDA Fumio', lang: 'en' });
    expect(formatName({ hangul: { family: '김', given: '하늘' } }, 'ja')).toEqual({ text: '김하늘', lang: 'ko' });
    expect(formatName({ kana: { family: 'キム', given: 'ハヌル' } }, 'ja')).toEqual({
      text: 'キム ハヌル',
      lang: 'ja',
    });
    expect(formatName({}, 'en')).toEqual({ text: '', lang: 'en' });
  });

  it('stands in a list as each side lists people', () => {
    expect(formatPerson({ body: '과학기술정보통신부', post: '제2차관', name: '박윤규' }, 'ko')).toBe(
      '과학기술정보통신부 제2차관 박윤규',
    );
    expect(formatPerson({ body: '総務省', post: '国際戦略局長', name: '山田太郎' }, 'ja')).toBe(
      '総務省 国際戦略局長 山田太郎',
    );
    expect(
      formatPerson({ body: 'Ministry of Science and ICT', post: '2nd Vice Minister', name: 'PARK Yun-kyu' }, 'en'),
    ).toBe('PARK Yun-kyu, 2nd Vice Minister, Ministry of Science and ICT');
    expect(formatPerson({ name: '박윤규' }, 'ko')).toBe('박윤규');
  });

  it('is addressed by name and then title in Korean and Japanese', () => {
    expect(formatNameWithTitle('박윤규', '제2차관', 'ko')).toBe('박윤규 제2차관');
    expect(formatNameWithTitle('山田', '局長', 'ja')).toBe('山田局長');
    expect(formatNameWithTitle('PARK Yun-kyu', 'Vice Minister', 'en')).toBe('Vice Minister PARK Yun-kyu');
  });
});

describe('sorting', () => {
  it('puts shorter Korean names before longer ones, by 가나다', () => {
    const names = ['하나', '김하늘', '가나다', '김하', '나라'];
    expect(sortByText(names, 'ko', (text) => ({ text }))).toEqual(['가나다', '김하', '김하늘', '나라', '하나']);
  });

  it('sorts Japanese by reading where one is given, hiragana and katakana alike', () => {
    const people = [
      { text: '山田', reading: 'やまだ' },
      { text: '東', reading: 'アズマ' },
      { text: '阿部', reading: 'あべ' },
    ];
    expect(sortByText(people, 'ja', (person) => person).map((person) => person.text)).toEqual(['東', '阿部', '山田']);
  });

  it('leaves the list it was given, and ranks numbers by value', () => {
    const given = ['Item 10', 'item 2'] as const;
    expect(sortByText(given, 'en', (text) => ({ text }))).toEqual(['item 2', 'Item 10']);
    expect(given[0]).toBe('Item 10');
    expect(compareTexts('en')({ text: 'a' }, { text: 'a' })).toBe(0);
  });
});

describe('the language of a browser', () => {
  it.each([
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['fr, ja;q=0.5, en;q=0.7', 'en'],
    ['en;q=0.2,JA', 'ja'],
    ['ko;q=0, ja;q=0.1', 'ja'],
    ['fr', null],
    ['', null],
    [undefined, null],
    ['*', null],
    [';;;q=q,,', null],
  ])('of %j is %s', (header, lang) => {
    expect(negotiateLanguage(header)).toBe(lang);
  });
});
