import { fileErrors } from './file.errors.js';
import type { RandomReader } from './file-reader.js';
import { Budget } from './limits.js';
import { nameReach, PdfNames } from './pdf-names.js';
import { readObject, type PdfDictionary } from './pdf-objects.js';
import { inflated } from './zip-container.js';

const windowLength = 1_048_576;
/** Enough for the dictionary of a stream; a longer one is read again by itself. */
const reach = 65_536;
const longReach = 4 * windowLength;
const tailLength = 2048;
/** How much of an object stream is read at a time; most are shorter. */
const packedLength = 16_384;
/** A few hundred objects share one stream; so many streams have no honest use. */
const maxObjectStreams = 20_000;

/** A dictionary, and where in the file its positions count from. */
type FoundObject = PdfDictionary & { readonly base: number };

/**
 * Reads a PDF once from end to end and refuses what runs, carries files or is encrypted. It does not follow the cross-references, which
 * anybody can write as they like: every byte is searched for the names that matter, and every object stream, wherever one begins, is
 * unpacked and searched too. So nothing is hidden by pointing into the middle of something else.
 * @throws files.activeContent, files.damaged, files.encrypted, files.expandsTooMuch
 */
export async function inspectPdf(file: RandomReader): Promise<void> {
  await refuseUnfinished(file);
  const scan = new PdfScan(file);
  for (let at = 0; at < file.size; at += windowLength) await scan.window(at);
  scan.names.judge();
}

/** A whole file ends with its mark; what stands after it could be read as another file. */
async function refuseUnfinished(file: RandomReader): Promise<void> {
  const head = (await file.read(0, 16)).toString('latin1');
  if (!/^%PDF-[12]\.\d/u.test(head)) throw fileErrors.damaged();
  const tail = await file.read(Math.max(0, file.size - tailLength), tailLength);
  const mark = tail.lastIndexOf('%%EOF');
  if (mark === -1 || tail.indexOf('PK\x05\x06', mark) !== -1) throw fileErrors.damaged();
}

class PdfScan {
  readonly names = new PdfNames();
  private readonly budget: Budget;
  /** Bytes of dictionaries that may be read: they overlap in no honest file, and a little in odd ones. */
  private patience: number;
  private unpacked = 0;

  constructor(private readonly file: RandomReader) {
    this.budget = new Budget(file.size);
    this.patience = 16 * windowLength + 1.5 * file.size;
  }

  async window(start: number): Promise<void> {
    const bytes = await this.file.read(start, windowLength + reach);
    const end = Math.min(windowLength, bytes.length);
    // Names at the seam are read by the window they begin in.
    this.names.search(bytes.subarray(0, end + nameReach), end);
    // The window before has seen an `obj` that begins before this one.
    for (let at = bytes.indexOf('obj'); at !== -1 && at < end; at = bytes.indexOf('obj', at + 3)) {
      if (bytes.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
      const found = await this.object(bytes, start, at + 3);
      if (found && isObjectStream(found)) await this.unpack(found);
    }
  }

  private async object(bytes: Buffer, start: number, at: number): Promise<FoundObject | null> {
    const near = readObject(bytes.subarray(at, at + reach), 0);
    this.spend(near === null ? 8 : near === 'unfinished' ? reach : near.end);
    if (near === null) return null;
    if (near !== 'unfinished') return { ...near, base: start + at };
    const bytesAhead = await this.file.read(start + at, longReach);
    const far = readObject(bytesAhead, 0);
    this.spend(far === 'unfinished' || far === null ? bytesAhead.length : far.end);
    if (far !== 'unfinished') return far && { ...far, base: start + at };
    // The file ends inside it, so no stream comes after it; or it is longer than any dictionary.
    if (bytesAhead.length === longReach) throw fileErrors.expandsTooMuch();
    return null;
  }

  private spend(bytes: number): void {
    this.patience -= bytes;
    if (this.patience < 0) throw fileErrors.expandsTooMuch();
  }

  /** Objects inside an object stream are written plainly, once it is unpacked. */
  private async unpack({ entries, doubled, stream, base }: FoundObject): Promise<void> {
    if (stream === null) return;
    this.unpacked += 1;
    if (this.unpacked > maxObjectStreams) throw fileErrors.expandsTooMuch();
    const filter = (entries.get('Filter') ?? []).filter((text) => text !== '[' && text !== ']');
    const [name, ...more] = filter;
    const predicted =
      (entries.get('DecodeParms') ?? []).includes('/Predictor') || entries.has('DP') || entries.has('F');
    if (doubled || predicted || more.length > 0 || !(name === undefined || name === '/FlateDecode' || name === '/Fl'))
      throw fileErrors.damaged();
    // Stored plainly, it has been searched where it stands.
    if (name === undefined) return;
    let rest: Buffer = Buffer.alloc(0);
    try {
      for await (const chunk of inflated(this.from(base + stream), true)) {
        this.budget.spend(chunk.length);
        rest = Buffer.concat([rest, chunk]);
        this.names.search(rest, Math.max(0, rest.length - nameReach));
        rest = rest.subarray(Math.max(0, rest.length - nameReach));
      }
      this.names.search(rest, rest.length);
    } catch (error) {
      if (String((error as { code?: unknown } | null)?.code).startsWith('Z_'))
        throw fileErrors.damaged({}, [], { cause: error });
      throw error;
    }
  }

  /** Everything from here on: packed data know their own end. */
  private async *from(position: number): AsyncIterable<Buffer> {
    for (let at = position; at < this.file.size; at += packedLength) yield await this.file.read(at, packedLength);
  }
}

function isObjectStream({ entries, stream }: PdfDictionary): boolean {
  return stream !== null && (entries.has('First') || (entries.get('Type') ?? []).includes('/ObjStm'));
}
