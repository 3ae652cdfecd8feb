import type { Element } from '@xmldom/xmldom';
import { MAX_UNITS, type ReturnedFile, type ReturnedUnit } from './exchange-file.js';
import { translationFileErrors } from './translation-files.errors.js';
import { childrenOf, elementsIn, parseXml } from './xml.js';
import { readZipEntry } from './zip-entry.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** What tracked changes took out, and what is not text of the page. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'pPr',
  'rPr',
  'AlternateContent',
  'drawing',
  'pict',
]);
const REQUEST = /\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s+(ko|ja|en)>(ko|ja|en)\]/u;
const CODE = /\[([0-9a-f]{8})\s*·\s*r(\d{1,7})\]/u;

/**
 * Reads what an office sent back as a Word table: per row the code and the last column. Accepts what Word and others do to a file:
 * split runs, tracked changes (as accepted), more rows and columns in between.
 * @throws translation-files.tooLarge, .wrongKind, .damaged, .hasDoctype, .noTable, .tooManyUnits
 */
export async function readDocxTable(bytes: Buffer): Promise<ReturnedFile> {
  const root = parseXml(await readZipEntry(bytes, 'word/document.xml')).documentElement;
  const body = root && childrenOf(root, WORD, 'body')[0];
  if (!body) throw translationFileErrors.wrongKind();
  const request = REQUEST.exec(
    elementsIn(body)
      .map((child) => (child.localName === 'p' ? wordsOf(child) : ''))
      .join('\n'),
  );
  const rows = tablesIn(body).flatMap((table) => childrenOf(table, WORD, 'tr'));
  if (rows.length === 0) throw translationFileErrors.noTable();
  const units = rows.flatMap(readRow);
  if (units.length > MAX_UNITS) throw translationFileErrors.tooManyUnits({ max: MAX_UNITS });
  return { requestId: request?.[1] ?? null, from: request?.[2] ?? null, to: request?.[3] ?? null, units };
}

/** Tables of the page, also inside content controls. */
function tablesIn(parent: Element): Element[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.localName === 'tbl') return [child];
    return child.localName === 'sdt' || child.localName === 'sdtContent' ? tablesIn(child) : [];
  });
}

/** A row that carries no code is a head or a remark. */
function readRow(row: Element): ReturnedUnit[] {
  if (LEFT_OUT.has(row.localName ?? '')) return [];
  const cells = childrenOf(row, WORD, 'tc').map((cell) =>
    elementsIn(cell)
      .filter((child) => child.localName === 'p')
      .map(wordsOf)
      .join('\n')
      .trim(),
  );
  const code = CODE.exec(cells[0] ?? '');
  if (!code || cells.length < 3) return [];
  return [
    {
      id: code[1] ?? '',
      revision: Number(code[2]),
      source: cells[1] ?? '',
      target: cells.at(-1) ?? '',
      machine: false,
    },
  ];
}

function wordsOf(node: Element): string {
  return elementsIn(node)
    .map((child) => {
      const name = child.localName ?? '';
      if (LEFT_OUT.has(name)) return '';
      if (name === 't') return child.textContent ?? '';
      if (name === 'br' || name === 'cr') return '\n';
      return name === 'tab' ? ' ' : wordsOf(child);
    })
    .join('');
}
