import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintableDocument } from './document-model.js';
import { fontFolders } from './fonts.js';
import { printPlan } from './print-plan.js';
import { DOCUMENT_FILE, template } from './typst-template.js';

/** Archival PDF with its structure tagged (ISO 19005-2, level A): what a ministry can keep and a screen reader can read. */
const ARCHIVAL = 'a-2a';

/** A folder that does not exist: the compiler reads nothing from disk but its fonts. */
const WORKSPACE = '/forum-desk-without-files';

/** Rounds of compiling that a result of the compiler's own cache outlives. */
const CACHE_ROUNDS = 8;

let compiler: NodeCompiler | undefined;

/**
 * A document as PDF/A-2a: A4, Noto Sans KR and JP embedded as subsets, tagged with the language of every run, its table heads repeated.
 * The same document gives the same bytes. Synchronous, a few milliseconds a page; the first call loads the fonts.
 */
export function writePdf(document: PrintableDocument): Buffer {
  const typst = (compiler ??= NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontPaths: fontFolders() }],
  }));
  const pages = compile(typst, document);
  const creationTimestamp = Math.floor(Date.parse(document.date) / 1000);
  try {
    return typst.pdf(pages, { pdfStandard: ARCHIVAL, creationTimestamp });
  } catch {
    // Better an ordinary tagged PDF than none, should a text break a rule of the archive that is not foreseen here.
    return typst.pdf(pages, { creationTimestamp });
  } finally {
    // Once the file is on its way: nobody waits for the tidying.
    setImmediate(() => {
      typst.evictCache(CACHE_ROUNDS);
    });
  }
}

function compile(typst: NodeCompiler, document: PrintableDocument): NodeTypstDocument {
  // As a file, since the compiler forgets all it has set when its inputs change.
  typst.mapShadow(`${WORKSPACE}${DOCUMENT_FILE}`, Buffer.from(JSON.stringify(printPlan(document))));
  const compiled = typst.compile({ mainFileContent: template });
  if (compiled.result) return compiled.result;
  const failure = compiled.takeError() ?? compiled.takeDiagnostics();
  throw new TypeError('documents.notPrintable', {
    cause: failure ? typst.fetchDiagnostics(failure) : undefined,
  });
}
