import fc from 'fast-check';
import type { KnownName } from './name-facts.js';
import { textWarnings } from './text-warnings.js';

const names: readonly KnownName[] = [
  {
    id: 'org.kr_msit',
    forms: {
      ko: ['과학기술정보통신부', '과기정통부'],
      ja: ['科学技術情報通信部'],
      en: ['Ministry of Science and ICT', 'MSIT'],
    },
  },
  {
    id: 'org.jp_mic',
    forms: { ko: ['총무성'], ja: ['総務省'], en: ['Ministry of Internal Affairs and Communications', 'MIC'] },
  },
  { id: 'org.itu_r', forms: { ko: ['국제전기통신연합 전파통신부문(ITU-R)'], ja: ['ITU-R'], en: ['ITU-R'] } },
  { id: 'org.kr_mofa', forms: { ko: ['외교부'], ja: ['外交部'] } },
];

describe('textWarnings', () => {
  it.each([
    ['the same number of minutes', { ko: '40분간 논의', ja: '40分間の議論', en: 'Discussion of 40 minutes' }],
    ['full-width figures and commas', { ko: '약 1,200건', ja: '約１２００件', en: 'About 1,200 cases' }],
    ['ordinals in three ways', { ko: '제3차 포럼 결과', ja: '第3回フォーラムの結果', en: 'Results of the 3rd forum' }],
    ['ordinals in words', { ko: '제3차 회의', ja: '第3回会合', en: 'The third meeting' }],
    ['small numbers in words', { ko: '두 나라의 3개 분야', ja: '両国の3分野', en: 'Three areas of the two countries' }],
    ['ten thousands', { ko: '3만 명', ja: '3万人', en: '30,000 people' }],
    ['hundred millions', { ko: '1억 2,000만 원', ja: '1億2000万ウォン', en: '120 million won' }],
    ['decimals with zeros', { ko: '2.50%', ja: '2.5%', en: '2.5 percent' }],
    ['names that hold a figure', { ko: '5G 및 6G 협력', ja: '5Gおよび6Gの協力', en: 'Cooperation on 5G and 6G' }],
    ['one band in three notations', { ko: '806~821㎒ 대역', ja: '806~821MHz帯', en: 'The band 806–821 MHz' }],
    ['a band in another unit', { ko: '3.5GHz 대역', ja: '3,500MHz帯', en: 'The 3.5 GHz band' }],
    ['a band with both units written', { ko: '806 MHz ~ 821 MHz', ja: '806～821メガヘルツ', en: '806 to 821 MHz' }],
    [
      'a day in each country’s way',
      { ko: '2027. 4. 21.(수) 개최', ja: '令和9年4月21日(水)開催', en: 'Held on 21 April 2027' },
    ],
    ['the American order of a day', { ko: '2027년 4월 21일', ja: '2027年4月21日', en: 'April 21, 2027' }],
    ['a day without its year', { ko: '4월 21일까지', ja: '令和9年4月21日まで', en: 'By 21 April' }],
    ['the first year of an era', { ko: '2019년 5월', ja: '令和元年5月', en: 'May 2019' }],
    ['a year alone', { ko: '2030년까지', ja: '令和12年までに', en: 'By 2030' }],
    ['bodies in each language', { ko: '과기정통부와 총무성', ja: '科学技術情報通信部と総務省', en: 'MSIT and MIC' }],
    [
      'a body known in two languages only',
      { ko: '외교부 설명', ja: '外交部の説明', en: 'Explanation by the foreign ministry' },
    ],
    [
      'an abbreviation that stands in all languages',
      { ko: 'ITU-R 기고', ja: 'ITU-Rへの寄書', en: 'Contribution to ITU-R' },
    ],
    ['texts without any figure', { ko: '주파수 정책', ja: '周波数政策', en: 'Spectrum policy' }],
  ])('says nothing about %s', (_, texts) => {
    expect(textWarnings(texts, names)).toEqual([]);
  });

  it.each([
    ['number', { ko: '40분', ja: '14分', en: '40 minutes' }, { ko: '40', ja: '14', en: '40' }],
    ['number', { ko: '3만 명', ja: '3千人' }, { ko: '3만', ja: '3千' }],
    ['number', { ko: '제3차 회의', ja: '第2回会合', en: 'The third meeting' }, { ko: '3', ja: '2' }],
    ['number', { ko: '5G 협력', ja: '6Gの協力' }, { ko: '5G', ja: '6G' }],
    ['number', { ko: '2030년까지', ja: '令和11年までに', en: 'By 2030' }, { ko: '2030년', ja: '令和11年', en: '2030' }],
    ['frequency', { ko: '806~821㎒', ja: '806~824MHz' }, { ko: '806~821MHz', ja: '806~824MHz' }],
    ['frequency', { ko: '3.5㎓', ja: '3.5MHz帯', en: '3.5 GHz' }, { ko: '3.5GHz', ja: '3.5MHz', en: '3.5 GHz' }],
    [
      'date',
      { ko: '2027. 4. 21.(수)', ja: '令和9年4月12日(月)' },
      { ko: '2027. 4. 21.(수)', ja: '令和9年4月12日(月)' },
    ],
    [
      'date',
      { ko: '2027년 4월 21일', ja: '令和8年4月21日', en: '21 April 2027' },
      { ko: '2027년 4월 21일', ja: '令和8年4月21日', en: '21 April 2027' },
    ],
    [
      'name',
      { ko: '과기정통부 발표', ja: '総務省の発表', en: 'Presentation by MSIT' },
      { ko: '과기정통부', ja: '総務省', en: 'MSIT' },
    ],
  ] as const)('warns of a %s that differs: %j', (kind, texts, values) => {
    expect(textWarnings(texts, names)).toEqual([{ kind, values }]);
  });

  it('compares only languages that are present', () => {
    expect(textWarnings({ ko: '40분' })).toEqual([]);
    expect(textWarnings({ ko: '40분', ja: '  ' })).toEqual([]);
    expect(textWarnings({ ko: '40분', en: '14 minutes' })).toHaveLength(1);
  });

  it('reads any two whole numbers as the same in all languages, and tells different ones apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 999_999 }), fc.integer({ min: 13, max: 999_999 }), (a, b) => {
        const warnings = textWarnings({
          ko: `총 ${a.toLocaleString('en')}건`,
          ja: `合計${b}件`,
          en: `A total of ${a} cases`,
        });
        expect(warnings.length > 0).toBe(a !== b);
      }),
    );
  });

  it('never stops at a text, however strange', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (ko, ja) => {
        expect(Array.isArray(textWarnings({ ko, ja }, names))).toBe(true);
        expect(textWarnings({ ko, en: ko }, []).filter(({ kind }) => kind === 'frequency')).toEqual([]);
      }),
    );
  });
});
