import { openSync, closeSync, readSync } from 'node:fs';

/** First and last code point of a stretch that a font draws. */
type Stretch = readonly [number, number];

/**
 * The code points that a TrueType font has glyphs for, read from its `cmap` table (formats 4 and 12). The rest of the file is not read.
 * Throws a TypeError for a file without such a table.
 */
export function coveredStretches(path: string): Stretch[] {
  const file = openSync(path, 'r');
  try {
    const read = (at: number, length: number): DataView => {
      const bytes = new Uint8Array(length);
      readSync(file, bytes, 0, length, at);
      return new DataView(bytes.buffer);
    };
    const table = findTable(read);
    return stretchesOf(read(table.offset, table.length));
  } finally {
    closeSync(file);
  }
}

function findTable(read: (at: number, length: number) => DataView): { offset: number; length: number } {
  const count = read(4, 2).getUint16(0);
  const directory = read(12, count * 16);
  for (let at = 0; at < count * 16; at += 16) {
    if (directory.getUint32(at) === 0x636d6170)
      return { offset: directory.getUint32(at + 8), length: directory.getUint32(at + 12) };
  }
  throw new TypeError('documents.fontWithoutCharacterMap');
}

function stretchesOf(cmap: DataView): Stretch[] {
  const found: Stretch[] = [];
  for (let n = 0; n < cmap.getUint16(2); n += 1) {
    const at = cmap.getUint32(4 + n * 8 + 4);
    const format = cmap.getUint16(at);
    if (format === 12) found.push(...groups(cmap, at));
    if (format === 4) found.push(...segments(cmap, at));
  }
  return found;
}

function groups(cmap: DataView, at: number): Stretch[] {
  return Array.from({ length: cmap.getUint32(at + 12) }, (_, n): Stretch => {
    const group = at + 16 + n * 12;
    return [cmap.getUint32(group), cmap.getUint32(group + 4)];
  });
}

function segments(cmap: DataView, at: number): Stretch[] {
  const half = cmap.getUint16(at + 6);
  return Array.from({ length: half / 2 }, (_, n): Stretch => {
    const end = at + 14 + n * 2;
    return [cmap.getUint16(end + half + 2), cmap.getUint16(end)];
  }).filter(([first]) => first !== 0xffff);
}
