import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '#core/kernel';
import { unitCode, type SentFile } from './exchange-file.js';

/** Words of the table's head, in the target language. */
export interface TableHeads {
  readonly code: string;
  readonly source: string;
  readonly target: string;
}

const LOCALES: Readonly<Record<Language, string>> = { ko: 'ko-KR', ja: 'ja-JP', en: 'en-GB' };
const FONTS: Readonly<Record<Language, string>> = { ko: 'Malgun Gothic', ja: 'Yu Gothic', en: 'Arial' };
/** Column widths in twentieths of a point: A4 less its margins. */
const WIDTHS = [1300, 4100, 4100] as const;
const line = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const borders = { top: line, bottom: line, left: line, right: line };

/**
 * The texts of a request as a Word table of three columns: code, source, translation. The first line names the request and its
 * languages, the code the text and the revision of its source; both are read when the file comes back.
 */
export async function writeDocxTable(sent: SentFile, heads: TableHeads): Promise<Buffer> {
  const { from, to } = sent;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [heads.code, heads.source, heads.target].map((text, index) =>
      cell([text], to, { index, bold: true, shaded: true }),
    ),
  });
  const rows = sent.units.map(
    (unit) =>
      new TableRow({
        cantSplit: false,
        children: [
          new TableCell({
            borders,
            width: { size: WIDTHS[0], type: WidthType.DXA },
            children: [
              paragraph([run(unit.label, from, { size: 16, color: '555555' })]),
              paragraph([run(`[${unitCode(unit.id)}·r${String(unit.revision)}]`, 'en', { size: 16, color: '555555' })]),
            ],
          }),
          cell(unit.source.split('\n'), from, { index: 1, shaded: true }),
          cell((unit.target ?? '').split('\n'), to, { index: 2 }),
        ],
      }),
  );
  const document = new Document({
    title: sent.title,
    styles: { default: { document: { run: { size: 21 } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1200, bottom: 1200, left: 1200, right: 1200 } },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })],
              }),
            ],
          }),
        },
        children: [
          paragraph([run(sent.title, to, { size: 28, bold: true })]),
          paragraph([run(`[${sent.requestId} ${from}>${to}]`, 'en', { size: 16, color: '555555' })]),
          ...sent.notes.map((note) => paragraph([run(note, to, {})])),
          paragraph([]),
          new Table({ columnWidths: [...WIDTHS], width: { size: 9500, type: WidthType.DXA }, rows: [head, ...rows] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

interface RunLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

function run(text: string, lang: Language, look: RunLook): TextRun {
  return new TextRun({
    text,
    language: { value: LOCALES[lang], eastAsia: LOCALES[lang] },
    font: { ascii: FONTS[lang], hAnsi: FONTS[lang], eastAsia: FONTS[lang] },
    ...look,
  });
}

function paragraph(children: TextRun[]): Paragraph {
  return new Paragraph({ children, spacing: { after: 60 } });
}

function cell(
  lines: readonly string[],
  lang: Language,
  look: { readonly index: number; readonly bold?: boolean; readonly shaded?: boolean },
): TableCell {
  return new TableCell({
    borders,
    width: { size: WIDTHS[look.index] ?? WIDTHS[1], type: WidthType.DXA },
    ...(look.shaded ? { shading: { fill: 'F3F3F3' } } : {}),
    children: lines.map((text) => paragraph(text === '' ? [] : [run(text, lang, look.bold ? { bold: true } : {})])),
  });
}
