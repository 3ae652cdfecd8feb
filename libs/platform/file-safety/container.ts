import { fileErrors } from './file.errors.js';
import type { AllowedExtension } from './file-kinds.js';
import { bufferReader, type RandomReader } from './file-reader.js';
import { hwpxPart, isHwpx } from './hwpx.js';
import { Budget, maxDepth, maxNestedBytes } from './limits.js';
import { openDocumentPart, openDocumentType } from './open-document.js';
import { openXmlPackage } from './open-xml.js';
import { notAllowed } from './refusals.js';
import { openContainer, type Container, type Part } from './zip-container.js';

/** Looks at one part while its bytes go by; null when its name says nothing and only its bytes are watched. */
type PartLook = (part: Part, content: AsyncIterable<Buffer>) => Promise<void> | null;

/**
 * Finds out which document a ZIP container is and reads every part of it once, to its end.
 * @throws files.* when it is none that is taken, or holds what is never taken
 */
export async function containerType(
  file: RandomReader,
  budget = new Budget(file.size),
  depth = 0,
): Promise<AllowedExtension> {
  if (depth >= maxDepth) throw fileErrors.expandsTooMuch();
  const container = await openContainer(file, budget);
  const { type, look } = await recognise(container);
  for (const part of container.parts.values()) {
    const content = watched(container, part, (bytes) => nested(bytes, part, type, budget, depth));
    const looking = look(part, markup(content, budget));
    if (looking === null) await drained(content);
    else await looking;
  }
  return type;
}

async function recognise(container: Container): Promise<{ type: AllowedExtension; look: PartLook }> {
  if (container.parts.has('[Content_Types].xml')) {
    return openXmlPackage(container);
  }
  const declaration = container.parts.get('mimetype');
  if (!declaration) throw fileErrors.archive();
  const mediaType = await smallText(container, declaration, 200);
  const type = openDocumentType(mediaType);
  if (type !== null) return { type, look: openDocumentPart };
  if (isHwpx(mediaType, container))
    return { type: 'hwpx', look: (part, content) => hwpxPart(part, content, container) };
  throw notAllowed();
}

async function smallText(container: Container, part: Part, limit: number): Promise<string> {
  if (part.size > limit) throw fileErrors.damaged();
  const chunks: Buffer[] = [];
  for await (const chunk of container.content(part)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8').trim();
}

/** Passes a part on and knows from its first bytes when it is no part of a document at all. */
async function* watched(
  container: Container,
  part: Part,
  nest: (bytes: Buffer) => Promise<void>,
): AsyncIterable<Buffer> {
  let head = Buffer.alloc(0);
  let whole: Buffer[] | null = null;
  for await (const chunk of container.content(part)) {
    // However the part is packed, its first bytes may come one by one.
    if (head.length < headLength) {
      head = Buffer.concat([head, chunk]);
      refuseForeign(head);
      if (isContainer(head)) whole = [head];
    } else whole?.push(chunk);
    if (whole && part.size > maxNestedBytes) throw fileErrors.embeddedObject();
    yield chunk;
  }
  if (whole) await nest(Buffer.concat(whole));
}

/** Enough for every signature asked for. */
const headLength = 64;

const isContainer = (head: Buffer): boolean => head.length >= 4 && head.readUInt32LE(0) === 0x04034b50;

/** Programs, compound files (OLE) and texts of another program have no place in a part. */
function refuseForeign(head: Buffer): void {
  if (head.length < 4) return;
  const magic = head.readUInt32BE(0);
  if (magic === 0xd0cf11e0 || head.subarray(0, 5).toString('latin1') === '{\\rtf') throw fileErrors.embeddedObject();
  if (magic === 0x7f454c46 || (magic >>> 16 === 0x4d5a && head.includes('This program'))) throw fileErrors.executable();
}

/** Slides and texts carry the table of a chart as a document of its own; nothing else may be packed in. */
async function nested(bytes: Buffer, part: Part, type: AllowedExtension, budget: Budget, depth: number): Promise<void> {
  const place = /^(?:word|ppt|xl)\/embeddings\/[^/]+\.(xlsx|docx|pptx)$/iu.exec(part.name);
  if (!place || !['docx', 'xlsx', 'pptx'].includes(type)) throw fileErrors.embeddedObject();
  const found = await containerType(bufferReader(bytes), budget, depth + 1);
  if (found !== place[1]?.toLowerCase()) throw fileErrors.embeddedObject();
}

async function* markup(content: AsyncIterable<Buffer>, budget: Budget): AsyncIterable<Buffer> {
  for await (const chunk of content) {
    budget.spendMarkup(chunk.length);
    yield chunk;
  }
}

async function drained(content: AsyncIterable<Buffer>): Promise<void> {
  const iterator = content[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
}
