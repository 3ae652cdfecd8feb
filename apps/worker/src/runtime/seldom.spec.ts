import { fixedClock } from '#core/kernel';
import { seldom } from './seldom.js';

describe('a step that looks at everything', () => {
  const clock = fixedClock('2027-03-12T00:00:00Z');
  const found = [0, 2, 0, 'broken', 0, 0] as const;
  let runs = 0;
  const step = seldom(clock, 30_000, async () => {
    const moved = found[runs];
    runs += 1;
    if (moved === 'broken') throw new TypeError('broken');
    return Promise.resolve(moved ?? 0);
  });
  const at = async (instant: string): Promise<number> => {
    clock.set(instant);
    await step().catch(() => 0);
    return runs;
  };

  it('is run every so often, at once again while it moved something, and not again at once when it failed', async () => {
    expect(await at('2027-03-12T00:00:00Z')).toBe(1);
    expect(await at('2027-03-12T00:00:29Z')).toBe(1);
    expect(await at('2027-03-12T00:00:30Z')).toBe(2);
    expect(await at('2027-03-12T00:00:30Z')).toBe(3);
    expect(await at('2027-03-12T00:00:31Z')).toBe(3);
    expect(await at('2027-03-12T00:01:00Z')).toBe(4);
    expect(await at('2027-03-12T00:01:01Z')).toBe(4);
    expect(await at('2027-03-12T00:01:30Z')).toBe(5);
  });

  it('is run when the clock was set back', async () => {
    expect(await at('2027-03-11T00:00:00Z')).toBe(6);
  });
});
