import { bandOf, parseSpan, parseStrength } from './written-forms.js';

describe('Forms the record is written in', () => {
  it('spans of dates keep their precision and the remark of their author', () => {
    expect(parseSpan('1998-04-20/1998-04-23')).toEqual({
      from: '1998-04-20',
      to: '1998-04-23',
      precision: 'day',
      remark: null,
    });
    expect(parseSpan('2023-11 (from Nov 2023)')).toEqual({
      from: '2023-11',
      to: null,
      precision: 'month',
      remark: 'from Nov 2023',
    });
    expect(parseSpan('2023-03..2023-05')).toEqual({ from: '2023-03', to: '2023-05', precision: 'month', remark: null });
  });

  it.each(['2023-11-31', '2023-05/2023-03', '2023-05/2023-06-01', 'autumn', ''])('%s is no span', (written) => {
    expect(parseSpan(written)).toBeNull();
  });

  it('a one-sided strength names its side, a joint one does not', () => {
    expect(parseStrength('unilateral_intent_KR')).toEqual({ strength: 'unilateral_intent', side: 'kr' });
    expect(parseStrength('joint_political')).toEqual({ strength: 'joint_political', side: null });
    expect([parseStrength('proposal'), parseStrength('joint_binding_JP'), parseStrength('agreed')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('a band has two edges in order, or a nominal frequency', () => {
    expect(bandOf(null, 806, 821)).toEqual({ nominalHz: null, lowHz: 806_000_000n, highHz: 821_000_000n });
    expect(bandOf(810, null, null)).toEqual({ nominalHz: 810_000_000n, lowHz: null, highHz: null });
    expect([bandOf(null, null, null), bandOf(null, 821, 806), bandOf(810, 806, null), bandOf(-1, null, null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
