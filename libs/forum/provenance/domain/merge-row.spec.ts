import { mergeRow } from './merge-row.js';

describe('A row of the record, imported again', () => {
  const left = { state: 'active', note: 'a', name: { ko: '가', en: 'A' } };

  it('takes what the file changed', () => {
    expect(mergeRow(left, left, { ...left, note: 'b' })).toEqual({ write: ['note'], kept: [] });
  });

  it('keeps what people changed, even where the file changed as well', () => {
    expect(mergeRow(left, { ...left, state: 'suspended' }, { ...left, state: 'concluded', note: 'b' })).toEqual({
      write: ['note'],
      kept: ['state'],
    });
  });

  it('does not mistake the order of keys for a change, nor absent for null', () => {
    expect(mergeRow({ ...left, due: null }, { ...left, name: { en: 'A', ko: '가' } }, { ...left, due: null })).toEqual({
      write: [],
      kept: [],
    });
  });
});
