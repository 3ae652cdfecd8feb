import { faultsOf } from './check-rules.js';
import { RuleBook } from './rule-book.js';
import { bookOf, changedRules, changeOf, valuesOf, type WantedRule } from './rule-change.js';
import { choosesDate, targetsOf } from './rule-limits.js';
import { standardRules } from './standard-rules.js';

const wanted = (code: string, over: Partial<WantedRule> = {}): WantedRule => ({
  code,
  ...valuesOf(RuleBook.standard.get(code)),
  ...over,
});
const faults = (...rules: WantedRule[]) => faultsOf(rules).map(({ path, code }) => [path, code]);

describe('the rules two sides want', () => {
  it('are in order when they are the standard, every one of them', () => {
    expect(faultsOf(standardRules.map(({ code }) => wanted(code)))).toEqual([]);
    for (const rule of standardRules)
      for (const { to } of rule.escalations)
        expect([rule.code, targetsOf(rule)]).toEqual([rule.code, expect.arrayContaining([to])]);
  });

  it.each<[string, WantedRule, string, string]>([
    ['a code nobody knows', { ...wanted('translations'), code: 'tea' }, 'code', 'unknownRule'],
    ['a date that follows from its object', wanted('action-item', { offset: 3 }), 'offset', 'dateFixed'],
    ['a date before the session moved behind it', wanted('agenda_proposal', { offset: 3 }), 'offset', 'dateTurned'],
    ['a date more than a year away', wanted('minutes_agreed', { offset: 366 }), 'offset', 'dateOutOfReach'],
    ['a rule of what belongs to no channel', wanted('monthly-waiting', { remindAt: [1] }), 'code', 'ruleOfNoChannel'],
    ['a rule of an exhibition', wanted('exhibition-list', { enabled: false }), 'code', 'ruleOfNoChannel'],
    ['half a day', wanted('minutes_agreed', { offset: 7.5 }), 'offset', 'dateOutOfReach'],
    ['no day to remind on', wanted('translations', { remindAt: [] }), 'remindAt', 'remindsNobody'],
    ['a reminder more than a year away', wanted('translations', { remindAt: [-400, 0] }), 'remindAt', 'dayOutOfReach'],
    ['days in no order', wanted('translations', { remindAt: [0, -1] }), 'remindAt', 'daysUnsorted'],
    ['one day twice', wanted('translations', { remindAt: [-1, -1] }), 'remindAt', 'daysUnsorted'],
    [
      'thirteen days',
      wanted('translations', { remindAt: Array.from({ length: 13 }, (_, day) => day) }),
      'remindAt',
      'tooManyDays',
    ],
    [
      'a target the rule does not reach',
      wanted('agenda_proposal', { escalations: [{ at: 3, to: 'next_agenda' }] }),
      'escalations',
      'targetUnfit',
    ],
    [
      'a target twice on one day',
      wanted('agenda_proposal', {
        escalations: [
          { at: 3, to: 'late_heads' },
          { at: 3, to: 'late_heads' },
        ],
      }),
      'escalations',
      'targetRepeated',
    ],
    [
      'heads told before the date',
      wanted('agenda_proposal', { escalations: [{ at: -1, to: 'late_heads' }] }),
      'escalations',
      'escalatesEarly',
    ],
    [
      'heads told before who has to act',
      wanted('agenda_proposal', { remindAt: [5], escalations: [{ at: 3, to: 'late_heads' }] }),
      'escalations',
      'escalatesEarly',
    ],
    [
      'the other side told before the responsible one',
      wanted('action-item', {
        escalations: [
          { at: 1, to: 'both_secretariats' },
          { at: 7, to: 'own_heads' },
        ],
      }),
      'escalations',
      'otherSideFirst',
    ],
    [
      'the other side alone told',
      wanted('action-item', { escalations: [{ at: 7, to: 'both_secretariats' }] }),
      'escalations',
      'otherSideFirst',
    ],
  ])('are refused with %s', (_name, rule, field, code) => {
    expect(faults(wanted('press_text_cleared'), rule)).toEqual([[`rules.1.${field}`, `reminder-rules.${code}`]]);
  });

  it('are refused when one is named twice, or a day comes before one that it has to follow', () => {
    expect(faults(wanted('translations'), wanted('translations'))).toEqual([
      ['rules.1.code', 'reminder-rules.ruleRepeated'],
    ]);
    expect(faults(wanted('agenda_agreed', { offset: -40 }))).toEqual([
      ['rules.0.offset', 'reminder-rules.orderTurned'],
    ]);
    expect(faults(wanted('agenda_proposal', { offset: -45 }), wanted('agenda_agreed', { offset: -40 }))).toEqual([]);
  });

  it('may remind nobody once they are switched off', () => {
    expect(faults(wanted('translations', { remindAt: [], enabled: false }))).toEqual([]);
  });

  it('keep only what differs from the standard, and tell what changes between two sets', () => {
    const later = wanted('minutes_agreed', { offset: 20 });
    expect(changeOf('minutes_agreed', later)).toEqual({ offset: 20 });
    expect(changeOf('minutes_agreed', wanted('minutes_agreed'))).toEqual({});
    const { code, ...after } = later;
    const changes = changedRules(RuleBook.standard, bookOf([later, wanted('translations')]));
    expect(changes).toEqual([{ code, before: valuesOf(RuleBook.standard.get(code)), after }]);
    expect(changedRules(bookOf([later]), bookOf([]))).toEqual([
      { code, before: after, after: valuesOf(RuleBook.standard.get(code)) },
    ]);
  });

  it('choose a date only where domain.md 4 counts days from a fact', () => {
    expect(standardRules.filter((rule) => !choosesDate(rule)).map(({ code }) => code)).toEqual([
      'action-item',
      'action-silence',
      'poll-chase',
      'translation-due',
      'radio-season',
      'exchange-call',
      'monthly-waiting',
    ]);
  });
});
