import { open, type FileHandle } from 'node:fs/promises';

/** Reads any part of a file without holding more of it than was asked for. */
export interface RandomReader {
  /** Bytes. */
  readonly size: number;
  /** The bytes from `position` on: `length` of them, fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

export async function withFile<T>(path: string, look: (file: RandomReader) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return await look({
      size,
      read: (position, length) => readPart(handle, position, Math.min(length, size - position)),
    });
  } finally {
    await handle.close();
  }
}

export const bufferReader = (bytes: Buffer): RandomReader => ({
  size: bytes.length,
  read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
});

async function readPart(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length));
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
