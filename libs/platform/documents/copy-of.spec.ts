import { copyOf, type DocumentModel, type ModelRun, type TableBlock } from './index.js';

const run = (text: string): ModelRun => ({ text, lang: 'ko' });
const line = (...runs: ModelRun[]) => ({ runs });
const cell = (text: string) => ({ lines: [line(run(text))] });
const token: ModelRun = { token: 'PARTY1', lang: 'ko', values: { kr: 'A', jp: 'B', neutral: 'A / B' } };

function makeDocument(over: Partial<DocumentModel> = {}): DocumentModel {
  return {
    lang: 'ko',
    title: line(run('의제')),
    date: '2027-03-11T00:00:00Z',
    paper: 'portrait',
    copyLine: line({ token: 'COPY', lang: 'ko', values: { kr: 'KR', jp: 'JP', neutral: '' } }),
    marks: [],
    foot: [],
    blocks: [],
    ...over,
  };
}

const table: TableBlock = {
  kind: 'table',
  columns: [
    { width: { mm: 9 } },
    { width: { share: 1 }, side: 'kr' },
    { width: { share: 2 }, side: 'jp' },
    { width: { share: 3 } },
  ],
  head: [cell('n'), cell('ko'), cell('ja'), cell('en')],
  rows: [
    { kind: 'section', cells: [cell('all')] },
    { kind: 'plain', cells: [cell('1'), cell('가'), cell('あ'), cell('a')] },
  ],
};

describe('a copy of a document', () => {
  it('says its own side’s words where the model has a token, and nothing where they are empty', () => {
    const model = makeDocument({ blocks: [{ kind: 'text', align: 'start', lines: [line(run('a '), token)] }] });
    const words = (copy: 'kr' | 'jp' | 'neutral') => {
      const [block] = copyOf(model, { copy }).blocks;
      return block?.kind === 'text' ? block.lines[0]?.runs.map(({ text }) => text).join('') : '';
    };
    expect([words('kr'), words('jp'), words('neutral')]).toEqual(['a A', 'a B', 'a A / B']);
    expect(copyOf(model, { copy: 'neutral' }).copyLine).toBeNull();
    expect(copyOf(model, { copy: 'jp' }).copyLine?.runs).toEqual([expect.objectContaining({ text: 'JP' })]);
  });

  it('puts the columns of the sides in its own order and leaves the others and whole rows where they are', () => {
    const texts = (copy: 'kr' | 'jp' | 'neutral', host?: 'kr' | 'jp') => {
      const [block] = copyOf(makeDocument({ blocks: [table] }), { copy, host }).blocks;
      if (block?.kind !== 'table') return [];
      return [
        block.columns.map((column) => column.side ?? '-').join(),
        ...[block.head, ...block.rows.map((row) => row.cells)].map((cells) =>
          cells.map(({ lines }) => lines[0]?.runs[0]?.text).join(),
        ),
      ];
    };
    expect(texts('kr')).toEqual(['-,kr,jp,-', 'n,ko,ja,en', 'all', '1,가,あ,a']);
    expect(texts('jp')).toEqual(['-,jp,kr,-', 'n,ja,ko,en', 'all', '1,あ,가,a']);
    expect(texts('neutral', 'jp')).toEqual(texts('jp'));
    expect(texts('neutral')).toEqual(texts('kr'));
  });

  it('puts what stands by sides one after the other, also within parallel columns', () => {
    const text = (words: string) => ({ kind: 'text' as const, align: 'start' as const, lines: [line(run(words))] });
    const sides = { kind: 'sides' as const, kr: [text('1'), text('2')], jp: [text('3')] };
    const model = makeDocument({
      blocks: [
        sides,
        {
          kind: 'parallel',
          columns: [
            { side: 'kr', blocks: [sides] },
            { side: 'jp', blocks: [] },
          ],
        },
      ],
    });
    const copy = JSON.stringify(copyOf(model, { copy: 'jp' }).blocks).match(/"text":"\d"|"side":"\w+"/gu);
    const inOrder = ['"text":"3"', '"text":"1"', '"text":"2"'];
    expect(copy).toEqual([...inOrder, '"side":"jp"', '"side":"kr"', ...inOrder]);
  });

  it('drops what no file can hold', () => {
    const model = makeDocument({ title: line(run('a\u0000b\ud800c\u001b\ufffed\te\nf')) });
    expect(copyOf(model, { copy: 'kr' }).title.runs[0]?.text).toBe('abcd\te\nf');
  });
});
