import { judge, quantile, type ReadMail, type Told } from './judge.js';
import type { Expected } from './expected.js';

const one: Expected = { token: 'S000001', actionId: 'a', language: 'ja', side: 'kr', address: 'reader@kr.example' };
const row = (over: Partial<Told> = {}): Told => ({
  actionId: 'a',
  state: 'sent',
  doubted: false,
  dueAt: 1_000,
  ...over,
});
const mail = (over: Partial<ReadMail> = {}): ReadMail => ({
  at: 1_200,
  to: ['reader@kr.example'],
  messageId: '<1@desk>',
  language: 'ja',
  subject: '',
  text: 'アクションアイテム: 測定結果の交換 S000001',
  cut: false,
  orphaned: false,
  ...over,
});
const faults = (told: Told[], mails: ReadMail[]): string[] => {
  const { delays: _delays, ...lists } = judge([one], told, mails);
  return Object.entries(lists)
    .filter(([, list]) => list.length > 0)
    .map(([name]) => name);
};

describe('the judge of the storm', () => {
  it('finds nothing where everybody was told once', () => {
    expect(faults([row()], [mail()])).toEqual([]);
    expect(judge([one], [row()], [mail()]).delays).toEqual([200]);
  });

  it.each<[string, Told[], ReadMail[], string[]]>([
    ['no mail', [row()], [], ['lost']],
    ['a mail the product does not know of', [row({ state: 'sending' })], [mail()], ['lost']],
    ['no row', [], [mail()], ['lost']],
    ['a mail before its hour', [row()], [mail({ at: 999 })], ['early']],
    ['a header in another language', [row()], [mail({ language: 'ko' })], ['wrongLanguage']],
    ['words in another language', [row()], [mail({ text: '측정 결과 교환 S000001' })], ['wrongLanguage']],
    ['somebody else’s mail', [row()], [mail({ to: ['other@jp.example'] })], ['wrongReader']],
    ['a second reader', [row()], [mail({ to: ['reader@kr.example', 'other@jp.example'] })], ['wrongReader']],
    [
      'two mails with two ids',
      [row({ doubted: true })],
      [mail({ cut: true }), mail({ messageId: '<2@desk>' })],
      ['doubled', 'repeated'],
    ],
    [
      'two mails with one id that are shown as in doubt',
      [row({ doubted: true })],
      [mail({ cut: true }), mail()],
      ['repeated'],
    ],
    ['a doubt for which no line was cut', [row({ doubted: true })], [mail()], ['inHands']],
    ['two mails with one id that nothing shows', [row()], [mail(), mail()], ['repeated', 'repeatedUnshown']],
    [
      'a mail its worker died with, shown as in doubt',
      [row({ doubted: true })],
      [mail({ orphaned: true })],
      ['inHands', 'hit'],
    ],
    ['a mail its worker died with that nothing shows', [row()], [mail({ orphaned: true })], ['hit', 'hitUnshown']],
    ['a mail of nothing expected', [row()], [mail(), mail({ text: 'S999999' }), mail({ text: '' })], ['strangers']],
  ])('finds %s', (_case, told, mails, found) => {
    expect(faults(told, mails)).toEqual(found);
  });

  it('takes a repetition for early when its first mail was', () => {
    expect(faults([row({ doubted: true })], [mail({ cut: true }), mail({ at: 500 })])).toEqual(['early', 'repeated']);
  });

  it('gives the value below which a share lies', () => {
    const values = Array.from({ length: 200 }, (_, index) => index + 1);
    expect([quantile(values, 0.5), quantile(values, 0.99), quantile(values, 1)]).toEqual([100, 198, 200]);
  });
});
