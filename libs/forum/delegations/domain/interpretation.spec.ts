import { countUnit, modes, scaledMinutes } from './interpretation.js';

describe('interpretation', () => {
  it('doubles the time of consecutive interpretation, trebles it by relay, leaves simultaneous alone', () => {
    expect(modes.map((mode) => scaledMinutes(30, mode))).toEqual([60, 30, 33, 90]);
  });

  it('rounds up, takes the session’s own factor, and adds nothing while no mode is chosen', () => {
    expect(scaledMinutes(15, 'whispered')).toBe(17);
    expect(scaledMinutes(30, 'consecutive', 180)).toBe(54);
    expect(scaledMinutes(30, null, 300)).toBe(30);
  });

  it('counts characters of Korean and Japanese, words of English', () => {
    expect([countUnit('ko'), countUnit('ja'), countUnit('en')]).toEqual(['characters', 'characters', 'words']);
  });
});
