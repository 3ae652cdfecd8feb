import {
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  DeletedTextRun,
  InsertedTextRun,
} from 'docx';
import fc from 'fast-check';
import yazl from 'yazl';
import { DomainError } from '#core/kernel';
import {
  readDocxTable,
  readXliff,
  unitCode,
  writeDocxTable,
  writeXliff,
  type ReturnedFile,
  type SentFile,
  type SentUnit,
} from './index.js';

const requestId = '019aa000-0000-7000-8000-0000000000aa';
const unit = (over: Partial<SentUnit> = {}): SentUnit => ({
  id: '019aa000-0000-7000-8000-00000000beef',
  label: '의제 1 제목',
  source: '이동통신 주파수 정책',
  revision: 3,
  target: '移動通信の周波数政策',
  state: 'translated',
  machine: false,
  stale: false,
  ...over,
});
const sent = (units: readonly SentUnit[] = [unit()]): SentFile => ({
  requestId,
  from: 'ko',
  to: 'ja',
  title: '翻訳依頼',
  notes: ['用語集に従ってください。'],
  units,
});
const heads = { code: '番号', source: '原文', target: '訳文' };
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
};
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error as Error)),
  );
const asBytes = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('a request as XLIFF 2.0', () => {
  it('comes back as it was sent, with the revision each translation was made of', () => {
    expect(readXliff(asBytes(writeXliff(sent())))).toEqual({
      requestId,
      from: 'ko',
      to: 'ja',
      units: [{ id: unit().id, revision: 3, source: unit().source, target: '移動通信の周波数政策', machine: false }],
    });
  });

  it('has the elements of the core schema in their order and says what a machine wrote', () => {
    const xml = writeXliff(
      sent([unit({ machine: true, state: 'translated' }), unit({ target: null, state: 'initial' })]),
    );
    expect(xml).toContain('<xliff version="2.0" srcLang="ko" trgLang="ja"');
    expect(xml).toContain('xmlns="urn:oasis:names:tc:xliff:document:2.0"');
    expect(xml).toMatch(
      /<unit [^>]*><mda:metadata>.*?<\/mda:metadata><segment [^>]*><source [^>]*>.*?<\/source><target /su,
    );
    expect(xml).toContain('subState="desk:machine"');
    expect(xml).toMatch(/state="initial"><source xml:space="preserve">이동통신 주파수 정책<\/source><\/segment>/u);
    expect(readXliff(asBytes(xml)).units.map(({ machine, target }) => [machine, target])).toEqual([
      [true, '移動通信の周波数政策'],
      [false, ''],
    ]);
  });

  it('joins what a tool has split, in the order the tool gives, and keeps the words of its marks', () => {
    const xml = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="ko" trgLang="ja"><file id="f" original="${requestId}">
      <group id="g"><unit id="u-${unit().id}"><segment><source>가</source><target order="2"><mrk id="m1" type="term">周波数</mrk>政策</target></segment>
      <segment><source>나</source><target order="1">移動通信の<ph id="p"/></target></segment></unit></group></file></xliff>`;
    expect(readXliff(asBytes(xml)).units).toEqual([
      { id: unit().id, revision: null, source: '가나', target: '移動通信の周波数政策', machine: false },
    ]);
  });

  it('is read in UTF-16 where it says so by its mark', () => {
    const text = writeXliff(sent()).replace('UTF-8', 'UTF-16');
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(readXliff(bytes).units).toHaveLength(1);
  });

  it.each<[string, Buffer, string]>([
    [
      'an entity that reads a file',
      asBytes('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
      'hasDoctype',
    ],
    ['a bomb of entities', asBytes('<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY c "&a;&a;">]><b>&c;</b>'), 'hasDoctype'],
    ['text that is no XML', asBytes('의제 목록'), 'damaged'],
    ['an element left open', asBytes('<xliff version="2.0"><file>'), 'damaged'],
    ['XLIFF 1.2', asBytes('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>'), 'notXliff2'],
    ['another kind of XML', asBytes('<html/>'), 'wrongKind'],
    ['bytes that are no UTF-8', Buffer.from([0x3c, 0xff, 0xfe, 0x3e]), 'textEncoding'],
    ['more bytes than any request has', Buffer.alloc(5_000_001, 0x20), 'tooLarge'],
  ])('refuses %s', (_, bytes, code) => {
    expect(codeOf(() => readXliff(bytes))).toBe(`translation-files.${code}`);
  });

  it('gives back any words, whatever signs they hold', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(isXmlText);
    fc.assert(
      fc.property(words, words, (source, target) => {
        expect(readXliff(asBytes(writeXliff(sent([unit({ source, target })])))).units[0]?.target).toBe(target);
      }),
    );
  });
});

describe('a request as a Word table', () => {
  it('comes back as it was sent', async () => {
    const file = await writeDocxTable(
      sent([unit({ target: '一行目\n二行目' }), unit({ id: requestId, target: null })]),
      heads,
    );
    expect(await readDocxTable(file)).toEqual<ReturnedFile>({
      requestId,
      from: 'ko',
      to: 'ja',
      units: [
        { id: unitCode(unit().id), revision: 3, source: unit().source, target: '一行目\n二行目', machine: false },
        { id: unitCode(requestId), revision: 3, source: unit().source, target: '', machine: false },
      ],
    });
  });

  it('takes what Word makes of it: split runs, tracked changes, one column more', async () => {
    const change = { id: 1, author: 'a', date: '2026-01-01T00:00:00Z' };
    const cell = (...children: (TextRun | InsertedTextRun | DeletedTextRun)[]) =>
      new TableCell({ children: [new Paragraph({ children })] });
    const file = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph(`[${requestId} ko>ja]`),
              new Table({
                rows: [
                  new TableRow({
                    children: [cell(new TextRun('番号')), cell(new TextRun('原文')), cell(new TextRun('訳文'))],
                  }),
                  new TableRow({
                    children: [
                      cell(new TextRun('1 [0000'), new TextRun('beef·r3]')),
                      cell(new TextRun('원문')),
                      cell(new TextRun('비고')),
                      cell(
                        new TextRun('移動'),
                        new DeletedTextRun({ text: '体', ...change }),
                        new InsertedTextRun({ text: '通信', ...change }),
                      ),
                    ],
                  }),
                ],
              }),
            ],
          },
        ],
      }),
    );
    expect((await readDocxTable(file)).units).toEqual([
      { id: '0000beef', revision: 3, source: '원문', target: '移動通信', machine: false },
    ]);
  });

  it('refuses what is no such file', async () => {
    const zip = (name: string, bytes: Buffer): Promise<Buffer> =>
      new Promise((resolve, reject) => {
        const archive = new yazl.ZipFile();
        const parts: Buffer[] = [];
        archive.outputStream.on('data', (part: Buffer) => parts.push(part));
        archive.outputStream.on('end', () => resolve(Buffer.concat(parts)));
        archive.outputStream.on('error', reject);
        archive.addBuffer(bytes, name);
        archive.end();
      });
    const xml = (body: string) =>
      asBytes(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:document>`,
      );
    const cases: [Buffer, string][] = [
      [asBytes('PK'), 'damaged'],
      [asBytes('<html/>'), 'wrongKind'],
      [await zip('word/other.xml', xml('')), 'wrongKind'],
      [await zip('word/document.xml', xml('<w:body/>')), 'noTable'],
      [await zip('word/document.xml', asBytes('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')), 'hasDoctype'],
      [await zip('word/document.xml', Buffer.alloc(30_000_000, 0x20)), 'tooLarge'],
      [(await writeDocxTable(sent(), heads)).subarray(0, 3000), 'damaged'],
    ];
    for (const [bytes, code] of cases) expect(await refusal(readDocxTable(bytes))).toBe(`translation-files.${code}`);
  });

  it('refuses or reads a file with turned bytes, and never breaks', async () => {
    const file = await writeDocxTable(sent(), heads);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, turn) => {
        const turned = Buffer.from(file);
        turned[at] = (turned[at] ?? 0) ^ turn;
        expect(await refusal(readDocxTable(turned))).toMatch(/^(?:none|translation-files\.\w+)$/u);
      }),
      { numRuns: 60 },
    );
  });
});

/** What XML 1.0 can hold; line ends are normalised by every XML reader. */
function isXmlText(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text);
}
