import { crc32, createInflate, createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '#core/kernel';
import { fileErrors } from './file.errors.js';
import type { RandomReader } from './file-reader.js';
import { maxParts, type Budget } from './limits.js';

/** One file in a container. */
export interface Part {
  readonly name: string;
  /** Bytes when unpacked, as declared; `content` holds it to that. */
  readonly size: number;
  readonly stored: boolean;
  /** Where its data begins in the container. */
  readonly start: number;
  readonly packed: number;
  readonly crc: number;
}

export interface Container {
  readonly parts: ReadonlyMap<string, Part>;
  readonly budget: Budget;
  /** The unpacked bytes, each counted against the budget, checked against declared length and CRC-32. */
  content(part: Part): AsyncIterable<Buffer>;
}

const chunkLength = 65_536;

/**
 * Opens a ZIP container and believes nothing: every part is known before one is unpacked. Refused are names that lead out, parts that
 * overlap (one kernel of data counted a thousand times), two parts of one name, directory and local header that differ, and what
 * declares more than the budget.
 * @throws files.damaged, files.encrypted, files.expandsTooMuch, files.unsafePath
 */
export async function openContainer(file: RandomReader, budget: Budget): Promise<Container> {
  let zip: ZipFile | null = null;
  try {
    zip = await fromRandomAccessReaderPromise(new PartReader(file), file.size, {
      autoClose: false,
      validateEntrySizes: true,
      strictFileNames: true,
    });
    const parts = await readParts(zip, budget);
    return { parts, budget, content: (part) => content(file, part, budget) };
  } catch (error) {
    throw asFileError(error);
  } finally {
    zip?.close();
  }
}

async function readParts(zip: ZipFile, budget: Budget): Promise<Map<string, Part>> {
  if (zip.entryCount > maxParts) throw fileErrors.expandsTooMuch();
  const parts = new Map<string, Part>();
  const folded = new Set<string>();
  const spans: { from: number; to: number }[] = [];
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    refuseEntry(entry);
    const folder = entry.fileName.endsWith('/');
    declared += entry.uncompressedSize;
    if (!budget.covers(declared)) throw fileErrors.expandsTooMuch();
    if (entry.uncompressedSize > 20_000_000 && entry.uncompressedSize > 200 * entry.compressedSize)
      throw fileErrors.expandsTooMuch();
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (!local.fileName.equals(entry.fileNameRaw) || local.compressionMethod !== entry.compressionMethod)
      throw fileErrors.damaged();
    spans.push({ from: entry.relativeOffsetOfLocalHeader, to: local.fileDataStart + entry.compressedSize });
    const name = entry.fileName.normalize('NFC').toLowerCase();
    if (folded.has(name)) throw fileErrors.damaged();
    folded.add(name);
    if (folder && entry.uncompressedSize === 0) continue;
    parts.set(entry.fileName, {
      name: entry.fileName,
      size: entry.uncompressedSize,
      stored: entry.compressionMethod === 0,
      start: local.fileDataStart,
      packed: entry.compressedSize,
      crc: entry.crc32,
    });
  }
  refuseOverlap(spans);
  return parts;
}

function refuseEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw fileErrors.encrypted();
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw fileErrors.damaged();
  const name = entry.fileName;
  if (/[\p{Cc}\p{Cs}]|^[a-z]:/iu.test(name) || name.length > 500 || name === '') throw fileErrors.unsafePath();
  // A symbolic link in the rights that Unix programs store.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) throw fileErrors.unsafePath();
}

/** The first part begins with the file: nothing stands before a document. */
function refuseOverlap(spans: { from: number; to: number }[]): void {
  spans.sort((one, other) => one.from - other.from);
  let end = 0;
  for (const { from, to } of spans) {
    if (from < end) throw fileErrors.expandsTooMuch();
    if (end === 0 && from !== 0) throw fileErrors.damaged();
    end = to;
  }
}

async function* content(file: RandomReader, part: Part, budget: Budget): AsyncIterable<Buffer> {
  let length = 0;
  let sum = 0;
  try {
    for await (const chunk of part.stored ? raw(file, part) : inflated(raw(file, part))) {
      length += chunk.length;
      budget.spend(chunk.length);
      if (length > part.size) throw fileErrors.expandsTooMuch();
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw asFileError(error);
  }
  if (length !== part.size || sum !== part.crc) throw fileErrors.damaged();
}

async function* raw(file: RandomReader, part: Part): AsyncIterable<Buffer> {
  for (let at = 0; at < part.packed; at += chunkLength)
    yield await file.read(part.start + at, Math.min(chunkLength, part.packed - at));
}

/** Unpacks as fast as it is read and no faster. */
export async function* inflated(source: AsyncIterable<Buffer>, wrapped = false): AsyncIterable<Buffer> {
  const inflater = wrapped ? createInflate({ chunkSize: chunkLength }) : createInflateRaw({ chunkSize: chunkLength });
  // A fault of either end reaches the loop below through the inflater; an early end of the loop is no fault.
  const feeding = pipeline(Readable.from(source), inflater).catch(() => undefined);
  try {
    for await (const chunk of inflater) yield chunk as Buffer;
  } finally {
    inflater.destroy();
    await feeding;
  }
}

/** What the ZIP library and zlib say; whatever they cannot read is damaged. */
function asFileError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const cause = { cause: error };
  const words = String((error as { message?: unknown } | null)?.message);
  if (/absolute path|relative path|invalid characters in fileName/i.test(words))
    return fileErrors.unsafePath({}, [], cause);
  if (/encryption/i.test(words)) return fileErrors.encrypted({}, [], cause);
  return fileErrors.damaged({}, [], cause);
}

/** Lets the ZIP library read through ours. */
class PartReader extends RandomAccessReader {
  constructor(private readonly file: RandomReader) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(
      (async function* (file: RandomReader) {
        yield await file.read(start, end - start);
      })(this.file),
    );
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.file.read(position, length).then(
      (bytes) => callback(null, bytes.copy(buffer, offset)),
      (error: unknown) => callback(error instanceof Error ? error : new Error('files.unreadable')),
    );
  }
}
