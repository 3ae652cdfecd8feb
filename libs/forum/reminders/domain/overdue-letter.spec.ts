import { historicText, LANGUAGES, type Language, type Side } from '#core/kernel';
import { createTranslator } from '#core/i18n';
import { installCatalogues } from '#platform/catalogues';
import { letterText } from '#platform/mail';
import { overdueRule } from './due.js';
import { DUE_RULES } from './due-rules.js';
import { writeLetter } from './letter.js';
import { actionOverdueRule, translationOverdueRule } from './rules.js';
import { sessionRuleCodes } from './session-rules.js';

const ruleDate = '2027-03-19';
const title = historicText({ ko: '측정 결과 교환', ja: '測定結果の交換', en: 'Exchange of results' }, 'ko');

const letter = (
  rule: string,
  language: Language,
  { today = ruleDate, side = 'kr', asksForAgenda = false }: { today?: string; side?: Side; asksForAgenda?: boolean },
): string => {
  const written = writeLetter({
    reminder: { rule, ruleDate, recipientSide: 'kr' },
    cause: { fingerprint: '', title, number: '2027-1', session: null, side, path: '/', asksForAgenda },
    recipient: { email: '', language, post: title },
    today,
    href: 'https://desk.example/',
  });
  return `${written.subject}\n${letterText(written)}`;
};

const late = { ko: /경과|초과|지났/u, ja: /超過|経過|過ぎ/u, en: /overdue|past|late\b|was due/u } as const;

describe('what is told above on the date itself', () => {
  beforeAll(() => installCatalogues({ strict: true }));

  const rules = [
    ...sessionRuleCodes.filter((code) => code.endsWith('-overdue')),
    ...DUE_RULES.map(overdueRule),
    actionOverdueRule,
    translationOverdueRule.code,
  ];

  it.each(rules)('under %s is not called late, in no language and to neither side', (rule) => {
    for (const language of LANGUAGES)
      for (const over of [{}, { side: 'jp' }, { asksForAgenda: true }] as const)
        expect(letter(rule, language, over)).not.toMatch(late[language]);
  });

  it('is called late from the next day on where it is an action item', () => {
    for (const language of LANGUAGES)
      for (const over of [{}, { side: 'jp' }, { asksForAgenda: true }] as const)
        expect(letter(actionOverdueRule, language, { ...over, today: '2027-03-20' })).toMatch(late[language]);
  });

  it('has names on the desk that hold on the day as well as after it', () => {
    for (const language of LANGUAGES) {
      const { t } = createTranslator(language);
      const names = [
        t('reminders:rules.action-item-overdue'),
        t('reminders:rules.translation-overdue'),
        t('reminders:overdue', { rule: '' }),
        t('web-reminder-rules:overdue', { rule: '' }),
      ];
      expect(names.join('\n')).not.toMatch(late[language]);
    }
  });
});
