import type { RandomReader } from './file-reader.js';

export type LegacyFormat = 'doc' | 'xls' | 'ppt' | 'hwp';

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** The streams that tell what a compound file (MS-CFB) is, in the order they are asked for. */
const streams: readonly (readonly [string, LegacyFormat | 'encrypted'])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
  ['FileHeader', 'hwp'],
];

/** Which of the old binary formats this is; 'encrypted' for a document under a password; null when it is none of them. */
export async function legacyFormatOf(
  file: RandomReader,
  head: Buffer,
): Promise<LegacyFormat | 'encrypted' | 'program' | 'other' | null> {
  if (head.subarray(0, 17).toString('latin1') === 'HWP Document File') return 'hwp';
  if (!head.subarray(0, 8).equals(compound) || head.length < 512) return null;
  const names = await directoryNames(file, head);
  const found = streams.find(([name]) => names.includes(name));
  if (found) return found[1];
  // An installer keeps its tables in streams whose names are packed into the private plane.
  return names.some((name) => /[\u3800-\u4840]/u.test(name)) ? 'program' : 'other';
}

/** Names in the first sectors of the directory; a real document has its main stream among them. */
async function directoryNames(file: RandomReader, head: Buffer): Promise<string[]> {
  const shift = head.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return [];
  const start = (head.readUInt32LE(48) + 1) * 2 ** shift;
  if (start >= file.size) return [];
  const sectors = await file.read(start, 8192);
  const names: string[] = [];
  for (let at = 0; at + 128 <= sectors.length; at += 128) {
    const length = sectors.readUInt16LE(at + 64);
    if (length < 2 || length > 64) continue;
    names.push(sectors.subarray(at, at + length - 2).toString('utf16le'));
  }
  return names;
}
