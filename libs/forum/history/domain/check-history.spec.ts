import { readFileSync } from 'node:fs';
import { checkHistory } from './check-history.js';

const record = readFileSync(new URL('../../../../data/history.json', import.meta.url), 'utf8');

/** The real record with one thing broken; answers `path code` of every fault found. */
function faultsAfter(spoil: (file: Record<string, never>) => void): string[] {
  const file = JSON.parse(record) as Record<string, never>;
  spoil(file);
  const checked = checkHistory(JSON.stringify(file));
  return 'faults' in checked ? checked.faults.map(({ path, code }) => `${path} ${code}`) : [];
}

/** Sets the value at a dotted path. */
function set(path: string, value: unknown) {
  return (file: object): void => {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<Record<string, unknown>>(
      (at, step) => at[step] as Record<string, unknown>,
      file as Record<string, unknown>,
    );
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else holder[last] = value;
  };
}

describe('The record file', () => {
  it('is read whole when nothing is wrong with it', () => {
    const checked = checkHistory(record);
    if ('faults' in checked) throw new Error(JSON.stringify(checked.faults.slice(0, 5)));
    const { history } = checked;
    expect(
      [history.sources, history.bodies, history.people, history.topics, history.channels, history.sessions].map(
        (rows) => rows.length,
      ),
    ).toEqual([128, 26, 5, 22, 16, 17]);
    expect(history.channels.flatMap((channel) => channel.lifecycle)).toHaveLength(65);
    expect(
      [history.instruments, history.commitments, history.radio_issues, history.conflicts].map((rows) => rows.length),
    ).toEqual([5, 47, 8, 13]);
    expect(history.radio_issues[0]?.bands[0]).toEqual({ nominalHz: null, lowHz: 806_000_000n, highHz: 821_000_000n });
  });

  it.each([
    ['channels.3.lifecycle.0.date.value', '2010-13-08', '$.channels[3].lifecycle[0].date.value history.badDate'],
    ['channels.0.lifecycle.0.date.value', '2023-02-29', '$.channels[0].lifecycle[0].date.value history.badDate'],
    ['channels.0.lifecycle.0.date.value', '2023-03', '$.channels[0].lifecycle[0].date.precision history.badPrecision'],
    ['channels.0.lifecycle.0.date.precision', 'week', '$.channels[0].lifecycle[0].date.precision history.notOneOf'],
    ['channels.2.lifecycle.0.date_end', '2010-07-01', '$.channels[2].lifecycle[0].date_end history.endsBeforeStart'],
    ['channels.0.state_as_of_2026_11', 'sleeping', '$.channels[0].state_as_of_2026_11 history.notOneOf'],
    ['channels.0.name.ja', undefined, '$.channels[0].name.ja history.missingLanguage'],
    ['channels.0.lifecycle.0.sources', ['S999'], '$.channels[0].lifecycle[0].sources[0] history.unknownId'],
    ['channels.0.lifecycle.0.sources', [], '$.channels[0].lifecycle[0].sources history.emptyList'],
    ['channels.0.nmae', 'x', '$.channels[0].nmae history.unknownField'],
    ['channels.0.derived_from', 'CH-DPF', '$.channels[0].derived_from history.selfReference'],
    ['channels.0.name.ko', '하나 → 둘', '$.channels[0].name.ko history.renameWithoutEvent'],
    ['commitments.2.area', 'A9', '$.commitments[2].area history.unknownArea'],
    ['commitments.2.strength', 'promised', '$.commitments[2].strength history.notOneOf'],
    ['commitments.2.instrument', 'CH-DPF', '$.commitments[2].instrument history.unknownId'],
    ['commitments.2.text', 'Only one language', '$.commitments[2].text history.notObject'],
    ['commitments.2.text.en', '  ', '$.commitments[2].text.en history.emptyText'],
    ['commitments.2.text.en', 'a\u0000b', '$.commitments[2].text.en history.badText'],
    ['radio_issues.0.bands.0.low_mhz', 900, '$.radio_issues[0].bands[0] history.badBand'],
    ['radio_issues.0.bands.0.high_mhz', 4_000_000, '$.radio_issues[0].bands[0].high_mhz history.notNumber'],
    ['sessions.1.id', 'SE-1998', '$.sessions[1].id history.duplicateId'],
    ['bodies.24.id', 'IL-BODY', '$.bodies[24].id history.illustrativeOutside'],
    ['illustrative.radio_issues.0.id', 'RI-1', '$.illustrative.radio_issues[0].id history.illustrativeUnmarked'],
    ['exhibitions.0.sample.dates', '2025-04-26/2025-04-24', '$.exhibitions[0].sample.dates history.badDate'],
    ['sources', undefined, '$.sources history.missing'],
    ['topics', {}, '$.topics history.notList'],
    ['bodies.0.valid.to', '2001', '$.bodies[0].valid.to history.endsBeforeStart'],
  ])('with %s = %j names the place and the fault', (path, value, expected) => {
    expect(faultsAfter(set(path, value))).toContain(expected);
  });

  it('names a history row that leans on an invented one', () => {
    expect(faultsAfter(set('commitments.2.session', 'IL-SE-1'))).toEqual([
      '$.commitments[2].session history.illustrativeOutside',
    ]);
  });

  it('gives every fault at once', () => {
    const found = faultsAfter((file) => {
      set('channels.0.nominal_level', 'high')(file);
      set('sessions.4.level', 'low')(file);
      set('conflicts.1.sources', ['W999'])(file);
    });
    expect(found).toEqual([
      '$.channels[0].nominal_level history.notOneOf',
      '$.sessions[4].level history.notOneOf',
      '$.conflicts[1].sources[0] history.unknownId',
    ]);
  });

  it.each(['{', '', 'null', '[]', '"text"'])('refuses %j as no record', (text) => {
    const checked = checkHistory(text);
    expect('faults' in checked && checked.faults[0]?.path).toBe('$');
  });
});
