import fc from 'fast-check';
import { canonicalJson, fixedClock, isAudience, isId, isLanguage, isRole, isSide, newId, otherSide } from './index.js';

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves lists in order', () => {
    expect(canonicalJson({ b: [{ d: 1, c: '안건' }, null], a: true })).toBe('{"a":true,"b":[{"c":"안건","d":1},null]}');
  });

  it('takes an undefined member as absent', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('refuses what JSON cannot say', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const value of [NaN, Infinity, undefined, 1n, () => 1, new Date(0), new Map(), [undefined], cycle]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });

  it('allows one object in two places', () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });

  it('says the same whatever the order of keys, and reads back equal', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('ids', () => {
  it('are UUIDv7, in the order they were made', () => {
    const made = Array.from({ length: 200 }, newId);
    expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id))).toBe(
      true,
    );
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('are recognised', () => {
    expect(isId(newId())).toBe(true);
    expect([isId('x'), isId(''), isId(7), isId(`${newId()} `)]).toEqual([false, false, false, false]);
  });
});

describe('the vocabulary', () => {
  it('is lower-case and closed', () => {
    expect([isSide('kr'), isSide('KR'), isLanguage('ja'), isLanguage('jp')]).toEqual([true, false, true, false]);
    expect([isAudience('joint'), isAudience('all'), isRole('head'), isRole(undefined)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('has two sides, each the other of the other', () => {
    expect([otherSide('kr'), otherSide('jp')]).toEqual(['jp', 'kr']);
  });
});

describe('a fixed clock', () => {
  it('stands until it is set', async () => {
    const clock = fixedClock('2027-03-11T05:00:00Z');
    expect(await clock.now()).toBe('2027-03-11T05:00:00Z');
    clock.set('2027-03-12T05:00:00Z');
    expect(await clock.now()).toBe('2027-03-12T05:00:00Z');
  });
});
