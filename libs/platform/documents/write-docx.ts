import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun as WordRun,
  TabStopType,
  type Table,
} from 'docx';
import type { Line, PrintableBlock, PrintableDocument, TextRun } from './document-model.js';
import { wordColumns, wordTable } from './docx-table.js';
import { BODY_SIZE, languageLooks, wordParagraph, wordRuns } from './docx-words.js';

const PAGE = { width: 11_906, height: 16_838, margin: 1080 };
const WIDTHS = { portrait: 171.9, landscape: 258.9 };
/** Millimetres that the label of a fact takes at least, in the share of the text's width. */
const LABEL_SHARE = 1;
const VALUE_SHARE = 5;

type Part = Paragraph | Table;

/** A document for offices that go on working on it in Word: real tables, headings and page fields, the language of every run marked. */
export async function writeDocx(document: PrintableDocument): Promise<Buffer> {
  const width = WIDTHS[document.paper];
  const file = new Document({
    title: textOf(document.title),
    creator: 'Forum Desk',
    lastModifiedBy: 'Forum Desk',
    styles: { default: { document: { run: { size: BODY_SIZE, ...languageLooks(document.lang) } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: PAGE.width,
              height: PAGE.height,
              orientation: document.paper === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: 1300, bottom: 1100, left: PAGE.margin, right: PAGE.margin, header: 600, footer: 500 },
          },
        },
        headers: { default: new Header({ children: [headLine(document, width)] }) },
        footers: { default: new Footer({ children: footLines(document, width) }) },
        children: parts(document.blocks, width),
      },
    ],
  });
  return Packer.toBuffer(file);
}

const parts = (blocks: PrintableDocument['blocks'], width: number): Part[] =>
  blocks.flatMap((block) => (block.kind === 'sides' ? [] : written(block, width)));

function written(block: PrintableBlock, width: number): Part[] {
  switch (block.kind) {
    case 'title':
      return block.lines.map(
        (line, at) =>
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { after: at === block.lines.length - 1 ? 240 : 0 },
            children: wordRuns(line, { bold: true, size: 28 }),
          }),
      );
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          spacing: { before: 240, after: 100 },
          children: wordRuns(block.line, { bold: true, size: 21, color: '000000' }),
        }),
      ];
    case 'facts':
      return [
        ...block.rows.map(({ label, lines }) =>
          wordColumns(
            [[wordParagraph(label)], lines.map((line) => wordParagraph(line))],
            [LABEL_SHARE, VALUE_SHARE],
            width,
          ),
        ),
        gap(),
      ];
    case 'text':
      return block.lines.map((line) => wordParagraph(line, block.align));
    case 'parallel': {
      const share = width / block.columns.length;
      const cells = block.columns.map((column) => [...parts(column.blocks, share - 4), gap()]);
      return [
        wordColumns(
          cells,
          block.columns.map(() => 1),
          width,
        ),
        gap(),
      ];
    }
    case 'table':
      return [wordTable(block, width), gap()];
  }
}

/** Word joins two tables that touch, and wants a paragraph at the end of a cell. */
const gap = (): Paragraph => new Paragraph({ spacing: { after: 0, line: 120 }, children: [] });

const atRight = (width: number) => [{ type: TabStopType.RIGHT, position: Math.round(width * 56.7) }];

function headLine({ copyLine, marks }: PrintableDocument, width: number): Paragraph {
  const boxed = marks.flatMap((mark) => [
    new WordRun({ text: ' ' }),
    ...wordRuns(mark, { size: 16, border: { style: 'single', size: 6, space: 2, color: '000000' } }),
  ]);
  return new Paragraph({
    tabStops: atRight(width),
    children: [...(copyLine ? wordRuns(copyLine, { size: 16 }) : []), new WordRun({ text: '\t' }), ...boxed],
  });
}

function footLines({ foot, lang }: PrintableDocument, width: number): Paragraph[] {
  const page = new WordRun({
    children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    size: 18,
    ...languageLooks(lang),
  });
  const [first, ...more] = foot;
  const small = { size: 13, color: '444444' };
  return [
    new Paragraph({ tabStops: atRight(width), children: [...(first ? wordRuns(first, small) : []), page] }),
    ...more.map((line) => new Paragraph({ children: wordRuns(line, small) })),
  ];
}

const textOf = (line: Line<TextRun>): string => line.runs.map((run) => run.text).join('');
