import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import exceljs from 'exceljs';
import { writeCsv, writeXlsx, type Cell, type Sheet } from './index.js';

const columns = [
  { head: '제목', kind: 'text', width: 20 },
  { head: '期限', kind: 'date', width: 12 },
  { head: 'Days', kind: 'number', width: 8 },
] as const;
const sheetOf = (rows: Sheet['rows'], name = '과제'): Sheet => ({ name, columns, rows });
const csvOf = (rows: Cell[][]) => text(Readable.from(writeCsv(sheetOf(rows))));
const xlsxOf = (rows: Cell[][], name?: string) => buffer(Readable.from(writeXlsx(sheetOf(rows, name))));

/** As another program reads it. */
async function readBack(bytes: Buffer): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const harmful = ['=1+1', '+82-2-1234', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝１', '＋1', '－1', '＠x'];

describe('a table as CSV', () => {
  it('opens in spreadsheets as it is: byte order mark, CR LF, days as ISO dates, quotation marks doubled', async () => {
    const file = await csvOf([
      ['전파 "측정", 2차', '2027-03-11', -3],
      ['電波\n測定', '2027-03', null],
    ]);
    expect(file).toBe('\ufeff제목,期限,Days\r\n"전파 ""측정"", 2차",2027-03-11,-3\r\n"電波\n測定",2027-03,\r\n');
  });

  it.each(harmful)('guards %j as a text and leaves numbers and days alone', async (cell) => {
    const [, line] = (await csvOf([[cell, '2027-03-11', -1]])).split('Days\r\n');
    expect(line).toMatch(/^"?'/u);
    expect(line?.endsWith(',2027-03-11,-1\r\n')).toBe(true);
  });

  it.each(['1=1', ' =x', '측정-1', '', "'=1"])('leaves %j as it is', async (cell) => {
    expect((await csvOf([[cell, null, null]])).split('\r\n')[1]?.replaceAll('"', '')).toBe(`${cell},,`);
  });
});

describe('a table as a workbook', () => {
  it('holds texts as texts, days as dates and numbers as numbers', async () => {
    const sheet = await readBack(
      await xlsxOf(
        [
          ['전파 <측정> & "2차"', '2027-03-11', -3],
          ['x', '2027-03', null],
        ],
        '과제:목록/a',
      ),
    );
    expect(sheet.name).toBe('과제 목록 a');
    expect(sheet.getRow(1).values).toEqual([undefined, '제목', '期限', 'Days']);
    const row = sheet.getRow(2);
    expect(row.getCell(1).value).toBe('전파 <측정> & "2차"');
    expect(row.getCell(2).value).toEqual(new Date('2027-03-11T00:00:00Z'));
    expect(row.getCell(2).numFmt).toContain('yyyy');
    expect(row.getCell(3).value).toBe(-3);
    expect(sheet.getRow(3).getCell(2).value).toBe('2027-03');
    expect(sheet.getRow(3).getCell(3).value).toBeNull();
  });

  it.each(harmful)('keeps %j unspoiled, and no formula', async (cell) => {
    const value = (await readBack(await xlsxOf([[cell, null, null]]))).getRow(2).getCell(1);
    expect([value.type, value.text.replace(/\r\n?/gu, '\n')]).toEqual([
      exceljs.ValueType.String,
      cell.replace('\r', '\n'),
    ]);
  });

  it('drops what XML cannot hold and cuts what a cell cannot, between characters', async () => {
    const sheet = await readBack(
      await xlsxOf([
        ['a\u0000\u000bb\ud800', null, null],
        [`${'가'.repeat(32_766)}😀`, null, null],
      ]),
    );
    expect(sheet.getRow(2).getCell(1).value).toBe('ab\ufffd');
    expect(sheet.getRow(3).getCell(1).text).toBe('가'.repeat(32_766));
  });

  it('is the same bytes whenever it is written', async () => {
    const rows: Cell[][] = [['a', '2027-03-11', 1]];
    expect((await xlsxOf(rows)).equals(await xlsxOf(rows))).toBe(true);
  });

  it('asks for rows only as fast as they are taken, however many there are', async () => {
    const count = 30_000;
    let asked = 0;
    function* rows(): Generator<Cell[]> {
      for (; asked < count; asked += 1)
        yield [`행 ${String(asked)} ${String((asked * 2_654_435_761) % 4_294_967_296)}`, '2027-03-11', asked];
    }
    const file = writeXlsx(sheetOf(rows()));
    const chunks: Buffer[] = [];
    const ahead: number[] = [];
    for await (const chunk of file) {
      chunks.push(chunk);
      const waited = asked;
      // A reader that is slow must not make the writer run on.
      if (chunks.length === 12) await new Promise((done) => setTimeout(done, 50));
      ahead.push(asked - waited);
    }
    expect(Math.max(...ahead)).toBeLessThan(5_000);
    expect(ahead.length).toBeGreaterThan(20);
    const sheet = await readBack(Buffer.concat(chunks));
    expect([sheet.rowCount, sheet.getRow(count + 1).getCell(3).value]).toEqual([count + 1, count - 1]);
  });

  it('ends with the fault of its rows', async () => {
    function* rows(): Generator<Cell[]> {
      yield ['a', null, 1];
      throw new Error('the database is gone');
    }
    await expect(buffer(Readable.from(writeXlsx(sheetOf(rows()))))).rejects.toThrow('the database is gone');
  });
});
