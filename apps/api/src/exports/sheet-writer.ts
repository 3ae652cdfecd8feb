import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { createTranslator, type Translate } from '#core/i18n';
import { LANGUAGES, readText, type LocalizedText } from '#core/kernel';
import { contentDisposition } from '#platform/file-safety';
import { writeCsv, writeXlsx, type Cell, type SheetColumn } from '#platform/workbooks';
import type { Reading } from '../http/decorators.js';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Rows read from the database at a time. */
export const EXPORT_PAGE = 500;

/** One column of an export: a value, or a text that is given in the reader's language or in all three. */
export type ExportColumn<Row> =
  | {
      readonly key: string;
      readonly kind: 'text' | 'number' | 'date';
      readonly width: number;
      readonly cell: (row: Row, words: Translate) => Cell;
    }
  | {
      readonly key: string;
      readonly kind: 'words';
      readonly width: number;
      readonly text: (row: Row) => LocalizedText | readonly LocalizedText[] | null;
    };

export interface Export<Row> {
  /** Catalogue branch with `title` and `columns`, and the name of the file, e.g. `actions`. */
  readonly name: 'actions' | 'commitments';
  readonly columns: readonly ExportColumn<Row>[];
  /** The pages of the list in order; the first is read before the answer begins, so that a refusal is still a refusal. */
  readonly pages: AsyncGenerator<readonly Row[]>;
}

/** Sends a list as a file, row by row as it is read and taken. */
export async function sendExport<Row>(
  reply: FastifyReply,
  { name, columns, pages }: Export<Row>,
  format: ExportFormat,
  reading: Reading,
): Promise<void> {
  const { t } = createTranslator(reading.language);
  const languages = reading.all ? LANGUAGES : [reading.language];
  const first = await pages.next();
  const rowsOf = async function* (): AsyncGenerator<Cell[]> {
    for (let page = first; page.done !== true; page = await pages.next())
      for (const row of page.value) yield columns.flatMap((column) => cellsOf(column, row, languages, t));
  };
  const sheet = {
    name: t(`exports:${name}.title`),
    columns: columns.flatMap((column) => headsOf(name, column, reading.all, t)),
    rows: rowsOf(),
  };
  const content = format === 'xlsx' ? writeXlsx(sheet) : writeCsv(sheet);
  await reply
    .headers({
      'content-type': mediaTypes[format],
      'content-disposition': contentDisposition(`${t(`exports:${name}.title`)}.${format}`, 'attachment'),
      'cache-control': 'private, no-store',
    })
    .send(Readable.from(content, { objectMode: false, highWaterMark: 65_536 }));
}

function headsOf<Row>(
  name: Export<Row>['name'],
  { key, kind, width }: ExportColumn<Row>,
  all: boolean,
  t: Translate,
): SheetColumn[] {
  const head = t(`exports:${name}.columns.${key}`);
  if (kind !== 'words') return [{ head, kind, width }];
  if (!all) return [{ head, kind: 'text', width }];
  return LANGUAGES.map((lang) => ({
    head: t('exports:inLanguage', { head, language: t(`exports:languages.${lang}`) }),
    kind: 'text' as const,
    width,
  }));
}

function cellsOf<Row>(
  column: ExportColumn<Row>,
  row: Row,
  languages: readonly (typeof LANGUAGES)[number][],
  t: Translate,
): Cell[] {
  if (column.kind !== 'words') return [column.cell(row, t)];
  const given = column.text(row);
  const texts = given === null ? [] : 'source' in given ? [given] : given;
  if (languages.length > 1) return languages.map((lang) => joined(texts.flatMap((text) => text[lang]?.text ?? [])));
  // One language: a text that is missing in it is given in its own, as on the screen.
  return languages.map((lang) => joined(texts.map((text) => readText(text, lang).text)));
}

const joined = (texts: readonly string[]): Cell => (texts.length === 0 ? null : texts.join('\n'));
