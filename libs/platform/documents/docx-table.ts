import {
  BorderStyle,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Cell, Column, Row, TableBlock, TextRun } from './document-model.js';
import { wordParagraph, type Align } from './docx-words.js';

const TWIPS_OF_MM = 56.7;
const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none };
const tableBorders = {
  top: line(8, '000000'),
  bottom: line(8, '000000'),
  left: none,
  right: none,
  insideHorizontal: line(4, 'AAAAAA'),
  insideVertical: line(4, 'AAAAAA'),
};

/** A table whose head repeats on every page and whose rows are not torn. `width` in millimetres. */
export function wordTable(block: TableBlock<TextRun>, width: number): Table {
  const columns = columnTwips(block.columns, width);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.head.map((cell, at) => wordCell(cell, columns[at] ?? 0, { align: 'center', fill: 'E8E8E8' })),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total(columns), type: WidthType.DXA },
    columnWidths: columns,
    borders: tableBorders,
    margins: { top: 60, bottom: 60, left: 80, right: 80, marginUnitType: WidthType.DXA },
    rows: [head, ...block.rows.map((row) => wordRow(row, block.columns, columns))],
  });
}

function wordRow(row: Row<TextRun>, columns: readonly Column[], widths: readonly number[]): TableRow {
  const whole = row.cells.length === 1 && columns.length > 1;
  const heads = row.kind === 'section';
  return new TableRow({
    cantSplit: true,
    children: row.cells.map((cell, at) =>
      wordCell(cell, whole ? total(widths) : (widths[at] ?? 0), {
        span: whole ? columns.length : 1,
        align: whole ? 'start' : columns[at]?.align,
        fill: heads ? 'F3F3F3' : undefined,
        keepNext: heads,
        bar: row.kind === 'inside' && at === 0,
      }),
    ),
  });
}

interface CellLooks {
  readonly span?: number | undefined;
  readonly align?: Align | undefined;
  readonly fill?: string | undefined;
  readonly keepNext?: boolean | undefined;
  readonly bar?: boolean | undefined;
}

function wordCell(cell: Cell<TextRun>, width: number, { span = 1, align, fill, keepNext, bar }: CellLooks): TableCell {
  const lines = cell.lines.length === 0 ? [{ runs: [] }] : cell.lines;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: align === 'center' && fill ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    ...(bar ? { borders: { left: line(16, '000000') } } : {}),
    children: lines.map((one) => wordParagraph(one, align, keepNext ? { keepNext: true } : {})),
  });
}

/** A table without lines, to set things side by side; `shares` divide its width. */
export function wordColumns(
  cells: readonly TableCell['options']['children'][],
  shares: readonly number[],
  width: number,
): Table {
  const columns = columnTwips(
    shares.map((share) => ({ width: { share } })),
    width,
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total(columns), type: WidthType.DXA },
    columnWidths: columns,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        children: cells.map(
          (children, at) =>
            new TableCell({ width: { size: columns[at] ?? 0, type: WidthType.DXA }, borders: noBorders, children }),
        ),
      }),
    ],
  });
}

function columnTwips(columns: readonly Column[], width: number): number[] {
  const fixed = columns.reduce((sum, column) => sum + ('mm' in column.width ? column.width.mm : 0), 0);
  const shares = columns.reduce((sum, column) => sum + ('share' in column.width ? column.width.share : 0), 0);
  return columns.map(({ width: own }) =>
    Math.round(('mm' in own ? own.mm : ((width - fixed) * own.share) / shares) * TWIPS_OF_MM),
  );
}

const total = (columns: readonly number[]): number => columns.reduce((sum, one) => sum + one, 0);
