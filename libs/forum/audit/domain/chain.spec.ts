import { firstBreak, genesis, sealOf, type SealableEntry, type SealedEntry } from './chain.js';

function entry(id: string): SealableEntry {
  return {
    id,
    at: '2027-03-11T05:00:00.000Z',
    zone: 'Asia/Seoul',
    event: 'action.recorded',
    subjectType: 'action_item',
    subjectId: id,
    actorUserId: null,
    actorSide: 'kr',
    actorPostId: null,
    params: { version: 1 },
    audience: 'joint',
  };
}

function chain(...ids: string[]): SealedEntry[] {
  let last = genesis;
  return ids.map((id, index) => {
    last = sealOf(entry(id), index + 1, last);
    return { ...entry(id), position: index + 1, hash: last };
  });
}

describe('the chain of the audit trail', () => {
  it('holds when nothing was touched', () => {
    expect(firstBreak(chain('a', 'b', 'c'))).toBeNull();
  });

  it('can be proved piece by piece', () => {
    const [a, b, c] = chain('a', 'b', 'c');
    expect(a && b && c && firstBreak([b, c], a)).toBeNull();
  });

  it.each<[string, (whole: SealedEntry[]) => SealedEntry[]]>([
    ['an entry changed', (whole) => whole.map((one) => (one.id === 'b' ? { ...one, params: { version: 2 } } : one))],
    ['an entry taken out', (whole) => whole.filter((one) => one.id !== 'b')],
    ['two entries exchanged', ([a, b, c]) => (a && b && c ? [a, { ...c, position: 2 }, { ...b, position: 3 }] : [])],
    [
      'an audience widened',
      (whole) => whole.map((one) => (one.id === 'b' ? { ...one, audience: 'public' as const } : one)),
    ],
  ])('shows %s', (_case, tamper) => {
    expect(firstBreak(tamper(chain('a', 'b', 'c')))).toBe(2);
  });
});
