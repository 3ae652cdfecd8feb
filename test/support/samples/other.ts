import { crc32, deflateSync } from 'node:zlib';

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}

export interface PictureLies {
  readonly width?: number;
  readonly height?: number;
  /** Bytes behind the picture. */
  readonly after?: Buffer | string;
}

/** A grey picture; its size may be a lie. */
export function pngOf({ width = 2, height = 2, after = '' }: PictureLies = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(6))),
    pngChunk('IEND', Buffer.alloc(0)),
    Buffer.from(after),
  ]);
}

/** The segments of a baseline picture with a few bytes of data; its size may be a lie. */
export function jpegOf({ width = 8, height = 8, after = '' }: PictureLies = {}): Buffer {
  const segment = (marker: number, data: readonly number[]) =>
    Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    segment(0xc4, [0, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
    Buffer.from(after),
  ]);
}

/** A compound file (MS-CFB) whose directory names these streams. */
export function compoundOf(...streams: readonly string[]): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(0, 48);
  const entries = ['Root Entry', ...streams].map((name) => {
    const entry = Buffer.alloc(128);
    const words = Buffer.from(name, 'utf16le');
    words.copy(entry);
    entry.writeUInt16LE(words.length + 2, 64);
    return entry;
  });
  return Buffer.concat([head, ...entries, Buffer.alloc(1024)]);
}
