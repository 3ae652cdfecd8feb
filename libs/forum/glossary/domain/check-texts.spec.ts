import { readFileSync } from 'node:fs';
import type { Language } from '#core/kernel';
import { checkTexts, type GlossaryCheck } from './check-texts.js';
import { compileLexicon, type Lexicon } from './lexicon.js';
import { readListedTerms } from './listed-terms.js';

const root = new URL('../../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The glossary as every installation starts with it. */
const lexicon: Lexicon = compileLexicon(
  readListedTerms({ list: read('libs/core/i18n/glossary.tsv'), forms: read('data/glossary-forms.json') }).map(
    (term) => ({
      ...term,
      id: term.code,
    }),
  ),
);

type Texts = Parameters<typeof checkTexts>[1]['texts'];
const check = (texts: Texts, source?: Language): GlossaryCheck => checkTexts(lexicon, { texts, source });
const hits = (texts: Texts): string[] => check(texts).hits.map(({ term, found }) => `${term.code} ${found}`);
const off = (texts: Texts, source?: Language): string[] =>
  check(texts, source).offGlossary.map(
    ({ lang, found, offer, source: said }) => `${lang} ${found ?? `(${said?.found ?? ''})`} > ${offer}`,
  );

describe('terms in a text', () => {
  it('are found in Korean with their particles and in either spacing, and not inside other words', () => {
    expect(hits({ ko: '주파수대역과 주파수 대역의 유해한 혼신을 논의함' })).toEqual([
      'radio.band 주파수대역',
      'radio.band 주파수 대역',
      'radio.harmful_interference 유해한 혼신',
    ]);
    expect(hits({ ko: '의장단은 무기한 연기하였고 지정학을 다룸' })).toEqual([]);
    expect(hits({ ko: '과학기술정보통신부장관이 총무성과 협의' })).toContain('org.kr_msit 과학기술정보통신부');
  });

  it('are found in Japanese as words of their own: not in a longer word of the same letters', () => {
    expect(hits({ ja: '電波監視に関する協力覚書を署名' })).toEqual(
      expect.arrayContaining(['radio.monitoring 電波監視', 'instr.moc 協力覚書']),
    );
    expect(hits({ ja: 'プラットフォームの本部長と総務省令' })).toEqual([]);
    expect(hits({ ja: '事務局長' })).not.toContain('rank.dg 局長');
  });

  it('are found in English between word boundaries, in the plural too, abbreviations only in capitals', () => {
    expect(hits({ en: 'Satellite networks and base stations; the itu and the ITU' })).toEqual([
      'radio.satellite_network Satellite networks',
      'radio.base_station base stations',
      'org.itu ITU',
    ]);
    expect(hits({ en: 'Please open the round table and host a draft' })).toEqual([]);
  });

  it('are the longest ones, at the place where they were written, whatever their composition', () => {
    const nfd = '전파감시 결과'.normalize('NFD');
    const [hit] = check({ ko: nfd }).hits;
    expect([hit?.term.code, nfd.slice(hit?.start, hit?.end).normalize('NFC')]).toEqual([
      'radio.monitoring',
      '전파감시',
    ]);
    const half = check({ ja: '「ﾃﾞｼﾞﾀﾙ政策」' }).hits[0];
    expect([half?.term.code, half?.found]).toEqual(['topic.digital', 'ﾃﾞｼﾞﾀﾙ政策']);
  });

  it('are neither the pair of countries nor a pattern', () => {
    expect(hits({ ja: '第3回会合', en: '3 days left' }).filter((hit) => /pair|round|days_left/u.test(hit))).toEqual([]);
  });
});

describe('a text off the glossary', () => {
  it('uses a form to avoid, and is offered the agreed one', () => {
    expect(off({ ja: '長官級会合と世界電波通信会議' })).toEqual([
      'ja 長官級 > 閣僚級',
      'ja 世界電波通信会議 > 世界無線通信会議',
    ]);
    expect(off({ ko: '기한이 지나 독촉함' })).toEqual(['ko 독촉 > 알림']);
  });

  it('uses a sign for a unit', () => {
    expect(off({ ko: '2.6 ㎓ 대역과 806~821㎒' })).toEqual(['ko ㎓ > GHz', 'ko ㎒ > MHz']);
  });

  it('lacks the agreed form of what the source says', () => {
    expect(off({ ko: '합의의사록 서명', ja: '覚書の署名' }, 'ko')).toEqual(['ja (합의의사록) > 合意議事録']);
    expect(off({ ja: '作業部会の設置', ko: '워킹그룹 설치' }, 'ja')).toEqual(['ko (作業部会) > 실무반']);
    expect(off({ en: 'Radio monitoring', ja: '電波監理' }, 'en')).toEqual(['ja (Radio monitoring) > 電波監視']);
  });

  it('is warned of once, and not as missing besides', () => {
    expect(off({ ko: '양해각서와 양해각서', ja: '諒解覚書' }, 'ko')).toEqual(['ja 諒解覚書 > 了解覚書']);
  });

  it.each<[string, Texts, Language]>([
    ['another form that is agreed', { ko: '공동의사록', ja: '共同議事録' }, 'ko'],
    ['another form than the first', { ko: '합의의사록', ja: '共同議事録' }, 'ko'],
    ['another okurigana', { ko: '기관 간 약정', ja: '機関間取り決め' }, 'ko'],
    ['another order of words in English', { ko: '주파수 조정', en: 'coordination of frequencies' }, 'ko'],
    ['other words for a plain thing', { ko: '회의 결과와 지정 좌석', ja: 'アウトカムと座席' }, 'ko'],
    ['the other order of the pair', { ja: '日韓ICT政策対話', ko: '한·일 ICT 정책대화' }, 'ja'],
    ['another spacing and another dot', { ja: 'デジタル・ディバイド', ko: '정보 격차' }, 'ja'],
    ['an abbreviation', { ko: '세계전파통신회의 준비', ja: 'WRC-27の準備', en: 'WRC-27 preparations' }, 'ko'],
    ['another word for a plain English one', { en: 'Translation of the agenda', ko: '번역본 배포' }, 'en'],
    ['British and American spelling', { ko: '표준화', en: 'standardization' }, 'ko'],
  ])('is not one that uses %s', (_, texts, source) => {
    expect(off(texts, source)).toEqual([]);
  });

  it('is rare in the record, whose texts were written in three languages by people: few warnings, no false friend', () => {
    const texts = textsIn(JSON.parse(read('data/history.json')));
    const checks = texts.flatMap((one) => (['ko', 'ja', 'en'] as const).map((lang) => check(one, lang)));
    expect(checks.length).toBeGreaterThan(1000);
    expect(checks.flatMap(({ falseFriends }) => falseFriends)).toEqual([]);
    expect(checks.flatMap(({ offGlossary }) => offGlossary).length).toBeLessThan(checks.length / 15);
  });

  it('is not judged by what is missing before anybody has said what is the source', () => {
    expect(off({ ko: '합의의사록', ja: '覚書' })).toEqual([]);
  });
});

/** Every value of the record that says one thing in several languages. */
function textsIn(value: unknown): Texts[] {
  if (typeof value !== 'object' || value === null) return [];
  const { ko, ja, en } = value as Record<string, unknown>;
  const own =
    typeof ko === 'string' && typeof ja === 'string' ? [{ ko, ja, ...(typeof en === 'string' ? { en } : {}) }] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}
