import { historicText, LANGUAGES, type Language } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import { letterHtml, letterText } from '#platform/mail';
import { standardRules } from '#forum/reminder-rules';
import { writeDigest, type DigestItem } from './digest-letter.js';

const title = historicText(
  { ko: '제8차 한·일 전파국장회의', ja: '第8回日韓電波局長級会合', en: '8th Radio Directors-General Meeting' },
  'ko',
);
const item = (rule: string, over: Partial<DigestItem> = {}, subjectId = 'a'): DigestItem => ({
  reminder: { subjectType: 'session', subjectId, rule, ruleDate: '2027-03-19', recipientSide: 'kr' },
  cause: { fingerprint: '', title, number: null, session: null, path: `/sessions/${subjectId}` },
  href: `https://desk.example/sessions/${subjectId}`,
  ...over,
});
const digest = (language: Language, items: readonly DigestItem[]) =>
  writeDigest({
    recipient: { email: 'desk@forum.example', language, post: title },
    side: language === 'ja' ? 'jp' : 'kr',
    posts: [
      historicText({ ko: '주파수정책과장', ja: '周波数政策課長', en: 'Director, Spectrum Policy' }, 'ko'),
      historicText({ ko: '전파기반과장', ja: '電波環境課長', en: 'Director, Radio Environment' }, 'ko'),
    ],
    today: '2027-03-16',
    items,
    unsubscribe: 'https://desk.example/unsubscribe/x',
  });
const inDigests = standardRules.filter(({ delivery }) => delivery !== 'single').map(({ code }) => code);
/** Words of each rule are their own capability's affair; here only what is gathered of them. */
const written = inDigests.filter((code) => !code.startsWith('exchange') && !code.startsWith('exhibition'));

describe('the mail of a day', () => {
  beforeAll(() => installCatalogues({ strict: true }));

  it.each(written)('tells of %s wholly in its reader’s language, without pressing', (rule) => {
    const texts = LANGUAGES.map((language) => {
      const letter = digest(language, [item(rule)]);
      return `${letter.subject}\n${letterText(letter)}\n${letterHtml(letter)}`;
    });
    expect(texts[LANGUAGES.indexOf('ko')]).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]|독촉/u);
    expect(texts[LANGUAGES.indexOf('ja')]).not.toMatch(/\p{Script=Hangul}|督促/u);
    expect(texts[LANGUAGES.indexOf('en')]).not.toMatch(/[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Han}]/u);
    for (const text of texts) expect(text).not.toMatch(/mail:|undefined|[{}]\w|\[object/u);
  });

  it('gathers by what it is about, the earliest first, each line with its own page', () => {
    const items = [
      item('agenda_agreed', {}, 'b'),
      item('delegation_list'),
      item('translations', { reminder: { ...item('translations').reminder, ruleDate: '2027-03-18' } }),
    ];
    const letter = digest('ko', items);
    expect(letter.subject).toBe('[기한 안내] 2027. 3. 16.(화) 안내 사항(3건)');
    const text = letterText(letter);
    expect(text).toContain('주파수정책과장 및 전파기반과장 귀하');
    expect(text).toContain(
      '제8차 한·일 전파국장회의\n• 번역본 제출(D-2), 기한 2027. 3. 18.(목)\nhttps://desk.example/sessions/a\n• 대표단 명단 제출(D-3)',
    );
    expect(text.indexOf('sessions/a')).toBeLessThan(text.indexOf('sessions/b'));
    expect(letterHtml(letter)).toContain('<strong>제8차 한·일 전파국장회의</strong>');
    expect(letterHtml(letter)).toContain('<br>• <a href="https://desk.example/sessions/a"');
    expect(text).toContain('https://desk.example/unsubscribe/x');
  });

  it.each([
    ['kr', 'ko', '2027. 3. 19.'],
    ['jp', 'ja', '令和9年3月19日'],
  ] as const)(
    'tells %s of the other side’s overdue item that it is overdue, of its own since when',
    (side, language, day) => {
      const overdue = item('action-item-overdue');
      const told = (responsible: 'kr' | 'jp') => {
        const letter = digest(language, [
          {
            ...overdue,
            reminder: { ...overdue.reminder, subjectType: 'action_item', recipientSide: side },
            cause: { ...overdue.cause, number: 'A-1', side: responsible },
          },
        ]);
        return `${letterText(letter)}${letterHtml(letter)}`;
      };
      expect(told(side)).toContain(day);
      // Once in each version: its number and title stand above the line, not in it again.
      expect(told(side === 'kr' ? 'jp' : 'kr').match(/A-1/gu)).toHaveLength(2);
      expect(told(side === 'kr' ? 'jp' : 'kr')).not.toContain(day);
    },
  );

  it('says which of its lines come late, and that it is late where all of them are', () => {
    const late = item('delegation_list', { plannedFor: '2027-03-12' });
    expect(letterText(digest('en', [late, item('agenda_agreed')]))).toContain(
      'Delegation list (3 days left), due 19 March 2027 (Fri.) [planned for 12 March 2027 (Fri.), sent late]',
    );
    expect(digest('en', [late, item('agenda_agreed')]).subject).not.toContain('late');
    expect(digest('en', [late]).subject).toBe('Reminders of 16 March 2027 (Tue.) (1 item) [sent late]');
  });
});
