import fc from 'fast-check';
import { LANGUAGES, type Language } from './vocabulary.js';
import { wordDiff, type WordMark } from './word-diff.js';

const opening = { same: '', removed: '[-', added: '[+' } as const;
const closing = { same: '', removed: '-]', added: '+]' } as const;

const shown = (before: string, after: string, lang: Language): string =>
  wordDiff(before, after, lang)
    .map(({ kind, text }) => opening[kind] + text + closing[kind])
    .join('');

const read = (marks: readonly WordMark[], kind: WordMark['kind']): string =>
  marks.map((mark) => (mark.kind === 'same' || mark.kind === kind ? mark.text : '')).join('');

type Case = readonly [before: string, after: string, shown: string];

const korean: readonly Case[] = [
  [
    '2.3㎓ 대역의 공동 이용 방안을 논의한다.',
    '2.6㎓ 대역의 공동 이용 방안과 일정을 논의한다.',
    '[-2.3㎓-][+2.6㎓+] 대역의 공동 이용 [-방안을-][+방안과 일정을+] 논의한다.',
  ],
  ['이동통신 주파수 정책', '이동통신 주파수정책', '이동통신 [-주파수 정책-][+주파수정책+]'],
  [
    '제3차 회의를 2027년 상반기에 서울에서 개최하기로 하였다.',
    '제4차 회의를 2027년 하반기에 도쿄에서 개최하기로 하였다.',
    '[-제3차-][+제4차+] 회의를 2027년 [-상반기에 서울에서-][+하반기에 도쿄에서+] 개최하기로 하였다.',
  ],
  ['인공지능 안전성 평가', '인공지능 안전성 평가 결과 공유', '인공지능 안전성 평가[+ 결과 공유+]'],
];

const japanese: readonly Case[] = [
  ['移動通信の周波数政策', '移動通信用周波数政策', '移動通信[-の-][+用+]周波数政策'],
  [
    '両国は、2.3GHz帯の共用について検討する。',
    '両国は、2.6GHz帯の共同利用について引き続き検討を行う。',
    '両国は、[-2.3GHz-][+2.6GHz+]帯の[-共用-][+共同利用+]について[+引き続き+]検討[-する-][+を行う+]。',
  ],
  [
    '令和9年4月21日(水)に東京で開催',
    '令和9年4月28日(水)にソウルで開催',
    '令和9年4月[-21-][+28+]日(水)に[-東京-][+ソウル+]で開催',
  ],
  ['サービスの相互運用性', 'サーバの相互運用性', '[-サービス-][+サーバ+]の相互運用性'],
];

const english: readonly Case[] = [
  [
    'Both sides will discuss the 2,300 MHz band.',
    'Both sides will discuss the use of the 2,600 MHz band in detail.',
    'Both sides will discuss the [-2,300-][+use of the 2,600+] MHz band[+ in detail+].',
  ],
  [
    'Radio Directors-General Meeting',
    'Meeting of Directors-General for Radio',
    '[-Radio-][+Meeting of+] Directors-General [-Meeting-][+for Radio+]',
  ],
];

describe('what changed between two texts', () => {
  it.each(korean)('is told in Korean 어절 by 어절: %s', (before, after, marks) => {
    expect(shown(before, after, 'ko')).toBe(marks);
  });

  it.each(japanese)('is told in Japanese by segment, numbers and katakana whole: %s', (before, after, marks) => {
    expect(shown(before, after, 'ja')).toBe(marks);
  });

  it.each(english)('is told in English by word: %s', (before, after, marks) => {
    expect(shown(before, after, 'en')).toBe(marks);
  });

  it('goes down to characters in Japanese where most of a run stays', () => {
    expect(shown('陸上移動業務局の免許', '陸上移動業務用局の免許', 'ja')).toBe('陸上移動業務[+用+]局の免許');
    expect(shown('周波数再編アクションプランの改定', '周波数再編アクションプランの改訂', 'ja')).toBe(
      '周波数再編アクションプランの[-改定-][+改訂+]',
    );
  });

  it('shows a text that was written anew whole, not as a patchwork of small words', () => {
    expect(shown('Mobile spectrum policies', 'Artificial intelligence strategy', 'en')).toBe(
      '[-Mobile spectrum policies-][+Artificial intelligence strategy+]',
    );
    expect(shown('情報通信技術の動向', '人工知能戦略の推進', 'ja')).toBe(
      '[-情報通信技術の動向-][+人工知能戦略の推進+]',
    );
  });

  it('knows nothing, the same, and the whole', () => {
    expect(wordDiff('', '', 'ko')).toEqual([]);
    expect(wordDiff('의제', '의제', 'ko')).toEqual([{ kind: 'same', text: '의제' }]);
    expect(wordDiff('', '議題', 'ja')).toEqual([{ kind: 'added', text: '議題' }]);
    expect(wordDiff('Agenda', '', 'en')).toEqual([{ kind: 'removed', text: 'Agenda' }]);
  });

  it('keeps lines, and a mark for a line that was added', () => {
    expect(shown('첫째 줄\n둘째 줄', '첫째 줄\n둘째 줄\n셋째 줄', 'ko')).toBe('첫째 줄\n둘째 줄[+\n셋째 줄+]');
  });

  it('never divides a character: variant selectors, composed kana and emoji', () => {
    for (const [before, after] of [
      ['辻\u{e0100}氏の挨拶と説明', '辻\u{e0101}氏の挨拶と説明'],
      ['か\u3099いようの説明', 'かいようの説明'],
      ['担当👩‍💻の説明', '担当👩‍🔬の説明'],
    ] as const) {
      const cut = wordDiff(before, after, 'ja').filter(({ text }) => /^(?:\p{M}|\u200d)/u.test(text));
      expect(cut).toEqual([]);
    }
  });

  it('holds both texts whole, in any language, with no empty mark and no two neighbours of one kind', () => {
    const word = fc.constantFrom(
      ...['주파수', '정책을', '제3차', '電波', '政策', 'の', 'データ', '2,300', 'MHz', 'policy', 'of'],
      ...[' ', ' ', '\n', ', ', '。', '(', '  '],
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom(...LANGUAGES), (before, after, lang) => {
        const marks = wordDiff(before, after, lang);
        expect(read(marks, 'removed')).toBe(before);
        expect(read(marks, 'added')).toBe(after);
        expect(marks.filter((mark, index) => mark.text === '' || mark.kind === marks[index - 1]?.kind)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('does not take long over long texts that have everything but the order in common', () => {
    const words = Array.from({ length: 800 }, (_, index) => `w${String(index)}`);
    const started = performance.now();
    const marks = wordDiff(words.join(' '), words.toReversed().join(' '), 'en');
    expect(performance.now() - started).toBeLessThan(1500);
    expect(read(marks, 'added')).toContain('w799 w798');
  });
});
