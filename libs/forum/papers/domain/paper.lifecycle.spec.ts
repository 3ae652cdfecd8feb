import { newText, type Actor, type Role, type Side } from '#core/kernel';
import { paperContext } from './paper-context.js';
import { paperLifecycle, paperOffers, type PaperAction } from './paper.lifecycle.js';
import type { PaperFileRow, PaperRow } from './papers.types.js';

const actor = (side: Side | null, role: Role): Actor => ({
  userId: 'u',
  side,
  roles: [role],
  postIds: ['p'],
  language: 'en',
  databaseRole: 'forum_kr',
});
const original = { id: 'f', lang: 'ko', current: true, audience: 'joint' } as PaperFileRow;

function makePaper(over: Partial<PaperRow> = {}): PaperRow {
  return {
    id: 'id',
    sessionId: 's',
    side: 'kr',
    title: newText('ko', '자료'),
    originalLang: 'ko',
    grade: 'public',
    state: 'reviewed',
    symbol: null,
    supersedesId: null,
    supersedesKind: null,
    supersedesSymbol: null,
    sharedAt: null,
    withdrawnAt: null,
    audience: 'kr',
    version: 1,
    createdAt: '2027-01-01T00:00:00.000Z',
    now: '2027-01-02T00:00:00.000Z',
    session: { shared: true, state: 'preparing' } as PaperRow['session'],
    files: [original],
    itemIds: [],
    releases: [],
    ...over,
  };
}

/** The actions an actor may take, in all states together. */
function mayTake(who: Actor): string[] {
  const found = new Set<string>();
  for (const { state, action, transition } of paperLifecycle.cells()) {
    const { is } = paperContext(makePaper({ state }), who);
    if (transition?.by.some((word) => is[word]())) found.add(action);
  }
  return [...found].sort();
}

const reason = (action: PaperAction, over: Partial<PaperRow>): string | null | undefined => {
  const paper = makePaper(over);
  return paperLifecycle
    .allowedActions(paper.state, paperContext(paper, actor('kr', 'secretariat')))
    .find((entry) => entry.action === action)?.reason;
};

describe('the lifecycle of a paper', () => {
  it('has the steps of the pipeline, and every state leads somewhere but the last', () => {
    const ways = [...paperLifecycle.cells()].flatMap(({ state, action, transition }) =>
      transition?.to && transition.to !== state ? [`${state} ${action} ${transition.to}`] : [],
    );
    expect(ways).toEqual([
      'awaited add-file received',
      'awaited withdraw withdrawn',
      'received review reviewed',
      'received withdraw withdrawn',
      'reviewed add-file received',
      'reviewed release released',
      'reviewed carry released',
      'reviewed withdraw withdrawn',
      'released withdraw withdrawn',
    ]);
    expect(paperOffers).not.toContain('carry');
  });

  it.each([
    [
      'its secretariat',
      actor('kr', 'secretariat'),
      'add-file cancel-release edit keep-file plan-release release review supersede translate widen withdraw',
    ],
    [
      'its head',
      actor('kr', 'head'),
      'add-file cancel-release edit plan-release release review supersede widen withdraw',
    ],
    ['its officials', actor('kr', 'official'), 'add-file edit keep-file supersede translate'],
    ['its delegates', actor('kr', 'delegate'), ''],
    ['the other side’s secretariat', actor('jp', 'secretariat'), 'cancel-release keep-file translate widen'],
    ['the other side’s official', actor('jp', 'official'), 'keep-file translate'],
    ['interpreters', actor(null, 'interpreter'), 'add-file keep-file translate'],
    ['auditors', actor(null, 'auditor'), ''],
  ])('lets %s do what is theirs', (_name, who, actions) => {
    expect(mayTake(who).join(' ')).toBe(actions);
  });

  it('lets nothing out without its original, over machine text, or for a session the other side does not know', () => {
    expect(reason('release', {})).toBeNull();
    expect(reason('release', { files: [] })).toBe('papers.originalMissing');
    expect(reason('release', { files: [{ ...original, current: false }] })).toBe('papers.originalMissing');
    const title = { ...newText('ko', '자료'), ja: { text: '資料', of: 1, status: 'machine' as const } };
    expect(reason('release', { title })).toBe('papers.machineText');
    expect(reason('release', { session: { shared: false, state: 'proposed' } as PaperRow['session'] })).toBe(
      'papers.sessionNotShared',
    );
  });

  it('takes no paper once the session is closed, but still opens what was released', () => {
    const session = { shared: true, state: 'closed' } as PaperRow['session'];
    expect(reason('add-file', { session })).toBe('papers.sessionOver');
    expect(reason('withdraw', { session })).toBeNull();
    const checked = { text: 'x', of: 1, status: 'checked' as const };
    const title = { ...newText('ko', '자료'), ja: checked, en: checked };
    expect(reason('widen', { session, title, state: 'released', audience: 'joint' })).toBeNull();
    expect(reason('widen', { title, state: 'released', audience: 'joint', grade: 'restricted' })).toBe(
      'papers.restricted',
    );
    const open = {
      title,
      state: 'released',
      audience: 'public',
      files: [{ ...original, audience: 'public' }],
    } as const;
    expect(reason('widen', open)).toBe('papers.nothingToWiden');
    expect(reason('widen', { ...open, files: [original] })).toBeNull();
  });
});
