import { datePollLifecycle } from './date-poll.lifecycle.js';
import { answers, type Answer, type ParticipantRole } from './date-poll.types.js';
import { verdictOf } from './verdict.js';

const asked = (...list: [ParticipantRole, Answer | null][]) => list.map(([role, answer]) => ({ role, answer }));

describe('the verdict of a side', () => {
  it('is possible when the head and every required post say yes, whatever optional posts say', () => {
    for (const answer of [...answers, null])
      expect(verdictOf(asked(['head', 'yes'], ['required', 'yes'], ['optional', answer]), true)).toBe('possible');
  });

  it('is not possible when the head says no', () => {
    for (const bothHeads of [true, false])
      expect(verdictOf(asked(['head', 'no'], ['required', 'yes']), bothHeads)).toBe('not_possible');
  });

  it('needs a plain yes of the head when both heads must say yes', () => {
    expect(verdictOf(asked(['head', 'if_needed']), true)).toBe('not_possible');
    expect(verdictOf(asked(['head', 'if_needed']), false)).toBe('difficult');
  });

  it('is difficult when a required post says anything but yes', () => {
    for (const answer of ['if_needed', 'no'] as const)
      expect(verdictOf(asked(['head', 'yes'], ['required', answer]), true)).toBe('difficult');
  });

  it('is not yet there while a head or a required post has not answered, or when nobody decides', () => {
    expect(verdictOf(asked(['head', null], ['required', 'no']), true)).toBeNull();
    expect(verdictOf(asked(['head', 'yes'], ['required', null]), true)).toBeNull();
    expect(verdictOf(asked(['optional', 'yes']), true)).toBeNull();
    expect(verdictOf([], false)).toBeNull();
  });
});

describe('the lifecycle of a date poll', () => {
  it('knows where every action leads, and nothing more', () => {
    const cells = [...datePollLifecycle.cells()].flatMap(({ state, action, transition }) =>
      transition ? [`${state} ${action} ${transition.to ?? '='}`] : [],
    );
    expect(cells).toEqual([
      'draft add-slots =',
      'draft share open',
      'draft name-participants =',
      'draft withdraw withdrawn',
      'open add-slots =',
      'open name-participants =',
      'open answer =',
      'open hand-over =',
      'open extend open',
      'open close closed',
      'open hold =',
      'open decide decided',
      'open withdraw withdrawn',
      'closed name-participants =',
      'closed hand-over =',
      'closed extend open',
      'closed hold =',
      'closed decide decided',
      'closed withdraw withdrawn',
      'decided reopen closed',
    ]);
  });
});
