import { compareMessages, countMessages, type ToldRow } from './rule-preview.js';

const row = (over: Partial<ToldRow>): ToldRow => ({
  subjectType: 'action_item',
  subjectId: 'item',
  rule: 'action-item',
  offsetDays: -7,
  ruleDate: '2027-06-17',
  postId: 'post',
  side: 'kr',
  holder: 'person',
  dueAt: '2027-06-10T00:30:00.000Z',
  delivery: 'digest',
  ...over,
});

describe('the mails that two sets of rules make', () => {
  it('are one for a person and day, whatever posts they hold, and say what becomes of each', () => {
    const before = [
      row({}),
      row({ postId: 'other' }),
      row({ offsetDays: 0, delivery: 'single', dueAt: '2027-06-17T00:30:00.000Z' }),
    ];
    const after = [row({}), row({ holder: 'somebody', side: 'jp' })];
    const messages = compareMessages(before, after);
    expect(messages.map(({ day, holder, change, lines }) => [day, holder, change, lines.length])).toEqual([
      ['2027-06-10', 'person', 'changed', 1],
      ['2027-06-10', 'somebody', 'new', 1],
      ['2027-06-17', 'person', 'gone', 1],
    ]);
    expect([countMessages(messages, 'before'), countMessages(messages, 'after')]).toEqual([
      { people: 1, messages: 2 },
      { people: 2, messages: 2 },
    ]);
  });

  it('are gathered without copying what was gathered before, however much one person is told on a day', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => row({ subjectId: `item ${String(index)}` }));
    expect(compareMessages(many, many).map(({ change, lines }) => [change, lines.length])).toEqual([['same', 100_000]]);
  });
});
