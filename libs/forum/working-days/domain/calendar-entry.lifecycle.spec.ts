import { newId, ROLES, type Actor, type Role, type Side } from '#core/kernel';
import { allowedCalendarSteps, calendarEntryLifecycle, sideKeptBy, stepEntry } from './calendar-entry.lifecycle.js';

const actor = (side: Side | null, ...roles: Role[]): Actor => ({
  userId: newId(),
  side,
  roles,
  postIds: [],
  language: 'en',
  databaseRole: 'forum_public',
});

describe('a day of one side', () => {
  it.each([...calendarEntryLifecycle.cells()].map(({ state, action, transition }) => [state, action, transition?.to]))(
    'that is %s and meets %s becomes %s by its own secretariat only',
    (state, action, to) => {
      const entry = { side: 'kr', withdrawn: state === 'withdrawn' } as const;
      const known = calendarEntryLifecycle.find(state, action);
      if (!known) {
        expect(() => stepEntry(entry, action, actor('kr', 'secretariat'))).toThrow('common.wrongState');
        return;
      }
      expect(stepEntry(entry, action, actor('kr', 'secretariat'))).toBe((to ?? state) === 'withdrawn');
      const others = [actor('jp', 'secretariat'), actor(null, 'admin'), actor('kr', 'head'), actor('kr', 'delegate')];
      for (const other of others) expect(() => stepEntry(entry, action, other)).toThrow('common.forbidden');
    },
  );

  it('is kept by the secretariat of its side and by no other role', () => {
    for (const role of ROLES) {
      const keeps = role === 'secretariat';
      expect(allowedCalendarSteps(actor('jp', role)).every(({ allowed }) => allowed === keeps)).toBe(true);
    }
    expect(sideKeptBy(actor('jp', 'secretariat'))).toBe('jp');
    expect(() => sideKeptBy(actor(null, 'secretariat'))).toThrow('common.forbidden');
  });
});
