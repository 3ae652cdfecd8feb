import type { Cell, PrintableBlock, PrintableDocument, TextRun } from './document-model.js';
import { printPlan } from './print-plan.js';

const run = (text: string, lang: TextRun['lang'] = 'ko', looks: Partial<TextRun> = {}): TextRun => ({
  text,
  lang,
  ...looks,
});
const line = (...runs: TextRun[]) => ({ runs });

const makeDocument = (over: Partial<PrintableDocument>): PrintableDocument => ({
  lang: 'ko',
  title: line(run('의제')),
  date: '2027-03-11T00:00:00Z',
  paper: 'portrait',
  copyLine: null,
  marks: [],
  foot: [],
  blocks: [],
  ...over,
});

const planOf = (...runs: TextRun[]): unknown =>
  printPlan(makeDocument({ blocks: [{ kind: 'heading', line: line(...runs) }] })).blocks;

function cellsOf(...cells: Cell<TextRun>[]): unknown {
  const columns = [{ width: { mm: 20 } }, { width: { share: 1 } }];
  const table: PrintableBlock = { kind: 'table', columns, head: [], rows: [{ kind: 'plain', cells }] };
  return printPlan(makeDocument({ blocks: [table] })).blocks;
}

describe('the plan of a print', () => {
  it('names the style of a run and keeps its words as one text', () => {
    expect(planOf(run('開会', 'ja', { strong: true, tone: 'note' }))).toEqual([
      { kind: 'heading', line: [['jabn', '開会']] },
    ]);
  });

  it('keeps a Korean word on one line where a line may end, and breaks where the text does', () => {
    expect(planOf(run('1'), run('전파 감시\n끝'))).toEqual([
      {
        kind: 'heading',
        line: [
          ['ko', '1'],
          ['ko', [['전파'], ' ', ['감시'], 0, '끝']],
        ],
      },
    ]);
  });

  it('lets a long word of Latin letters break', () => {
    expect(planOf(run('abcdefghijklmnopqrst', 'en'))).toEqual([
      { kind: 'heading', line: [['en', ['abcdefgh', 1, 'ijklmnop', 1, 'qrst']]] },
    ]);
  });

  it('breaks a line of the foot only when it is longer than the page is wide, and never the title', () => {
    const hash = 'f'.repeat(64);
    const { foot, title } = printPlan(
      makeDocument({ title: line(run(hash)), foot: [line(run(hash)), line(run(hash.repeat(2)))] }),
    );
    expect(title).toBe(hash);
    expect(foot[0]).toEqual([['ko', hash]]);
    expect(foot[1]).not.toEqual([['ko', hash.repeat(2)]]);
  });

  it('keeps the cells of a row on one page unless the row is long', () => {
    const number: Cell<TextRun> = { lines: [line(run('1'))] };
    const short: Cell<TextRun> = { lines: [line(run('안건')), line(run('설명'))] };
    const long: Cell<TextRun> = { lines: [line(run('안건')), line(run('가'.repeat(400)))] };
    const [kept, free] = [
      [[['ko', '안건']], [['ko', '설명']]],
      [[['ko', '안건']], [['ko', '가'.repeat(400)]]],
    ];
    expect(cellsOf(number, short)).toMatchObject([{ rows: [{ cells: [[[['ko', '1']]], { whole: kept }] }] }]);
    expect(cellsOf(number, long)).toMatchObject([{ rows: [{ cells: [[[['ko', '1']]], free] }] }]);
  });
});
