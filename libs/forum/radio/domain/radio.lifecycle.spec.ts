import { newText, type Actor, type Role, type Side } from '#core/kernel';
import { radioContext, type RadioFacts } from './radio-context.js';
import { radioLifecycle, radioOffers } from './radio.lifecycle.js';
import { RADIO_STATES, type RadioState } from './radio.types.js';

const actor = (side: Side | null, role: Role): Actor => ({
  userId: 'u',
  side,
  roles: [role],
  postIds: [],
  language: 'en',
  databaseRole: 'forum_kr',
});

/** A case that Korea wrote and reported, of which everything holds that a guard could ask. */
const issue = (status: RadioState, over: Partial<RadioFacts> = {}): RadioFacts => ({
  status,
  type: 'interference_case',
  title: newText('ko', '혼신'),
  regions: null,
  stations: null,
  originSide: 'kr',
  reportedSide: status === 'draft' ? null : 'kr',
  firstReport: true,
  nextCheck: '2027-04-01',
  bandCount: 1,
  measurementCount: 1,
  measureCount: 1,
  positionDrafted: true,
  reopenable: true,
  ...over,
});

const allowed = (facts: RadioFacts, who: Actor): string[] =>
  radioLifecycle
    .allowedActions(facts.status, radioContext(facts, who))
    .filter((entry) => entry.allowed && radioOffers.includes(entry.action))
    .map(({ action }) => action)
    .sort();

const always = ['link', 'measure', 'translate', 'write-position'];
const shared = [...always, 'change', 'exchange-position', 'raise', 'set-next-check'];
const sorted = (...actions: string[]): string[] => [...actions].sort();

describe('a case of the radio register', () => {
  it.each<[RadioState, string[], string[]]>([
    ['draft', sorted(...always, 'edit', 'report', 'withdraw'), sorted(...always)],
    ['reported', sorted(...shared, 'edit', 'withdraw'), sorted(...shared, 'acknowledge')],
    [
      'acknowledged',
      sorted(...shared, 'start-coordination', 'start-measurement'),
      sorted(...shared, 'start-coordination', 'start-measurement'),
    ],
    ['under_measurement', sorted(...shared, 'start-coordination'), sorted(...shared, 'start-coordination')],
    [
      'under_coordination',
      sorted(...shared, 'agree-measure', 'mitigate'),
      sorted(...shared, 'agree-measure', 'mitigate'),
    ],
    [
      'mitigated',
      sorted(...shared, 'agree-measure', 'monitor', 'resolve', 'return-to-coordination'),
      sorted(...shared, 'agree-measure', 'monitor', 'resolve', 'return-to-coordination'),
    ],
    [
      'monitoring',
      sorted(...shared, 'agree-measure', 'resolve', 'return-to-coordination'),
      sorted(...shared, 'agree-measure', 'resolve', 'return-to-coordination'),
    ],
    ['resolved', ['link', 'reopen', 'translate'], ['link', 'reopen', 'translate']],
    ['unknown', sorted(...shared, 'take-up'), sorted(...shared, 'take-up')],
    ['withdrawn', [], []],
  ])('%s: what the secretariat of its side may do, and that of the other', (state, own, other) => {
    expect(allowed(issue(state), actor('kr', 'secretariat'))).toEqual(own);
    expect(allowed(issue(state), actor('jp', 'secretariat'))).toEqual(other);
  });

  it('lets officials write and step, and turn no keys; nobody outside the two sides anything but translate', () => {
    for (const state of RADIO_STATES) {
      const official = allowed(issue(state), actor('jp', 'official'));
      for (const action of ['change', 'resolve', 'agree-measure', 'exchange-position', 'raise'])
        expect(official).not.toContain(action);
      expect(allowed(issue(state), actor(null, 'observer'))).toEqual([]);
      expect(allowed(issue(state), actor('jp', 'delegate'))).toEqual([]);
    }
    expect(allowed(issue('acknowledged'), actor('jp', 'official'))).toContain('start-measurement');
    expect(allowed(issue('reported'), actor(null, 'interpreter'))).toEqual(['translate']);
  });

  it.each<
    [
      RadioState,
      'report' | 'report-plan' | 'start-coordination' | 'mitigate' | 'monitor' | 'reopen' | 'exchange-position',
      Partial<RadioFacts>,
      string,
    ]
  >([
    ['draft', 'report', { bandCount: 0 }, 'radio.noBand'],
    ['draft', 'report', { type: 'planned_use' }, 'radio.isPlanned'],
    ['draft', 'report-plan', {}, 'radio.notPlanned'],
    [
      'draft',
      'report',
      { title: { ...newText('ko', '혼신'), ja: { text: '混信', of: 1, status: 'machine' } } },
      'radio.machineText',
    ],
    [
      'draft',
      'report',
      { regions: { ...newText('ko', '부산 연안'), revision: 2, ja: { text: '釜山沿岸', of: 1, status: 'checked' } } },
      'agenda.textStale',
    ],
    ['under_measurement', 'start-coordination', { measurementCount: 0 }, 'radio.notMeasured'],
    ['under_coordination', 'mitigate', { measureCount: 0 }, 'radio.noMeasureAgreed'],
    ['mitigated', 'monitor', { nextCheck: null }, 'radio.noNextCheck'],
    ['resolved', 'reopen', { reopenable: false }, 'radio.reopeningOver'],
    ['acknowledged', 'exchange-position', { positionDrafted: false }, 'radio.positionMissing'],
  ])('%s: %s is refused with its reason', (state, action, over, code) => {
    const context = radioContext(issue(state, over), actor('kr', 'secretariat'));
    expect(() => radioLifecycle.step(state, action, context)).toThrow(code);
  });

  it('lets one key edit and withdraw a first report alone, never what both sides once had', () => {
    const again = allowed(issue('reported', { firstReport: false }), actor('kr', 'secretariat'));
    expect(again).toContain('change');
    expect(again).not.toContain('edit');
    expect(again).not.toContain('withdraw');
  });

  it('asks no measurement of what cannot be heard, and no band of a position for a conference', () => {
    const context = (over: Partial<RadioFacts>) => radioContext(issue('draft', over), actor('kr', 'head'));
    expect(
      radioLifecycle.step(
        'acknowledged',
        'start-coordination',
        context({ type: 'satellite_filing', measurementCount: 0 }),
      ),
    ).toBe('under_coordination');
    expect(radioLifecycle.step('draft', 'report', context({ type: 'wrc_position', bandCount: 0 }))).toBe('reported');
  });
});
