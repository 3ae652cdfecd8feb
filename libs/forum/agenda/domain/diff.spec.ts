import fc from 'fast-check';
import { LANGUAGES, type Language } from '#core/kernel';
import { diffAgendas, type ContentRow, type RowDiff } from './diff.js';

const row = (id: string, over: Partial<ContentRow> = {}): ContentRow => ({
  id,
  number: 1,
  proposer: 'kr',
  lead: null,
  minutes: 30,
  objective: 'discuss',
  title: { ko: `의제 ${id}`, ja: `議題${id}`, en: `Item ${id}` },
  description: null,
  ...over,
});
const spectrum = row('spectrum', {
  title: {
    ko: '2.3㎓ 대역 이동통신 주파수 공동 이용 방안',
    ja: '2.3GHz帯移動通信用周波数の共同利用の在り方',
    en: 'Shared use of the 2.3 GHz band for mobile service',
  },
  description: {
    ko: '양측은 혼신 조정 절차를 점검하고 차기 회의 일정을 협의한다.',
    ja: '双方は、混信調整の手続を点検し、次回会合の日程を協議する。',
    en: 'Both sides review the procedure for settling interference and discuss the date of the next meeting.',
  },
});

const opening = { same: '', removed: '[-', added: '[+' } as const;
const closing = { same: '', removed: '-]', added: '+]' } as const;
const textsOf = (diff: RowDiff | undefined): Record<string, string> =>
  Object.fromEntries(
    (diff?.texts ?? []).map(({ field, lang, marks }) => [
      `${field} ${lang}`,
      marks.map(({ kind, text }) => opening[kind] + text + closing[kind]).join(''),
    ]),
  );
const inOrder = (...ids: readonly string[]): { items: ContentRow[] } => ({
  items: ids.map((id, index) => row(id, { number: index + 1 })),
});
const told = (before: readonly string[], after: readonly string[]): string[] =>
  diffAgendas(inOrder(...before), inOrder(...after)).map(
    ({ id, change, moved }) => `${id} ${change}${moved ? ' moved' : ''}`,
  );

