import { asStored, holidaysByRule, WorkingCalendar } from '#forum/working-days';
import { assertDueAfterSession, assertDueDay, assertDueLater } from './due.js';
import { checkEvidence, EVIDENCE_URL_MAX } from './evidence.js';
import { actionNumber, seriesOf } from './numbering.js';
import { BOTH, checkOwners, namedOwners } from './owners.js';
import { checkReason } from './reason.js';
import { titleOf } from './title.js';

const refuses = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

describe('numbers', () => {
  it.each([
    ['CH-RADIO-DG', 7, '2027-RDG7'],
    ['CH-DPF', 3, '2027-DPF3'],
    ['CH-TRI-ICT', null, '2027-TICT'],
    ['CH-KYUSHU', 1, '2027-KYUSHU1'],
  ])('of %s, session %p, stand in the series %s', (channelCode, ordinal, series) => {
    expect(seriesOf({ startDate: '2027-03-11', channelCode, ordinal })).toBe(series);
  });

  it('carry the side on the halves of a split item', () => {
    expect([actionNumber('2027-RDG7', 1, null), actionNumber('2027-RDG7', 2, 'jp')]).toEqual([
      '2027-RDG7-A1',
      '2027-RDG7-A2-JP',
    ]);
  });
});

describe('owners', () => {
  const posts = [
    { id: 'k1', side: 'kr' },
    { id: 'k2', side: 'kr' },
    { id: 'j1', side: 'jp' },
    { id: 'n1', side: null },
  ] as const;

  it('are one post, or one of each side', () => {
    expect(checkOwners(namedOwners({ ownerPostId: 'j1' }), posts)).toEqual([{ id: 'j1', side: 'jp' }]);
    expect(checkOwners(namedOwners({ ownerPostIds: ['j1', 'k1'] }), posts)).toEqual([
      { id: 'j1', side: 'jp' },
      { id: 'k1', side: 'kr' },
    ]);
  });

  it('are never "both" as one', () => {
    expect(() => namedOwners({ ownerPostId: BOTH })).toThrow(refuses('actions.bothOwners'));
  });

  it.each([[['k1', 'k2']], [['j1', 'j1']], [['j1', 'k1', 'k2']]])('do not split over %p', (named) => {
    expect(() => checkOwners(named, posts)).toThrow(refuses('actions.splitNeedsTwoSides'));
  });

  it.each([['gone'], ['n1']])('must exist and belong to a side: %s', (id) => {
    expect(() => checkOwners([id], posts)).toThrow(refuses('actions.ownerUnknown'));
    expect(() => namedOwners({})).toThrow(refuses('actions.ownerUnknown'));
  });
});

describe('a due date', () => {
  const calendar = WorkingCalendar.of(holidaysByRule(2026, 2028).map(asStored));

  it('is a working day of both countries, else the nearest ones are named', () => {
    expect(() => {
      assertDueDay(calendar, '2027-05-06');
    }).not.toThrow();
    expect(() => {
      assertDueDay(calendar, '2027-05-05');
    }).toThrow(
      refuses('actions.dueNotWorkingDay', { params: { due: '2027-05-05', before: '2027-04-30', after: '2027-05-06' } }),
    );
    expect(() => {
      assertDueDay(calendar, '2026-09-22');
    }).toThrow(
      refuses('actions.dueNotWorkingDay', { params: { due: '2026-09-22', before: '2026-09-18', after: '2026-09-28' } }),
    );
  });

  it('is not before its session, and an extension is later', () => {
    expect(() => {
      assertDueAfterSession('2027-03-10', '2027-03-11');
    }).toThrow(refuses('actions.dueBeforeSession'));
    expect(() => {
      assertDueAfterSession('2027-03-11', '2027-03-11');
    }).not.toThrow();
    expect(() => {
      assertDueLater('2027-05-06', '2027-05-06');
    }).toThrow(refuses('actions.dueNotLater'));
    expect(() => {
      assertDueLater('2027-05-07', '2027-05-06');
    }).not.toThrow();
  });
});

describe('evidence', () => {
  it('is a link with an address or a text', () => {
    expect(checkEvidence({ kind: 'link', url: ' https://www.msit.go.kr/결과?x=1 ' }, 'ko').url).toBe(
      'https://www.msit.go.kr/%EA%B2%B0%EA%B3%BC?x=1',
    );
    expect(checkEvidence({ kind: 'note', text: '測定結果を送付した。' }, 'ja')).toMatchObject({
      url: null,
      text: { source: 'ja', ja: { text: '測定結果を送付した。' } },
    });
  });

  it.each([
    [undefined],
    [{ kind: 'link' as const }],
    [{ kind: 'link' as const, text: 'only words', url: '  ' }],
    [{ kind: 'note' as const, text: ' \n ' }],
    [{ kind: 'meeting' as const, url: 'https://example.org' }],
  ])('is missing in %p', (input) => {
    expect(() => checkEvidence(input, 'ko')).toThrow(refuses('actions.evidenceMissing'));
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org/a',
    'file:///etc/hosts',
    'example.org',
    '//example.org',
    'https://user:pw@example.org',
    `https://example.org/${'a'.repeat(EVIDENCE_URL_MAX)}`,
  ])('does not link to %s', (url) => {
    expect(() => checkEvidence({ kind: 'link', url }, 'ko')).toThrow(refuses('actions.evidenceLinkBad'));
    expect(() => checkEvidence({ kind: 'note', text: 'done', url }, 'ko')).toThrow(refuses('actions.evidenceLinkBad'));
  });
});

describe('a title', () => {
  it('keeps its source and the translations given', () => {
    expect(
      titleOf({ title: '측정 결과 교환', lang: 'ko', texts: { ja: '測定結果の交換', en: ' ' } }, true),
    ).toMatchObject({
      source: 'ko',
      revision: 1,
      ko: { text: '측정 결과 교환', status: 'authentic' },
      ja: { text: '測定結果の交換', status: 'checked' },
    });
    expect(titleOf({ title: 'A', lang: 'en', texts: { ja: 'あ', en: 'A' } }, false).ja?.status).toBe('draft');
  });

  it('does not contradict itself in its source language', () => {
    expect(() => titleOf({ title: 'A', lang: 'en', texts: { en: 'B' } }, true)).toThrow(refuses('common.isTheSource'));
    expect(() => titleOf({ title: '  ', lang: 'en' }, true)).toThrow(refuses('common.required'));
  });
});

describe('a reason', () => {
  it('is obligatory and kept clean', () => {
    expect(checkReason(' 測定値が不足 \r\n')).toBe('測定値が不足');
    for (const value of [undefined, '', ' \n '])
      expect(() => checkReason(value)).toThrow(refuses('actions.reasonMissing'));
  });
});
