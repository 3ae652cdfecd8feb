import { fromBufferPromise, type Entry } from 'yauzl';
import { DomainError } from '#core/kernel';
import { MAX_TRANSLATION_FILE } from './exchange-file.js';
import { translationFileErrors } from './translation-files.errors.js';

/** Most a part may grow to when it is unpacked, in bytes. */
const MAX_UNPACKED = 20_000_000;
const MAX_ENTRIES = 2_000;

/**
 * One part of a zip container such as a Word file, unpacked within a limit that the container cannot lie about.
 * @throws translation-files.tooLarge, .wrongKind when there is no such part, .damaged
 */
export async function readZipEntry(bytes: Buffer, name: string): Promise<Buffer> {
  if (bytes.length > MAX_TRANSLATION_FILE) throw translationFileErrors.tooLarge({ max: MAX_TRANSLATION_FILE });
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw translationFileErrors.wrongKind();
  try {
    const container = await fromBufferPromise(bytes, { validateEntrySizes: true });
    if (container.entryCount > MAX_ENTRIES) throw translationFileErrors.damaged();
    for await (const entry of container.eachEntry()) {
      if (entry.fileName !== name) continue;
      return await unpack(entry, (of) => container.openReadStreamPromise(of));
    }
  } catch (cause) {
    throw cause instanceof DomainError ? cause : translationFileErrors.damaged({}, [], { cause });
  }
  throw translationFileErrors.wrongKind();
}

async function unpack(entry: Entry, open: (entry: Entry) => Promise<AsyncIterable<Buffer>>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of await open(entry)) {
    size += part.length;
    if (size > MAX_UNPACKED) throw translationFileErrors.tooLarge({ max: MAX_UNPACKED });
    parts.push(part);
  }
  return Buffer.concat(parts);
}
