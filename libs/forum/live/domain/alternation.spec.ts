import { lastSpeaking, speakingOrder } from './alternation.js';

type Side = 'kr' | 'jp';
const ask = (id: string, side: Side, minute: number) => ({
  id,
  side,
  requestedAt: `2027-03-11T01:${String(minute).padStart(2, '0')}:00.000Z`,
});
const order = (...asked: Parameters<typeof speakingOrder>) => speakingOrder(...asked).map(({ id }) => id);

describe('the order of speakers', () => {
  const three = [ask('k1', 'kr', 1), ask('k2', 'kr', 2), ask('k3', 'kr', 3), ask('j1', 'jp', 4), ask('j2', 'jp', 5)];

  it('lets the sides take turns, whoever asked first within a side first', () => {
    expect(order(three, null, 'kr')).toEqual(['k1', 'j1', 'k2', 'j2', 'k3']);
    expect(order(three, null, 'jp')).toEqual(['j1', 'k1', 'j2', 'k2', 'k3']);
  });

  it('goes on from the side that spoke last, whoever leads', () => {
    expect(order(three, 'kr', 'kr')).toEqual(['j1', 'k1', 'j2', 'k2', 'k3']);
  });

  it('gives the turn away when a side has nobody waiting, and begins with the first to ask when nobody leads', () => {
    expect(order(three.slice(0, 2), 'kr', 'jp')).toEqual(['k1', 'k2']);
    expect(order(three.slice(2), null, null)).toEqual(['k3', 'j1', 'j2']);
    expect(order([], null, null)).toEqual([]);
  });

  it('is its own mirror image', () => {
    const swap = (side: Side): Side => (side === 'kr' ? 'jp' : 'kr');
    for (const last of ['kr', 'jp', null] as const)
      for (const first of ['kr', 'jp', null] as const)
        for (let mask = 0; mask < 32; mask += 1) {
          const asked = three.filter((_, index) => (mask >> index) % 2 === 1);
          const mirror = asked.map((one) => ({ ...one, side: swap(one.side) }));
          expect(order(mirror, last && swap(last), first && swap(first))).toEqual(order(asked, last, first));
        }
  });

  it('counts as having spoken only who had the floor', () => {
    const at = (side: Side, startedAt: string | null) => ({ side, startedAt });
    expect(lastSpeaking([at('kr', '2027-03-11T01:00:00.000Z'), at('jp', null)])).toBe('kr');
    expect(lastSpeaking([at('jp', '2027-03-11T01:05:00.000Z'), at('kr', '2027-03-11T01:00:00.000Z')])).toBe('jp');
    expect(lastSpeaking([at('jp', null)])).toBeNull();
  });
});
