import { fileTypeFromBuffer } from 'file-type';
import { fileErrors } from './file.errors.js';
import { notAllowed } from './refusals.js';
import type { RandomReader } from './file-reader.js';
import { legacyFormatOf } from './legacy-formats.js';
import { refuseMarkup } from './markup.js';

/** What the first bytes say a file is, of those that can be taken; `text` has no signature. */
export type Signature = 'pdf' | 'zip' | 'png' | 'jpg' | 'text';

/** How much of a file its signature, and the markup browsers would find in it, may need. */
const headLength = 4096;

const starts = (head: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);
const says = (head: Buffer, words: string): boolean => head.subarray(0, words.length).toString('latin1') === words;

/** @throws files.* for everything that is never taken, by its own code */
export async function signatureOf(file: RandomReader): Promise<Signature> {
  const head = await file.read(0, headLength);
  if (says(head, '%PDF-')) return 'pdf';
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(head, 0xff, 0xd8, 0xff)) return 'jpg';
  if (isProgram(head)) throw fileErrors.executable();
  if (says(head, '#!')) throw fileErrors.script();
  const legacy = await legacyFormatOf(file, head);
  if (legacy === 'encrypted') throw fileErrors.encrypted();
  if (legacy === 'program') throw fileErrors.executable();
  if (legacy !== null) throw legacy === 'other' ? notAllowed() : fileErrors.legacyFormat({ format: legacy });
  refuseMarkup(head);
  // UTF-16 says so itself; its first letters are no signature.
  if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) return 'text';
  await refuseKnown(head);
  return 'text';
}

/** Windows, Linux, macOS, Java, WebAssembly, Android; and links that start one of them. */
function isProgram(head: Buffer): boolean {
  if (says(head, 'MZ') || says(head, '\x7fELF') || says(head, '\0asm') || says(head, 'dex\n')) return true;
  if (starts(head, 0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0)) return true;
  const magic = head.length >= 4 ? head.readUInt32BE(0) : 0;
  return [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe, 0xbebafeca].includes(magic);
}

const archives = /^(?:7z|rar|zip|tar|gz|bz2|xz|zst|lz|lzh|cab|ar|cpio|arj|ace|Z|iso|dmg|deb|rpm|xar|jar|apk)$/;
const programs = /^(?:exe|msi|elf|macho|wasm|class|dex|lnk|swf|crx|xpi|nes)$/;

/** Types that a library knows by their first bytes and that are not taken. */
async function refuseKnown(head: Buffer): Promise<void> {
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  if (known === undefined) return;
  if (archives.test(known.ext)) throw fileErrors.archive();
  if (programs.test(known.ext)) throw fileErrors.executable();
  throw notAllowed();
}
