import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a container, honest unless told otherwise. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer | string;
  readonly stored?: boolean;
  /** The data as packed, when not as everybody packs it. */
  readonly packed?: Buffer;
  /** The name in the local header, when it differs from the directory's. */
  readonly localName?: string;
  /** What the directory says of the unpacked length. */
  readonly declaredSize?: number;
  readonly encrypted?: boolean;
  /** Unix rights and type, as 0o120777 for a symbolic link. */
  readonly mode?: number;
  /** Its record lies in the data of this earlier part, which `recordOf` made. */
  readonly inside?: string;
}

/** Bytes of a ZIP container, written by hand so that every lie can be told. */
export function zipOf(entries: readonly ZipEntry[], { prefix = '', comment = '' } = {}): Buffer {
  const chunks: Buffer[] = [Buffer.from(prefix, 'latin1')];
  let offset = prefix.length;
  const directory: Buffer[] = [];
  const dataStarts = new Map<string, number>();
  for (const entry of entries) {
    const at = entry.inside === undefined ? offset : (dataStarts.get(entry.inside) ?? 0);
    const name = Buffer.from(entry.name, 'utf8');
    directory.push(Buffer.concat([directoryHeader(sharedOf(entry), name, entry.mode ?? 0, at), name]));
    if (entry.inside !== undefined) continue;
    dataStarts.set(entry.name, offset + 30 + Buffer.byteLength(entry.localName ?? entry.name));
    const record = recordOf(entry);
    chunks.push(record);
    offset += record.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...chunks, list, end, Buffer.from(comment, 'latin1')]);
}

/** Local header and data of a part. */
export function recordOf(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name, 'utf8');
  return Buffer.concat([header(0x04034b50, sharedOf(entry), name), name, packedOf(entry)]);
}

const packed = new WeakMap<ZipEntry, Buffer>();

function packedOf(entry: ZipEntry): Buffer {
  const known = packed.get(entry);
  if (known) return known;
  const data = Buffer.from(entry.data);
  const bytes = entry.packed ?? (entry.stored ? data : deflateRawSync(data));
  packed.set(entry, bytes);
  return bytes;
}

function sharedOf(entry: ZipEntry): Shared {
  const data = Buffer.from(entry.data);
  const flags = 0x0800 | (entry.encrypted ? 1 : 0);
  return [flags, entry.stored ? 0 : 8, crc32(data), packedOf(entry).length, entry.declaredSize ?? data.length];
}

type Shared = readonly [flags: number, method: number, crc: number, packed: number, size: number];

function header(signature: number, [flags, method, crc, packed, size]: Shared, name: Buffer): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(flags, 6);
  bytes.writeUInt16LE(method, 8);
  bytes.writeUInt16LE(0x21, 12);
  bytes.writeUInt32LE(crc, 14);
  bytes.writeUInt32LE(packed, 18);
  bytes.writeUInt32LE(size, 22);
  bytes.writeUInt16LE(name.length, 26);
  return bytes;
}

function directoryHeader([flags, method, crc, packed, size]: Shared, name: Buffer, mode: number, at: number): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(0x0314, 4);
  bytes.writeUInt16LE(20, 6);
  bytes.writeUInt16LE(flags, 8);
  bytes.writeUInt16LE(method, 10);
  bytes.writeUInt16LE(0x21, 14);
  bytes.writeUInt32LE(crc, 16);
  bytes.writeUInt32LE(packed, 20);
  bytes.writeUInt32LE(size, 24);
  bytes.writeUInt16LE(name.length, 28);
  bytes.writeUInt32LE((mode << 16) >>> 0, 38);
  bytes.writeUInt32LE(at, 42);
  return bytes;
}
