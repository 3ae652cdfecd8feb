import type { Column, Line, PrintableBlock, PrintableDocument, Row, TableBlock, TextRun } from './document-model.js';
import { printStyle } from './html-style.js';

/**
 * A document as one HTML page for the printer: its style inside, no script, no picture and no address, so that it prints under a policy
 * that allows nothing but its own style. Every word is escaped; every run in another language says so.
 */
export function writeHtml(document: PrintableDocument): string {
  const { lang } = document;
  const title = escape(document.title.runs.map((run) => run.text).join(''));
  const marks = document.marks.map((mark) => `<li>${inline(mark, lang)}</li>`).join('');
  const foot = document.foot.map((line) => `<p>${inline(line, lang)}</p>`).join('');
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>`,
    `<meta name="viewport" content="width=device-width"><style>${printStyle(document)}</style></head><body>`,
    `<header>${document.copyLine ? `<p>${inline(document.copyLine, lang)}</p>` : ''}${marks ? `<ul>${marks}</ul>` : ''}</header>`,
    `<main>${blocks(document.blocks, lang, 1)}</main>`,
    `<footer>${foot}</footer></body></html>`,
  ].join('\n');
}

type Blocks = PrintableDocument['blocks'];

const blocks = (all: Blocks, lang: string, level: number): string =>
  all.map((block) => (block.kind === 'sides' ? '' : written(block, lang, level))).join('\n');

function written(block: PrintableBlock, lang: string, level: number): string {
  switch (block.kind) {
    case 'title':
      return `<h${level}>${block.lines.map((line) => inline(line, lang)).join('<br>')}</h${level}>`;
    case 'heading':
      return `<h${level + 1}>${inline(block.line, lang)}</h${level + 1}>`;
    case 'facts':
      return `<dl>${block.rows.map((row) => `<dt>${inline(row.label, lang)}</dt><dd>${lines(row.lines, lang)}</dd>`).join('')}</dl>`;
    case 'text':
      return `<div class="${block.align}">${lines(block.lines, lang)}</div>`;
    case 'parallel':
      return `<div class="parallel">${block.columns.map((column) => `<div>${blocks(column.blocks, lang, level)}</div>`).join('')}</div>`;
    case 'table':
      return table(block, lang);
  }
}

function table(block: TableBlock<TextRun>, lang: string): string {
  const columns = block.columns.map((column) => `<col style="width:${widthOf(column, block.columns)}">`).join('');
  const head = block.head.map((cell) => `<th scope="col">${lines(cell.lines, lang)}</th>`).join('');
  const body = block.rows.map((row) => tableRow(row, block.columns, lang)).join('\n');
  return `<table><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>\n${body}</tbody></table>`;
}

function tableRow(row: Row<TextRun>, columns: readonly Column[], lang: string): string {
  const whole = row.cells.length === 1 && columns.length > 1;
  const cells = row.cells.map((cell, at) => {
    const span = whole ? ` colspan="${columns.length}"` : '';
    const align = whole ? 'start' : (columns[at]?.align ?? 'start');
    const tag = row.kind === 'section' ? 'th' : 'td';
    return `<${tag}${span} class="${align}">${lines(cell.lines, lang)}</${tag}>`;
  });
  return `<tr class="${row.kind}">${cells.join('')}</tr>`;
}

/** Shares divide what the fixed columns leave; on the screen the page is as wide as the paper's text. */
function widthOf(column: Column, all: readonly Column[]): string {
  if ('mm' in column.width) return `${column.width.mm}mm`;
  const fixed = all.reduce((sum, { width }) => sum + ('mm' in width ? width.mm : 0), 0);
  const shares = all.reduce((sum, { width }) => sum + ('share' in width ? width.share : 0), 0);
  return `calc((100% - ${fixed}mm) * ${column.width.share} / ${shares})`;
}

const lines = (all: readonly Line<TextRun>[], lang: string): string =>
  all.map((line) => paragraph(line, lang)).join('');

function paragraph(line: Line<TextRun>, lang: string): string {
  const words = inline(line, lang);
  const body = line.marker === undefined ? words : `<span>${escape(line.marker)}</span><span>${words}</span>`;
  const looks = [...(line.marker === undefined ? [] : ['marked']), ...(line.inside ? ['inside'] : [])].join(' ');
  return looks === '' ? `<p>${body}</p>` : `<p class="${looks}">${body}</p>`;
}

const inline = (line: Line<TextRun>, lang: string): string => line.runs.map((run) => span(run, lang)).join('');

function span(run: TextRun, lang: string): string {
  const words = escape(run.text).replaceAll('\n', '<br>');
  const strong = run.strong ? `<strong>${words}</strong>` : words;
  const looks = [...(run.tone ? [run.tone] : []), ...(run.whole ? ['whole'] : [])].join(' ');
  const attributes = `${run.lang === lang ? '' : ` lang="${run.lang}"`}${looks === '' ? '' : ` class="${looks}"`}`;
  return attributes === '' ? strong : `<span${attributes}>${strong}</span>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter] ?? letter);
