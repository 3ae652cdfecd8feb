import type { Actor, Role, Side } from '#core/kernel';
import { decisionContext, decisionLifecycle } from './decision.lifecycle.js';
import type { RunRow, SegmentRow, SpeakerRow } from './live.types.js';
import { runContext, runLifecycle, runState, runStates, stepRun } from './run.lifecycle.js';
import { speakerContext, speakerLifecycle } from './speaker.lifecycle.js';

const actor = (side: Side | null, ...roles: Role[]): Actor => ({
  userId: 'user',
  side,
  roles,
  postIds: [],
  language: 'en',
  databaseRole: side === 'jp' ? 'forum_jp' : 'forum_kr',
});
const segment = (itemId: string | null): SegmentRow => ({
  id: 'segment',
  itemId,
  minutes: itemId === null ? 10 : null,
  startedAt: '2027-03-11T01:00:00.000Z',
  endedAt: null,
});
const speaker = (state: SpeakerRow['state'], itemId: string | null): SpeakerRow => ({
  id: state,
  itemId,
  side: 'kr',
  memberId: null,
  state,
  requestedAt: '2027-03-11T01:00:00.000Z',
  startedAt: null,
  endedAt: null,
  version: 1,
});
const run = (over: Partial<RunRow> = {}): RunRow => ({
  sessionId: 'session',
  sessionState: 'in_session',
  hostSide: 'kr',
  version: 1,
  segments: [],
  speakers: [],
  joint: 0,
  own: 0,
  now: '2027-03-11T01:00:00.000Z',
  ...over,
});

describe('the run of a session', () => {
  it('stands where the session and its open stretch say', () => {
    expect(runState(run({ sessionState: 'ready' }))).toBe('before');
    expect(runState(run())).toBe('between');
    expect(runState(run({ segments: [segment('item')] }))).toBe('item');
    expect(runState(run({ segments: [segment(null)] }))).toBe('break');
    expect(runState(run({ sessionState: 'held', segments: [segment('item')] }))).toBe('over');
    expect([...runLifecycle.cells()]).toHaveLength(runStates.length * runLifecycle.actions.length);
  });

  it('is the same table for both sides, and lets nobody without a side change anything', () => {
    const allowed = (who: Actor, of: RunRow) =>
      runLifecycle
        .allowedActions(runState(of), runContext(of, who))
        .flatMap((entry) => (entry.allowed ? [entry.action] : []));
    const going = run({
      segments: [segment('item')],
      speakers: [speaker('requested', 'item'), speaker('speaking', 'item')],
    });
    for (const role of ['secretariat', 'head', 'official', 'delegate'] as const)
      expect(allowed(actor('kr', role), going)).toEqual(allowed(actor('jp', role), going));
    expect(allowed(actor('kr', 'secretariat'), going)).toEqual(
      runLifecycle.actions.filter((action) => action !== 'open' && action !== 'close'),
    );
    expect(allowed(actor('jp', 'head'), going)).toEqual([
      'ask-floor',
      'give-floor',
      'end-floor',
      'capture-decision',
      'capture-action',
      'add-note',
    ]);
    expect(allowed(actor('jp', 'delegate'), going)).toEqual(['ask-floor', 'add-note']);
    expect(allowed(actor(null, 'interpreter'), going)).toEqual([]);
  });

  it('gives the floor only to those who wait on what is on', () => {
    const elsewhere = run({ segments: [segment('item')], speakers: [speaker('requested', 'other')] });
    expect(() => stepRun(elsewhere, 'give-floor', actor('kr', 'head'))).toThrow('live.nobodyWaiting');
    expect(() => stepRun(run(), 'end-floor', actor('kr', 'head'))).toThrow('live.nobodySpeaking');
  });

  it('says that it has not begun, or is over, to those who might change it, and to others that they may not', () => {
    for (const sessionState of ['preparing', 'held', 'closed'] as const) {
      expect(() => stepRun(run({ sessionState }), 'go-to', actor('jp', 'secretariat'))).toThrow('live.notRunning');
      expect(() => stepRun(run({ sessionState }), 'go-to', actor('jp', 'delegate'))).toThrow('common.forbidden');
    }
  });
});

describe('a wish to speak', () => {
  it('is granted or passed over by either chair and taken back by its own side', () => {
    const allowed = (who: Actor, state: SpeakerRow['state']) =>
      speakerLifecycle
        .allowedActions(state, speakerContext(speaker(state, null), who))
        .flatMap((entry) => (entry.allowed ? [entry.action] : []));
    expect(allowed(actor('jp', 'head'), 'requested')).toEqual(['give-floor', 'skip']);
    expect(allowed(actor('kr', 'delegate'), 'requested')).toEqual(['withdraw']);
    expect(allowed(actor('jp', 'delegate'), 'requested')).toEqual([]);
    expect(allowed(actor('jp', 'secretariat'), 'speaking')).toEqual(['end-floor']);
  });
});

describe('a decision written down in the room', () => {
  const words = (wordedSide: Side) => ({ side: 'kr' as const, wordedSide });

  it('is accepted by the side that did not write the words, and withdrawn by the one that wrote it down', () => {
    const step = (who: Actor, action: 'accept' | 'withdraw', worded: Side) =>
      decisionLifecycle.step('draft', action, decisionContext(words(worded), 'in_session', who));
    expect(step(actor('jp', 'head'), 'accept', 'kr')).toBe('accepted');
    expect(step(actor('kr', 'secretariat'), 'accept', 'jp')).toBe('accepted');
    expect(() => step(actor('kr', 'secretariat'), 'accept', 'kr')).toThrow('live.ownWords');
    expect(() => step(actor('jp', 'official'), 'accept', 'kr')).toThrow('common.forbidden');
    expect(step(actor('kr', 'head'), 'withdraw', 'jp')).toBe('withdrawn');
    expect(() => step(actor('jp', 'head'), 'withdraw', 'jp')).toThrow('common.forbidden');
  });

  it('waits for the other side again once it is reworded or translated, and is not taken back once accepted', () => {
    const context = decisionContext(words('kr'), 'held', actor('jp', 'official'));
    expect(decisionLifecycle.step('accepted', 'reword', context)).toBe('draft');
    expect(decisionLifecycle.step('accepted', 'translate', context)).toBe('draft');
    const own = decisionContext(words('kr'), 'held', actor('kr', 'head'));
    expect(() => decisionLifecycle.step('accepted', 'withdraw', own)).toThrow('common.wrongState');
    expect(() =>
      decisionLifecycle.step('draft', 'reword', decisionContext(words('kr'), 'closed', actor('jp', 'official'))),
    ).toThrow('live.wordsOver');
  });
});
