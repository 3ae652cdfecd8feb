import { historicText, LANGUAGES, type Language } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { letterHtml, letterText } from '#platform/mail';
import { writeLetter } from './letter.js';
import type { Cause, Fact } from './reminder.types.js';
import {
  actionItemRule,
  invitationRule,
  keysClearedRule,
  pollAskedRule,
  pollChaseRule,
  pollSharedRule,
  PROPOSAL_NOTICES,
  SESSION_NOTICES,
} from './rules.js';
import { sessionRuleCodes } from './session-rules.js';

const facts: Fact[] = [
  { label: 'sessionDate', date: '2027-04-21' },
  {
    label: 'when',
    when: {
      startDate: '2027-04-21',
      endDate: null,
      startsAt: '2027-04-21T01:00:00Z',
      endsAt: '2027-04-21T08:00:00Z',
      zone: 'Asia/Tokyo',
    },
  },
  { label: 'place', text: historicText({ ko: '도쿄', ja: '東京', en: 'Tokyo' }, 'ja') },
  { label: 'proposal', proposal: 'session.arrangement' },
  { label: 'level', level: 'vice_minister' },
  { label: 'answerBy', date: '2027-03-05' },
];
const rules = [
  actionItemRule.code,
  keysClearedRule,
  invitationRule,
  pollSharedRule,
  pollAskedRule,
  pollChaseRule.code,
  ...PROPOSAL_NOTICES,
  ...SESSION_NOTICES,
  ...sessionRuleCodes,
];

const letter = (rule: string, language: Language, today = '2027-03-16', over: Partial<Cause> = {}) =>
  writeLetter({
    reminder: { rule, ruleDate: '2027-03-19', recipientSide: language === 'ja' ? 'jp' : 'kr' },
    cause: {
      fingerprint: '',
      title: historicText(
        { ko: '제8차 한·일 전파국장회의', ja: '第8回日韓電波局長級会合', en: '8th Radio Directors-General Meeting' },
        'ko',
      ),
      number: '2027-RDG8-3',
      session: null,
      side: 'jp',
      facts,
      path: '/sessions/1',
      ...over,
    },
    recipient: {
      email: 'desk@forum.example',
      language,
      post: historicText(
        { ko: '주파수정책과장', ja: '周波数政策課長', en: 'Director, Spectrum Policy Division' },
        'ko',
      ),
    },
    today,
    href: 'https://desk.example/sessions/1',
  });

describe('the letters', () => {
  beforeAll(() => installCatalogues({ strict: true }));

  it.each(rules)('of %s are wholly in their reader’s language', (rule) => {
    const texts = LANGUAGES.map((language) => {
      const written = letter(rule, language);
      return `${written.subject}\n${letterText(written)}\n${letterHtml(written)}`;
    });
    expect(texts[LANGUAGES.indexOf('ko')]).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    expect(texts[LANGUAGES.indexOf('ja')]).not.toMatch(/\p{Script=Hangul}/u);
    expect(texts[LANGUAGES.indexOf('en')]).not.toMatch(/[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Han}]/u);
    for (const text of texts) expect(text).not.toMatch(/mail:|undefined|[{}]\w/u);
  });

  it.each(rules)('of %s inform and never press (domain.md 4)', (rule) => {
    for (const today of ['2027-03-16', '2027-03-19', '2027-03-22']) {
      expect(letterText(letter(rule, 'ko', today))).not.toContain('독촉');
      expect(letterText(letter(rule, 'ja', today))).not.toContain('督促');
    }
  });

  it('name a deadline, its day and its session in the subject', () => {
    expect(letter('delegation_list', 'ko').subject).toBe(
      '[기한 안내] 대표단 명단 제출(D-3) – 제8차 한·일 전파국장회의',
    );
    expect(letter('delegation_list', 'ja', '2027-03-19').subject).toBe(
      '【期限のお知らせ】代表団名簿の提出(本日期限) – 第8回日韓電波局長級会合',
    );
    expect(letterText(letter('delegation_list', 'en', '2027-03-22'))).toContain('was due on 19 March 2027 (Fri.)');
  });

  it('print the hours of a meeting with zone and offset', () => {
    expect(letterText(letter(invitationRule, 'ja', '2027-03-16', { news: 'changed' }))).toContain(
      '日時: 令和9年4月21日(水) 10:00~17:00',
    );
    expect(letterText(letter(invitationRule, 'en'))).toMatch(/When: 21 April 2027 \(Wed\.\) .*UTC\+9/);
  });

  it('print what they are about as one block, and what rests as lists with their numbers', () => {
    const about = letterText(letter('delegation_list', 'ja', '2027-03-19'));
    expect(about).toContain('本日令和9年3月19日(金)が期限です');
    expect(about).toContain('\n\n事項: 代表団名簿の提出\n会合: 第8回日韓電波局長級会合\n開催日: ');
    const entry = (text: string): Fact => ({ label: 'entry', text: historicText({ ko: text }, 'ko') });
    const rests = [
      { label: 'blocked', plain: '1200' } as const,
      entry('결과 교환'),
      { label: 'suspended', plain: '1' } as const,
      entry('주파수 조정회의'),
    ];
    expect(letterText(letter('monthly-waiting', 'ko', '2027-03-16', { facts: rests }))).toContain(
      '\n\n지연 사유 발생 과제: 1,200건\n– 결과 교환\n\n중단된 협의 채널: 1건\n– 주파수 조정회의\n\n',
    );
  });

  it('keep a title that has no translation out of the subject, and mark it in the text', () => {
    const title = historicText({ ko: '제8차 한·일 전파국장회의' }, 'ko');
    const written = letter('delegation_list', 'ja', '2027-03-16', { title });
    expect(written.subject).toBe('【期限のお知らせ】代表団名簿の提出(残り3日)');
    expect(letterHtml(written)).toContain('<span lang="ko"');
  });
});
