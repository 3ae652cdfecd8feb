import { DomainError } from '#core/kernel';
import { parseActionLine } from './action-line.js';
import { postsCalled } from './post-names.js';

const refusal = (act: () => unknown): [string, string | undefined] => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.fields[0]?.path];
  }
  return ['nothing', undefined];
};

describe('a line typed while the session goes on', () => {
  it.each([
    ['@KR-SEC !due 2027-05-06 측정 결과 교환', { owners: ['KR-SEC'], due: '2027-05-06', title: '측정 결과 교환' }],
    ['측정 결과 교환 @KR-SEC !2027-5-6', { owners: ['KR-SEC'], due: '2027-05-06', title: '측정 결과 교환' }],
    [
      '＠電波監視担当課長　！期限　２０２７／０５／０６　測定結果の送付',
      { owners: ['電波監視担当課長'], due: '2027-05-06', title: '測定結果の送付' },
    ],
    [
      '@a @b !기한 2027.5.6. !긴급 공동 보고',
      { owners: ['a', 'b'], due: '2027-05-06', title: '공동 보고', priority: 'high' },
    ],
    ['@a !2027年5月6日 !LOW note', { owners: ['a'], due: '2027-05-06', title: 'note', priority: 'low' }],
    ['@a !2027-05-06 ＡＩ 표준 ! 협의', { owners: ['a'], title: 'ＡＩ 표준 ! 협의', priority: 'normal' }],
  ])('%s', (text, line) => {
    expect(parseActionLine(text)).toMatchObject(line);
  });

  it.each([
    ['!due 2027-05-06 title', 'actions.lineNoOwner'],
    ['@a title', 'actions.lineNoDue'],
    ['@a !due', 'common.notADate'],
    ['@a !due tomorrow title', 'common.notADate'],
    ['@a !2027-02-30 title', 'common.notADate'],
    ['@a !9999-12-31 title', 'common.notADate'],
    ['@a !due 0000-01-01 title', 'common.notADate'],
    ['@a !2027-05-06', 'common.required'],
    ['@a !2027-05-06 !soon title', 'actions.lineUnknownMark'],
    ['@both !2027-05-06 title', 'actions.bothOwners'],
    ['@양측 !2027-05-06 title', 'actions.bothOwners'],
    ['＠双方 !2027-05-06 title', 'actions.bothOwners'],
    ['', 'actions.lineNoOwner'],
  ])('%p is refused with %s at the line', (text, code) => {
    expect(refusal(() => parseActionLine(text))).toEqual([code, 'text']);
  });
});

describe('posts called on a line', () => {
  const posts = [
    { id: '1', code: 'KR-SEC', names: ['사무국 담당', '事務局担当', '과학기술정보통신부사무국 담당'] },
    { id: '2', code: 'JP-SEC', names: ['事務局担当', '総務省事務局担当'] },
    { id: '3', code: null, names: ['Director, Spectrum Division'] },
  ];

  it('go by code, title, or body and title, whatever the case, width and spaces', () => {
    expect(postsCalled(['ｋｒ-sec', '総務省事務局担当', '사무국담당', 'director,spectrumdivision'], posts)).toEqual([
      '1',
      '2',
      '1',
      '3',
    ]);
  });

  it('are refused when nobody or more than one goes by the name', () => {
    expect(refusal(() => postsCalled(['nobody'], posts))).toEqual(['actions.ownerNotFound', 'text']);
    expect(refusal(() => postsCalled(['事務局担当'], posts))).toEqual(['actions.ownerAmbiguous', 'text']);
  });
});
