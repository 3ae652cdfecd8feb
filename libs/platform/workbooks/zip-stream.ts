import { PassThrough, Readable } from 'node:stream';
import yazl from 'yazl';

/** One file of an archive; its content is asked for as fast as it is taken. */
export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/** The first day an archive can name: the same table is the same bytes whenever it is written. */
const STAMP = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

/** A ZIP archive, written while it is read: no part of it is held longer than it takes to send it. */
export async function* writeZip(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const archive = new yazl.ZipFile();
  const taken = new PassThrough();
  const opened: Readable[] = [];
  const fail = (error: Error): void => void taken.destroy(error);
  archive.on('error', fail);
  for (const { name, content } of entries)
    archive.addReadStreamLazy(name, STAMP, (give) => {
      const source = Readable.from(content, { objectMode: false }).on('error', fail);
      opened.push(source);
      give(null, source);
    });
  archive.end();
  archive.outputStream.pipe(taken);
  try {
    yield* taken as AsyncIterable<Buffer>;
  } finally {
    for (const stream of [taken, ...opened]) stream.destroy();
  }
}
