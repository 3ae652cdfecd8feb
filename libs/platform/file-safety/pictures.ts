import { fileErrors } from './file.errors.js';
import type { RandomReader } from './file-reader.js';

const maxMegapixels = 200;
const maxChunks = 100_000;

/** A picture of so many points fills the memory of whoever opens it. */
function refuseHuge(width: number, height: number): void {
  if (width === 0 || height === 0) throw fileErrors.damaged();
  if (width * height > maxMegapixels * 1_000_000) throw fileErrors.imageTooLarge({ max: maxMegapixels });
}

/** Walks from chunk to chunk (PNG 5.3): the file is one picture and ends with it. @throws files.damaged, files.imageTooLarge */
export async function inspectPng(file: RandomReader): Promise<void> {
  let at = 8;
  for (let count = 0; count < maxChunks; count += 1) {
    const head = await file.read(at, 24);
    if (head.length < 12) break;
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    if (!/^[A-Za-z]{4}$/u.test(type) || (count === 0) !== (type === 'IHDR')) break;
    if (type === 'IHDR') {
      if (length !== 13 || head.length < 16) break;
      refuseHuge(head.readUInt32BE(8), head.readUInt32BE(12));
    }
    at += 12 + length;
    if (type === 'IEND' && length === 0 && at === file.size) return;
  }
  throw fileErrors.damaged();
}

const frames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Walks from segment to segment up to the picture's data (ITU-T T.81, B.1.1); they end with the file's last marker. */
export async function inspectJpeg(file: RandomReader): Promise<void> {
  let at = 2;
  let framed = false;
  for (let count = 0; count < maxChunks; count += 1) {
    const head = await file.read(at, 9);
    if (head.length < 4 || head[0] !== 0xff) break;
    const marker = head[1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = head.readUInt16BE(2);
    if (length < 2) break;
    if (frames.has(marker)) {
      if (head.length < 9) break;
      refuseHuge(head.readUInt16BE(7), head.readUInt16BE(5));
      framed = true;
    }
    at += 2 + length;
    if (marker === 0xda) {
      if (framed && (await endsAsPicture(file, at))) return;
      break;
    }
  }
  throw fileErrors.damaged();
}

/** Cameras write a little after the end mark; an archive there would make it two files in one. */
async function endsAsPicture(file: RandomReader, dataStart: number): Promise<boolean> {
  const tail = await file.read(Math.max(dataStart, file.size - 65_600), 65_600);
  return tail.includes(Buffer.from([0xff, 0xd9])) && !tail.includes('PK\x05\x06');
}
