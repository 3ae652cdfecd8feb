import fc from 'fast-check';
import { BYTE_ORDER_MARK, decodeUtf8, parseCsv, unguarded, writeCsv } from './csv.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const cellsOf = (text: string) => parseCsv(text).map(({ cells }) => cells);

describe('a CSV file', () => {
  it('is read with any line end, quoted cells and empty lines', () => {
    expect(parseCsv('a,b\r\n1,"x, ""y""\nz"\n\n,\r\n3,')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x, "y"\nz'] },
      { line: 6, cells: ['3', ''] },
    ]);
    expect(cellsOf('a\rb')).toEqual([['a'], ['b']]);
    expect(parseCsv('')).toEqual([]);
  });

  it.each(['a,"b', 'a,"b"c', 'a,b"c"', '"a"\n"'])('with quotation marks that do not match is refused: %s', (text) => {
    expect(() => parseCsv(text)).toThrow(expect.objectContaining({ code: 'working-days.fileQuotes' }));
  });

  it('is UTF-8 with or without its mark, and nothing else', () => {
    expect(decodeUtf8(bytes(`${BYTE_ORDER_MARK}한글 漢字`), 100)).toBe('한글 漢字');
    expect(decodeUtf8(bytes('한글'), 100)).toBe('한글');
    const legacy = [
      [0xc7, 0xd1, 0xb1, 0xdb], // 한글 in CP949
      [0x8f, 0x6a, 0x93, 0xfa], // 祝日 in CP932
      [0xff, 0xfe, 0x55, 0xd5], // UTF-16
      [0xed, 0xa0, 0x80], // a lone surrogate
    ];
    for (const wrong of legacy)
      expect(() => decodeUtf8(Uint8Array.from(wrong), 100)).toThrow(
        expect.objectContaining({ code: 'working-days.fileNotUtf8' }),
      );
    expect(() => decodeUtf8(bytes('abcd'), 3)).toThrow(
      expect.objectContaining({ code: 'working-days.fileTooLarge', params: { max: 3 } }),
    );
  });

  it('is written for Excel: mark, CR LF, and nothing that could be run', () => {
    expect(writeCsv([['=1+1', 'a,b', '"', '＝１', '-5', "'=x"]])).toBe(
      `${BYTE_ORDER_MARK}'=1+1,"a,b","""",'＝１,'-5,''=x\r\n`,
    );
  });

  it('comes back as it was written', () => {
    const record = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(record), (records) => {
        const written = records.filter((cells) => cells.some((cell) => cell.trim() !== ''));
        const read = cellsOf(writeCsv(written).slice(1)).map((cells) => cells.map(unguarded));
        expect(read).toEqual(written);
      }),
    );
  });
});