describe('the difference of two versions of an agenda', () => {
  it('marks the words that changed in each language by itself', () => {
    const changed = row('spectrum', {
      title: {
        ko: '2.6㎓ 대역 이동통신 주파수 공동 이용 방안',
        ja: '2.6GHz帯移動通信用周波数の共用の在り方',
        en: 'Shared use of the 2.6 GHz band for mobile service',
      },
      description: {
        ko: '양측은 혼신 조정 절차를 점검하고 차기 회의 일정과 장소를 협의한다.',
        ja: '双方は、混信調整の手続を点検し、次回会合の日程及び開催地を協議する。',
        en: 'Both sides review the procedure for settling interference and discuss the date and place of the next meeting.',
      },
    });
    const [diff] = diffAgendas({ items: [spectrum] }, { items: [changed] });
    expect(diff).toMatchObject({ change: 'changed', moved: false, values: [] });
    expect(textsOf(diff)).toEqual({
      'title ko': '[-2.3㎓-][+2.6㎓+] 대역 이동통신 주파수 공동 이용 방안',
      'title ja': '[-2.3GHz-][+2.6GHz+]帯移動通信用周波数の[-共同利用-][+共用+]の在り方',
      'title en': 'Shared use of the [-2.3-][+2.6+] GHz band for mobile service',
      'description ko': '양측은 혼신 조정 절차를 점검하고 차기 회의 [-일정을-][+일정과 장소를+] 협의한다.',
      'description ja': '双方は、混信調整の手続を点検し、次回会合の日程[+及び開催地+]を協議する。',
      'description en':
        'Both sides review the procedure for settling interference and discuss the date [+and place +]of the next meeting.',
    });
  });

  it('tells a language that came later from one that changed, and a text that is gone', () => {
    const before = row('a', { title: { ko: '인공지능 안전성' }, description: { ko: '사례 공유' } });
    const after = row('a', { title: { ko: '인공지능 안전성', ja: 'AIの安全性' } });
    const [diff] = diffAgendas({ items: [before] }, { items: [after] });
    expect(diff?.texts.map(({ field, lang, change }) => `${field} ${lang} ${change}`)).toEqual([
      'title ja added',
      'description ko removed',
    ]);
  });

  it('names every value that changed, and counts a new number as none', () => {
    const after = row('a', { number: 2, minutes: 45, lead: 'jp', objective: 'decide', proposer: 'kr' });
    const [diff] = diffAgendas({ items: [row('a')] }, { items: [after] });
    expect(diff?.values).toEqual([
      { field: 'lead', before: null, after: 'jp' },
      { field: 'minutes', before: 30, after: 45 },
      { field: 'objective', before: 'discuss', after: 'decide' },
    ]);
    expect(diffAgendas({ items: [row('a')] }, { items: [row('a', { number: 2 })] })).toMatchObject([
      { change: 'same' },
    ]);
  });

  it('knows a plain item of an older version, which names no kind, no standing and no links', () => {
    const standing = row('a', { standing: 'opening', links: [{ kind: 'commitment', id: 'c1' }] });
    const [diff] = diffAgendas({ items: [row('a')] }, { items: [standing] });
    expect(diff).toMatchObject({
      change: 'changed',
      values: [{ field: 'standing', before: null, after: 'opening' }],
      links: { added: [{ kind: 'commitment', id: 'c1' }], removed: [] },
    });
    const heading = row('b', { kind: 'section', number: null, minutes: 0, objective: null });
    expect(diffAgendas({ items: [row('b')] }, { items: [heading] })[0]?.values[0]).toEqual({
      field: 'kind',
      before: 'item',
      after: 'section',
    });
  });

  it('shows added rows in their new place and removed ones where they stood', () => {
    expect(told(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual(['a same', 'b removed', 'x added', 'c same']);
    expect(told(['a', 'b', 'c', 'd'], ['d'])).toEqual(['a removed', 'b removed', 'c removed', 'd same']);
    expect(told([], ['a'])).toEqual(['a added']);
    expect(diffAgendas(inOrder(), { items: [spectrum] })[0]?.texts.map(({ change }) => change)).toEqual(
      Array.from({ length: 6 }, () => 'added'),
    );
  });

  it('calls moved only what was moved, not what made room', () => {
    expect(told(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(['d same moved', 'a same', 'b same', 'c same']);
    expect(told(['a', 'b', 'c', 'd'], ['a', 'c', 'd', 'b'])).toEqual(['a same', 'c same', 'd same', 'b same moved']);
    expect(told(['a', 'b', 'c'], ['b', 'a', 'c'])).toEqual(['b same moved', 'a same', 'c same']);
    expect(told(['a', 'b', 'c'], ['b', 'c'])).toEqual(['a removed', 'b same', 'c same']);
  });

  it('gives back both versions and the same changes the other way round, for any two versions', () => {
    const texts = fc.record(
      { ko: fc.constantFrom('주파수', '위성'), ja: fc.constantFrom('周波数', '衛星'), en: fc.constantFrom('radio') },
      { requiredKeys: ['ko'] },
    );
    const version = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
      .chain((ids) => fc.tuple(...ids.map((id) => texts.map((title) => row(id, { title })))))
      .map((items) => ({ items }));
    const read = (diffs: readonly RowDiff[], lang: Language, kind: 'added' | 'removed', old: 'before' | 'after') =>
      diffs.flatMap(({ texts: changes, [old]: kept }) => {
        if (!kept) return [];
        const change = changes.find((entry) => entry.field === 'title' && entry.lang === lang);
        if (!change) return [kept.title[lang] ?? ''];
        return [change.marks.map((mark) => (mark.kind === 'same' || mark.kind === kind ? mark.text : '')).join('')];
      });
    fc.assert(
      fc.property(version, version, fc.constantFrom(...LANGUAGES), (before, after, lang) => {
        const diffs = diffAgendas(before, after);
        expect(diffs.flatMap((diff) => diff.after ?? [])).toEqual(after.items);
        expect(new Set(diffs.flatMap((diff) => diff.before ?? []))).toEqual(new Set(before.items));
        const still = diffs.filter((diff) => !diff.moved);
        expect(still.flatMap((diff) => diff.before?.id ?? [])).toEqual(
          before.items.map(({ id }) => id).filter((id) => still.some((diff) => diff.id === id)),
        );
        expect(read(diffs, lang, 'added', 'after')).toEqual(after.items.map(({ title }) => title[lang] ?? ''));
        expect(read(diffs, lang, 'removed', 'before').sort()).toEqual(
          before.items.map(({ title }) => title[lang] ?? '').sort(),
        );
        const back = diffAgendas(after, before);
        expect(
          back
            .filter(({ change }) => change === 'added')
            .map(({ id }) => id)
            .sort(),
        ).toEqual(
          diffs
            .filter(({ change }) => change === 'removed')
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });
});
