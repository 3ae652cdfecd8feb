import { newText } from '#core/kernel';
import { readHolidayFile, writeHolidayFile } from './holiday-file.js';
import type { HolidayRecord } from './holiday.types.js';
import { planImport, type RowPlan } from './plan-import.js';
import { holidaysByRule } from './rules.js';
import { asStored } from './stored-holiday.js';

const known = (side: 'kr' | 'jp'): HolidayRecord[] =>
  holidaysByRule(2027, 2027)
    .filter((day) => day.side === side)
    .map((day, index) => ({
      ...asStored(day),
      id: `${side}-${String(index)}`,
      rule: day.rule,
      origin: 'rule',
      withdrawn: false,
      citation: null,
      version: 1,
    }));

const head = 'date,kind,status,name_ko,name_ja,name_en,rule,citation';
const fileOf = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));
const plan = (table: HolidayRecord[], ...rows: string[]): RowPlan[] =>
  planImport('kr', table, readHolidayFile(fileOf(head, ...rows)));
const told = (plans: RowPlan[]): string[] =>
  plans.map((row) => (row.outcome === 'refused' ? `${String(row.row.line)} ${row.fault.code}` : row.outcome));

describe('a holiday table from a file', () => {
  it.each(['kr', 'jp'] as const)('of %s that was exported changes nothing', (side) => {
    const table = known(side);
    const again = planImport(side, table, readHolidayFile(new TextEncoder().encode(writeHolidayFile(table))));
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(again).toHaveLength(table.length);
  });

  it('says of every row what becomes of it', () => {
    const plans = plan(
      known('kr'),
      '2027-01-01,public,gazetted,1월 1일,,,,',
      '2027/3/1,public,computed,3·1절,三一節,March First Independence Movement Day,,',
      '２０２７－１０－０８,temporary,gazetted,임시공휴일,臨時公休日,Temporary public holiday,,국무회의 의결(2027. 9. 1.)',
      '2027. 5. 5.,public,computed,어린이날,,Children’s holiday,children,',
    );
    expect(told(plans)).toEqual(['changed', 'unchanged', 'added', 'changed']);
    expect(plans[0]).toMatchObject({
      fields: ['status'],
      day: { rule: 'new-year', origin: 'person', status: 'gazetted' },
    });
    expect(plans[2]).toMatchObject({ day: { date: '2027-10-08', rule: 'person.temporary', side: 'kr' } });
    expect(plans[3]).toMatchObject({
      fields: ['name'],
      day: { name: { revision: 1, en: { text: 'Children’s holiday', status: 'checked' } } },
    });
  });

  it('refuses a row with the code of its fault, and goes on', () => {
    const table = known('kr').map((day) => (day.date === '2027-06-06' ? { ...day, withdrawn: true } : day));
    expect(
      told(
        plan(
          table,
          '2027-02-30,public,gazetted,날,,,,',
          '1950-01-01,public,gazetted,날,,,,',
          '2027-08-02,festival,gazetted,날,,,,',
          '2027-08-02,public,sure,날,,,,',
          '2027-08-02,public,gazetted,,日,,,',
          '2027-08-02,temporary,gazetted,날,,,,',
          '2027-08-02,public,gazetted,날,,,Rule One,',
          '2027-08-02,public,gazetted,날',
          '2027-08-02,public,gazetted,날\u202e,,,,',
          '2027-06-06,public,gazetted,현충일,,,,',
          '2027-08-03,public,gazetted,날,,,,',
          '2027-08-03,public,gazetted,다른 날,,,,',
        ),
      ),
    ).toEqual([
      '2 common.notADate',
      '3 working-days.dateOutOfReach',
      '4 common.notInList',
      '5 common.notInList',
      '6 working-days.ownNameMissing',
      '7 working-days.citationNeeded',
      '8 working-days.ruleMalformed',
      '9 working-days.rowWidth',
      '10 common.badText',
      '11 working-days.dayWithdrawn',
      'added',
      '13 working-days.rowTwice',
    ]);
  });

  it('keeps two holidays of one date apart by their names', () => {
    const seollal = known('kr')[0];
    if (!seollal) throw new Error('no day');
    const both = ['kr-a', 'kr-b'].map((id) => ({
      ...seollal,
      id,
      date: '2025-05-05',
      rule: id,
      name: newText('ko', id),
    }));
    const plans = plan(both, '2025-05-05,public,computed,kr-b,,,,', '2025-05-05,public,computed,kr-a,,,,');
    expect(plans.map((row) => row.outcome === 'unchanged' && row.day.id)).toEqual(['kr-b', 'kr-a']);
  });

  it.each([
    ['fileEmpty', ''],
    ['fileEmpty', head],
    ['columnsMissing', 'date;kind;status\n1;2;3'],
    ['columnUnknown', `${head},colour\n`],
    ['columnUnknown', `${head},date\n`],
    ['fileQuotes', `${head}\n"2027-01-01,public`],
    ['fileTooManyRows', `${head}\n${'2027-01-01,,,,,,,\n'.repeat(2001)}`],
  ])('is refused whole as %s', (code, text) => {
    expect(() => readHolidayFile(new TextEncoder().encode(text))).toThrow(
      expect.objectContaining({ code: `working-days.${code}` }),
    );
  });
});
