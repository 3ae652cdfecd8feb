import { inBatches, isDay, type Cell, type Sheet, type SheetColumn } from './sheet.js';
import { writeZip } from './zip-stream.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Styles by their place in `styles.xml`. */
const STYLE = { plain: 0, head: 1, day: 2, wrapped: 3 } as const;
/** What a cell can hold, in UTF-16 units, and what a sheet's name can. */
const CELL_MAX = 32_767;
const NAME_MAX = 31;
/** The head stays in sight. */
const FROZEN = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';

/**
 * A table as an Excel workbook (ECMA-376): days are dates, numbers numbers, and every text is a text, so that nothing runs as a formula and
 * nothing has to be spoiled for it. Written while it is read: a table of any length takes the memory of one batch of rows.
 */
export function writeXlsx(sheet: Sheet): AsyncGenerator<Buffer> {
  return writeZip([
    { name: '[Content_Types].xml', content: [contentTypes] },
    { name: '_rels/.rels', content: [relationsOf('officeDocument', 'xl/workbook.xml')] },
    { name: 'xl/workbook.xml', content: [workbook(sheet.name)] },
    { name: 'xl/_rels/workbook.xml.rels', content: [workbookRelations] },
    { name: 'xl/styles.xml', content: [styles] },
    { name: 'xl/worksheets/sheet1.xml', content: worksheet(sheet) },
  ]);
}

async function* worksheet({ columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(({ width }, at) => {
    const place = String(at + 1);
    return `<col min="${place}" max="${place}" width="${String(width)}" customWidth="1"/>`;
  });
  const letters = columns.map((_, at) => columnName(at + 1));
  const kinds = columns.map(({ kind }) => kind);
  const heads = columns.map(({ head }, at) => textCell(head, STYLE.head, `${letters[at] ?? ''}1`));
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${FROZEN}</sheetView></sheetViews>`;
  yield `<cols>${widths.join('')}</cols><sheetData>${rowOf(1, heads)}`;
  let last = 1;
  for await (const batch of inBatches(rows)) {
    const lines = batch.map((row) => {
      last += 1;
      return rowOf(
        last,
        kinds.map((kind, at) => cellOf(row[at] ?? null, kind, `${letters[at] ?? ''}${String(last)}`)),
      );
    });
    yield lines.join('');
  }
  const area = `A1:${columnName(columns.length)}${String(last)}`;
  yield `</sheetData><autoFilter ref="${area}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

const rowOf = (number: number, cells: readonly string[]): string =>
  `<row r="${String(number)}">${cells.join('')}</row>`;

/** One cell of a row at its place, e.g. `B7`. */
function cellOf(cell: Cell, kind: SheetColumn['kind'], place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}" s="${String(STYLE.plain)}"><v>${String(cell)}</v></c>`;
  if (kind === 'date' && isDay(cell))
    return `<c r="${place}" s="${String(STYLE.day)}"><v>${String(dayNumber(cell))}</v></c>`;
  return textCell(cell, STYLE.wrapped, place);
}

const textCell = (text: string, style: number, place: string): string =>
  `<c r="${place}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Days since the last one of 1899, as spreadsheets count from March 1900 on. */
function dayNumber(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** `1` → A, `27` → AA. */
function columnName(place: number): string {
  const rest = Math.floor((place - 1) / 26);
  return `${rest > 0 ? columnName(rest) : ''}${String.fromCharCode(65 + ((place - 1) % 26))}`;
}

/** XML has no place for control characters; `_x0041_` would be read as a letter by its number. */
function escaped(text: string): string {
  if (text.length <= CELL_MAX && !SPECIAL.test(text)) return text;
  return cut(text, CELL_MAX)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Whatever may need another form. */
const SPECIAL = /[&<>"_\p{Surrogate}\u0000-\u001f\ufffe\uffff]/u;

/** At most so many UTF-16 units, never half a character. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]/u.test(text.charAt(max - 1)) ? max - 1 : max;
  return text.slice(0, end);
}

function workbook(name: string): string {
  const title = cut(name.replace(/[[\]:*?/\\]/gu, ' '), NAME_MAX);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
const relations = (list: string): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`;
const relationsOf = (kind: string, target: string): string => relations(relation('rId1', kind, target));
const workbookRelations = relations(
  relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + relation('rId2', 'styles', 'styles.xml'),
);

const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEETS}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SHEETS}.styles+xml"/></Types>`;

const top = 'applyAlignment="1"><alignment vertical="top"';
const styles =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  `<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">` +
  `<xf xfId="0" ${top}/></xf><xf xfId="0" fontId="1" applyFont="1" ${top} wrapText="1"/></xf>` +
  `<xf xfId="0" numFmtId="164" applyNumberFormat="1" ${top}/></xf><xf xfId="0" ${top} wrapText="1"/></xf></cellXfs></styleSheet>`;
