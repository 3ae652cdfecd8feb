import { inflateSync } from 'node:zlib';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PrintableDocument, TextRun } from '#platform/documents';

/** A PDF as an independent reader (pdf.js) sees it. */
export interface ReadPdf {
  readonly pages: number;
  /** Everything but what repeats on each page, in reading order, without white space. */
  readonly text: string;
  /** What repeats at the head and foot of each page, without white space. */
  readonly margins: readonly string[];
  /** Names of the fonts used; a subset has six letters before its name. */
  readonly fonts: readonly string[];
  readonly allFontsEmbedded: boolean;
  readonly lang: string | null;
  readonly tagged: boolean;
  readonly title: string;
  /** Roles of the structure, in order. */
  readonly structure: readonly string[];
  /** Languages told on the marked words, each once. */
  readonly languages: readonly string[];
}

interface StructNode {
  readonly role?: string;
  readonly children?: readonly StructNode[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    fontExtraProperties: true,
    useSystemFonts: false,
  });
  const pdf = await task.promise;
  const fonts = new Map<string, boolean>();
  const structure: string[] = [];
  const margins: string[] = [];
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const parts = await partsOf(page);
    text += parts.body;
    margins.push(parts.margin);
    const tree = (await page.getStructTree()) as StructNode | null;
    if (tree) structure.push(...flat(tree));
    await page.getOperatorList();
    for (const name of parts.fonts) {
      const font = page.commonObjs.get(name) as { name: string; missingFile?: boolean };
      fonts.set(font.name, font.missingFile !== true);
    }
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const mark = await pdf.getMarkInfo();
  const read: ReadPdf = {
    pages: pdf.numPages,
    text,
    margins,
    fonts: [...fonts.keys()].sort(),
    allFontsEmbedded: fonts.size > 0 && [...fonts.values()].every(Boolean),
    lang: info.Language ?? null,
    tagged: (mark as { Marked?: boolean } | null)?.Marked === true,
    title: info.Title ?? '',
    structure,
    languages: languagesIn(bytes),
  };
  await task.destroy();
  return read;
}

interface MarkedItem {
  readonly type?: string;
  readonly tag?: string;
  readonly str?: string;
  readonly fontName?: string;
}

async function partsOf(page: {
  getTextContent(options: { includeMarkedContent: boolean }): Promise<{ items: unknown[] }>;
}): Promise<{ body: string; margin: string; fonts: Set<string> }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: boolean[] = [];
  const fonts = new Set<string>();
  const parts = { body: '', margin: '' };
  for (const item of items as MarkedItem[]) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.tag === 'Artifact');
    else if (item.type === 'endMarkedContent') open.pop();
    else if (item.str !== undefined && item.fontName !== undefined) {
      parts[open.includes(true) ? 'margin' : 'body'] += withoutSpace(item.str);
      if (item.str.trim() !== '') fonts.add(item.fontName);
    }
  }
  return { ...parts, fonts };
}

function flat(node: StructNode): string[] {
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(flat)];
}

/** pdf.js does not tell languages, so they are read off the elements of the structure and the instructions of the pages. */
function languagesIn(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes);
  const whole = file.toString('latin1');
  const elements = whole.split('endobj').filter((object) => object.includes('/StructElem'));
  const told = [...elements, ...instructionsIn(file, whole)].join('\n').matchAll(/\/Lang \((\w+)\)/gu);
  return [...new Set([...told].map(([, lang = '']) => lang))].sort();
}

function instructionsIn(file: Buffer, whole: string): string[] {
  return [...whole.matchAll(/stream\r?\n/gu)].map((start) => {
    try {
      return inflateSync(file.subarray(start.index + start[0].length)).toString('latin1');
    } catch {
      // Not every stream is packed in this way.
      return '';
    }
  });
}

export const withoutSpace = (text: string): string => text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');

type Line = { readonly runs: readonly TextRun[]; readonly marker?: string | undefined };

/** What a document says, in the order in which it is printed, without white space. */
export function wordsOfDocument({ blocks }: Pick<PrintableDocument, 'blocks'>): string {
  const line = ({ marker = '', runs }: Line): string => marker + runs.map((run) => run.text).join('');
  const lines = (all: readonly Line[]): string => all.map(line).join('');
  const text = blocks.map((block): string => {
    switch (block.kind) {
      case 'title':
      case 'text':
        return lines(block.lines);
      case 'heading':
        return line(block.line);
      case 'facts':
        return block.rows.map((row) => line(row.label) + lines(row.lines)).join('');
      case 'sides':
        return '';
      case 'parallel': {
        const rows = Math.max(...block.columns.map((column) => column.blocks.length));
        return Array.from({ length: rows }, (_, at) =>
          block.columns.map((column) => wordsOfDocument({ blocks: column.blocks.slice(at, at + 1) })).join(''),
        ).join('');
      }
      case 'table':
        return [block.head, ...block.rows.map((row) => row.cells)]
          .flat()
          .map((cell) => lines(cell.lines))
          .join('');
    }
  });
  return withoutSpace(text.join(''));
}
