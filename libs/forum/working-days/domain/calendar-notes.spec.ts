import { calendarNotesOf } from './calendar-notes.js';
import { holidaysByRule } from './rules.js';
import { asStored } from './stored-holiday.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = WorkingCalendar.of(holidaysByRule(2025, 2029).map(asStored));

describe('notes about a calendar', () => {
  it('name every year and side that the Gazette has not printed', () => {
    expect(calendarNotesOf(calendar, '2026-12-31', '2028-01-01')).toEqual([
      { year: 2027, side: 'kr', status: 'computed' },
      { year: 2028, side: 'kr', status: 'predicted' },
      { year: 2028, side: 'jp', status: 'predicted' },
    ]);
  });

  it('are none for gazetted years, and only those of the side that counts', () => {
    expect(calendarNotesOf(calendar, '2025-01-01', '2026-12-31')).toEqual([]);
    expect(calendarNotesOf(calendar, '2027-01-01', '2027-12-31', 'jp')).toEqual([]);
  });

  it('call a year that nothing is known of predicted', () => {
    expect(calendarNotesOf(calendar, '2050-05-01', '2050-05-02', 'kr')).toEqual([
      { year: 2050, side: 'kr', status: 'predicted' },
    ]);
  });
});
