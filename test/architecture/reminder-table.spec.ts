import { readFileSync } from 'node:fs';
import { standardRules } from '#forum/reminder-rules';

const signed = (day: number): string => (day > 0 ? `+${String(day)}` : String(day));

/** The columns of docs/reminders.md that are numbers and words of the table itself. */
const expected = standardRules.map((rule) => [
  `\`${rule.code}\``,
  rule.owner,
  rule.remindAt.map(signed).join(', '),
  rule.escalations.map(({ at, to }) => `${signed(at)} ${to}`).join(', ') || '–',
  rule.delivery,
]);

describe('docs/reminders.md', () => {
  it('prints the table of rules as the product has it', () => {
    const rows = readFileSync(new URL('../../docs/reminders.md', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(rows.map(([, code, , ...rest]) => [code, ...rest.slice(0, 4)])).toEqual(expected);
    for (const [index, rule] of standardRules.entries())
      if (rule.offset !== 0) expect(rows[index]?.[2]).toContain(signed(rule.offset));
  });
});
