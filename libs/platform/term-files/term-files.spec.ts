import { readTbx, readTsv, writeTbx, writeTsv, type FileConcept } from './index.js';

const concept: FileConcept = {
  id: 'radio.allocation',
  subject: 'radio',
  notes: [{ lang: 'en', text: 'RR 1.16 <not> "quoted" & more' }],
  forms: [
    { lang: 'ko', term: '분배', status: 'preferred' },
    { lang: 'ja', term: '分配', status: 'preferred' },
    { lang: 'ja', term: '割当て', status: 'deprecated' },
  ],
};
const head = { title: 'Terms', source: 'Both sides' };

describe('a TBX file', () => {
  it('is read as it was written', () => {
    expect(readTbx(writeTbx([concept], head))).toEqual({ value: [concept] });
  });

  it('is written without what XML cannot hold', () => {
    const odd = { ...concept, forms: [{ lang: 'ko', term: '분\u0001배\ud800', status: null }] };
    expect(readTbx(writeTbx([odd], head))).toMatchObject({ value: [{ forms: [{ term: '분배', status: null }] }] });
  });

  it('may have its data categories as elements, or be a martif of ten years ago', () => {
    const dct = `<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" style="dct" type="TBX-Basic"><text><body>
      <conceptEntry id="c1"><min:subjectField>radio</min:subjectField><langSec xml:lang="ja-JP"><termSec><term> 分配
      表 </term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>`;
    expect(readTbx(dct)).toMatchObject({
      value: [{ id: 'c1', subject: 'radio', forms: [{ lang: 'ja-jp', term: '分配 表', status: 'admitted' }] }],
    });
    const martif = `<martif type="TBX"><text><body><termEntry id="c2"><langSet xml:lang="ko"><tig><term>분배</term>
      <termNote type="normativeAuthorization">preferredTerm</termNote></tig></langSet></termEntry></body></text></martif>`;
    expect(readTbx(martif)).toMatchObject({
      value: [{ id: 'c2', forms: [{ lang: 'ko', term: '분배', status: 'preferred' }] }],
    });
  });
});

describe('a table', () => {
  const rows = [
    ['key', 'ko'],
    ['a', '=1+1'],
    ['b', '말 "인용" 말'],
    ['c', '두\n줄'],
    ['d', '－5'],
  ];

  it('is read as it was written, and nothing in it can be run', () => {
    const text = writeTsv(rows);
    expect(text.startsWith('\ufeffkey\tko\r\n')).toBe(true);
    expect(text).toContain("'=1+1");
    expect(readTsv(text).map(({ cells }) => cells)).toEqual(rows);
  });

  it('knows the line of each row, and takes quotation marks as they come', () => {
    expect(readTsv('key\tko\n\na\t"두\n줄"\nb\tExport "white list" (A)\n')).toEqual([
      { line: 1, cells: ['key', 'ko'] },
      { line: 3, cells: ['a', '두\n줄'] },
      { line: 5, cells: ['b', 'Export "white list" (A)'] },
    ]);
  });
});
