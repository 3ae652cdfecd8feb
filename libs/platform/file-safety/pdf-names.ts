import { fileErrors } from './file.errors.js';

/**
 * Names that make a PDF run, start, open or send something, or carry another file (ISO 32000-2: 12.6.4, 7.11.4, 12.7.8, 13). Each is long
 * enough never to appear by chance in compressed data, so a file is searched whole, wherever a reader's cross-references may lead.
 */
const active: Readonly<Record<string, string>> = {
  JavaScript: 'JavaScript',
  Rendition: 'media',
  RichMedia: 'media',
  OnInstantiate: 'JavaScript',
  Launch: 'Launch',
  SubmitForm: 'SubmitForm',
  ImportData: 'ImportData',
  GoToE: 'attachment',
  EmbeddedFile: 'attachment',
  EmbeddedFiles: 'attachment',
  FileAttachment: 'attachment',
};

/** Short names that mean something only together. */
const formNames = ['AcroForm', 'XFA'] as const;

const slash = 0x2f;
const hash = 0x23;
const longestName = 40;

/** Bytes that end a name: white space, delimiters (7.2.3) and whatever stands after the last byte. */
const endsName = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32, 0x25, 0x28, 0x29, 0x2f, 0x3c, 0x3e, 0x5b, 0x5d, 0x7b, 0x7d])
  endsName[byte] = 1;
export const isNameEnd = (byte: number | undefined): boolean => byte === undefined || endsName[byte] === 1;

/** Longer than any name that matters, with every letter written as `#xx`. */
export const nameReach = 3 * longestName + 1;

/** The name after a slash at `at`, its `#xx` resolved; '' for one too long to matter. Reads to the end of `bytes` at most. */
export function nameAt(bytes: Buffer, at: number): string {
  let name = '';
  for (let next = at + 1; name.length <= longestName; next += 1) {
    const byte = bytes[next];
    if (byte === undefined || endsName[byte] === 1) return name;
    const code = byte === hash ? parseInt(bytes.toString('latin1', next + 1, next + 3), 16) : NaN;
    if (Number.isNaN(code)) name += String.fromCharCode(byte);
    else {
      name += String.fromCharCode(code);
      next += 2;
    }
  }
  return '';
}

/** Remembers what was seen in one file, raw and unpacked, and refuses what must not be there. */
export class PdfNames {
  private readonly seen = new Set<string>();

  /** Searches `bytes` for names that begin before `until`. @throws files.activeContent, files.encrypted */
  search(bytes: Buffer, until: number): void {
    for (let at = bytes.indexOf(slash); at !== -1 && at < until; at = bytes.indexOf(slash, at + 1)) {
      const name = nameAt(bytes, at);
      const what = Object.hasOwn(active, name) ? active[name] : undefined;
      if (what !== undefined) throw fileErrors.activeContent({ what });
      if (name === 'Encrypt') throw fileErrors.encrypted();
      if (name === 'XFA' || name === 'AcroForm') this.seen.add(name);
    }
  }

  /** @throws files.activeContent for a form that is a program of its own */
  judge(): void {
    if (formNames.every((name) => this.seen.has(name))) throw fileErrors.activeContent({ what: 'XFA' });
  }
}
