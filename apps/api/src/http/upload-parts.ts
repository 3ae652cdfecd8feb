import '@fastify/multipart';
import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { commonErrors, DomainError } from '#core/kernel';
import { uploadErrors } from './upload.errors.js';

/** The form field that carries the file. */
export const fileField = 'file';

const maxFields = 20;
const maxFieldBytes = 65_536;
/** Milliseconds. */
const longestSilence = 60_000;

export interface UploadForm<Kept> {
  /** As sent: not yet a name that may be kept. */
  readonly name: string;
  readonly kept: Kept;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads a multipart form with exactly one file, handing its bytes on as they come; the other fields may stand before or after it.
 * Names and fields are UTF-8 (pitfalls.md 9). What `keep` made is given to `drop` when the rest of the form is refused.
 * @throws files.notAnUpload, files.oneFile, files.uploadBroken, common.invalid, or what `keep` throws
 */
export async function readUpload<Kept>(
  request: FastifyRequest,
  maxBytes: number,
  keep: (source: Readable) => Promise<Kept>,
  drop: (kept: Kept) => Promise<void>,
): Promise<UploadForm<Kept>> {
  if (!request.isMultipart()) throw uploadErrors.notAnUpload();
  const fields = Object.create(null) as Record<string, string>;
  let found: { name: string; kept: Kept } | null = null;
  limitSilence(request, longestSilence);
  try {
    // One byte more than the limit, so that the storage, which counts too, is the one to refuse.
    const limits = { fileSize: maxBytes + 1, files: 2, fields: maxFields, fieldSize: maxFieldBytes, headerPairs: 50 };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        if (found !== null || part.fieldname !== fileField) throw uploadErrors.oneFile();
        found = { name: part.filename, kept: await keep(part.file) };
      } else if (typeof part.value !== 'string' || part.valueTruncated || part.fieldnameTruncated) {
        throw commonErrors.invalid({}, [{ path: part.fieldname.slice(0, 100), code: commonErrors.malformed.code }]);
      } else {
        if (part.fieldname in fields) {
          throw commonErrors.invalid({}, [{ path: part.fieldname, code: commonErrors.duplicate.code }]);
        }
        fields[part.fieldname] = part.value;
      }
    }
    if (found === null) throw uploadErrors.oneFile();
    return { ...found, fields };
  } catch (error) {
    if (found !== null) await drop(found.kept);
    drain(request, maxBytes);
    throw asRefusal(error);
  } finally {
    limitSilence(request, 0);
  }
}

/** A sender that falls silent in the middle is cut off; one that is only slow is not. 0 takes the limit away. */
function limitSilence(request: FastifyRequest, milliseconds: number): void {
  const { socket } = request.raw as { socket: { setTimeout?: (milliseconds: number) => unknown } };
  socket.setTimeout?.(milliseconds);
}

/** Lets a refused sender finish and read the answer, but not send for ever. */
export function drain(request: FastifyRequest, maxBytes: number): void {
  let left = maxBytes;
  request.raw.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.raw.destroy();
  });
  request.raw.resume();
}

/** What the parser says about a form that is cut off, has too many parts or is no form at all. */
function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'FST_FILES_LIMIT') return uploadErrors.oneFile({}, [], { cause: error });
  if (typeof code === 'string' && /^FST_/.test(code)) return uploadErrors.uploadBroken({}, [], { cause: error });
  const words = String((error as { message?: unknown } | null)?.message);
  if (/multipart|terminated early|malformed|boundary|header/i.test(words))
    return uploadErrors.uploadBroken({}, [], { cause: error });
  return error;
}
