import { fileErrors } from './file.errors.js';
import type { RandomReader } from './file-reader.js';

const windowLength = 1_048_576;
const control = /[\u0000-\u0008\u000b\u0010-\u001a\u001c-\u001f\u007f]/u;
/** Escapes of the older encodings of Korean and Japanese mails (ISO 2022), and of terminals. */
const escapes = /[\u000e\u000f\u001b]/u;
/** A cell that would start a program when a table program opens the file (`=cmd|' /C …'!A0`). */
const command = /(?:^|[,;\t"\r\n]) {0,20}[=+\-@][^,;\r\n|]{0,200}\|[^,;\r\n!]{0,500}!/u;

/** Plain text in UTF-8 to its last byte. @throws files.textEncoding, files.typeNotAllowed, files.activeContent */
export async function inspectText(file: RandomReader, refuseBinary: () => Error, table: boolean): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let seam = '';
  for (let at = 0; at < file.size; at += windowLength) {
    const bytes = await file.read(at, windowLength);
    const text = decode(decoder, bytes, at + windowLength < file.size);
    if (text === null) throw looksLikeText(bytes) ? fileErrors.textEncoding() : refuseBinary();
    if (control.test(text)) throw refuseBinary();
    if (escapes.test(text)) throw fileErrors.textEncoding();
    if (table && command.test(seam + text)) throw fileErrors.activeContent({ what: 'DDE' });
    seam = text.slice(-1000);
  }
}

function decode(decoder: TextDecoder, bytes: Buffer, stream: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    return null;
  }
}

/** Korean and Japanese in an older encoding have line breaks and no control characters; UTF-16 says so itself. */
function looksLikeText(bytes: Buffer): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  return !control.test(bytes.subarray(0, 65_536).toString('latin1'));
}
