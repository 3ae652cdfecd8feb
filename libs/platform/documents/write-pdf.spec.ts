import { LANGUAGES } from '#core/kernel';
import { readPdf, wordsOfDocument } from '../../../test/support/read-pdf.js';
import { copyOf, MISSING_LETTER, writePdf, type DocumentModel, type ModelRun } from './index.js';

const run = (text: string, lang: 'ko' | 'ja' | 'en' = 'ko'): ModelRun => ({ text, lang });
const line = (...runs: ModelRun[]) => ({ runs });
const cell = (...runs: ModelRun[]) => ({ lines: [line(...runs)] });

function makeDocument(over: Partial<DocumentModel> = {}): DocumentModel {
  return {
    lang: 'ko',
    title: line(run('의제')),
    date: '2027-03-11T00:00:00Z',
    paper: 'portrait',
    copyLine: null,
    marks: [line(run('대외주의'))],
    foot: [line(run('제3판'))],
    blocks: [{ kind: 'title', lines: [line(run('의제'))] }],
    ...over,
  };
}

const print = (over: Partial<DocumentModel>) => readPdf(writePdf(copyOf(makeDocument(over), { copy: 'neutral' })));

describe('a PDF', () => {
  it('carries its fonts as subsets, its title and language, its structure and the mark of an archival file', async () => {
    const bytes = writePdf(copyOf(makeDocument(), { copy: 'neutral' }));
    const pdf = await readPdf(bytes);
    expect(pdf).toMatchObject({
      pages: 1,
      text: '의제',
      title: '의제',
      lang: 'ko',
      tagged: true,
      allFontsEmbedded: true,
    });
    expect(pdf.fonts.every((name) => /^[A-Z]{6}\+NotoSansKR/u.test(name))).toBe(true);
    expect(pdf.margins).toEqual(['대외주의제3판1/1']);
    expect(bytes.toString('latin1')).toContain('pdfaid:part>2</pdfaid:part>');
    expect(bytes.toString('latin1')).toContain('pdfaid:conformance>A<');
  });

  it('prints a document without marks, foot and blocks', async () => {
    expect(await print({ marks: [], foot: [], blocks: [] })).toMatchObject({ pages: 1, text: '', margins: ['1/1'] });
  });

  it('is the same file for the same document', () => {
    const document = copyOf(makeDocument(), { copy: 'neutral' });
    expect(writePdf(document).equals(writePdf(document))).toBe(true);
  });

  it('tells the language of every run and draws Korean and Japanese signs in their own faces', async () => {
    const words = LANGUAGES.map((lang) => run(`直令骨 ${lang} `, lang));
    const pdf = await print({ blocks: [{ kind: 'text', align: 'start', lines: [line(...words)] }] });
    expect(pdf.text).toBe('直令骨ko直令骨ja直令骨en');
    expect(pdf.fonts.map((name) => name.slice(7))).toEqual(['NotoSansJP-Regular', 'NotoSansKR-Regular']);
    expect({ ofTheFile: pdf.lang, ofItsWords: pdf.languages }).toEqual({ ofTheFile: 'ko', ofItsWords: ['en', 'ja'] });
  });

  it('repeats the head of a table on every page and says every cell once', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => ({
      kind: 'plain' as const,
      cells: [cell(run(`${at + 1}.`)), cell(run(`안건 ${at + 1}`))],
    }));
    const columns = [{ width: { mm: 12 } }, { width: { share: 1 } }];
    const pdf = await print({
      blocks: [{ kind: 'table', columns, head: [cell(run('번호')), cell(run('안건'))], rows }],
    });
    expect(pdf.pages).toBeGreaterThan(2);
    expect(pdf.text).toBe(`번호안건${rows.map((_, at) => `${at + 1}.안건${at + 1}`).join('')}`);
    for (const margin of pdf.margins.slice(1)) expect(margin).toContain('번호안건');
    expect(pdf.structure).toEqual(expect.arrayContaining(['Table', 'TH', 'TD']));
  });

  it.each([
    ['markup', '#import "x" $x^2$ *a* _b_ `c` <d> @e = f \\ / // - + #panic("no")'],
    ['emoji, rare hanja and other scripts', '𠮷野家 龘 😀 👨‍👩‍👧 العربية ไทย 葛\u{e0100}城'],
    ['one word longer than the page', '가'.repeat(5000)],
    ['letters without a place to break', 'x'.repeat(3000)],
    ['line breaks', '첫째\n둘째\n\n셋째'],
    ['control characters and half characters', 'a\u0000b\u0007c\ud800d\ufffe'],
    ['old jamo and combining marks', '한글 ᄒᆞᆫ글 が ぱ é'],
    ['nothing', ''],
  ])('prints %s as text', async (_name, text) => {
    const cells = [cell(run(text)), cell(run(text, 'ja')), cell(run(text, 'en'))];
    const columns = cells.map(() => ({ width: { share: 1 } }));
    const head = cells.map(() => cell(run('안건')));
    const document = copyOf(
      makeDocument({ blocks: [{ kind: 'table', columns, head, rows: [{ kind: 'plain', cells }] }] }),
      { copy: 'kr' },
    );
    const pdf = await readPdf(writePdf(document));
    const drawn = (words: string): string => words.normalize('NFKC').replaceAll(MISSING_LETTER, '');
    const letters = new Set(drawn(pdf.text));
    expect([...letters].every((letter) => drawn(wordsOfDocument(document)).includes(letter))).toBe(true);
    if (/^[\x20-\x7e]+$/u.test(text)) expect(pdf.text === wordsOfDocument(document)).toBe(true);
  });

  it('sets the printer’s mark for a letter that neither face has', async () => {
    const pdf = await print({ blocks: [{ kind: 'text', align: 'start', lines: [line(run('龘 가'))] }] });
    expect(pdf.text).toBe(`${MISSING_LETTER}가`);
  });
});
