import { Injectable, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#core/kernel';
import type { Config } from '#platform/config';
import { cleanFileName, inspectFile, type InspectedFile } from '#platform/file-safety';
import { FileStorage, tooLarge, type StoredFile } from '#platform/file-storage';
import { InjectConfig } from './config.token.js';
import { drain, readUpload } from './upload-parts.js';
import { createValidationPipe } from './validation.js';

/** A file that was looked into and is kept: its clean name, what it is, and where its bytes are. */
export interface ReceivedFile extends StoredFile, InspectedFile {
  readonly name: string;
}

/** What boundaries and part headers may add to the file itself. */
const formOverhead = 2_097_152;

/** The one way a file comes in: streamed to the disk, looked into, kept, and removed again when nobody wants it. */
@Injectable()
export class Uploads {
  private readonly pipe = createValidationPipe();

  constructor(
    private readonly storage: FileStorage,
    @InjectConfig() private readonly config: Config,
  ) {}

  /**
   * Receives the one file of a multipart form and hands it, with the other fields as a validated `Fields`, to `use`; when `use` fails,
   * the file is gone again. Ask for the right to upload before: it need not wait for the bytes.
   * @throws files.* for the file, common.invalid for the fields, and what `use` throws
   */
  async receive<Fields extends object, Answer>(
    request: FastifyRequest,
    fields: Type<Fields>,
    use: (file: ReceivedFile, fields: Fields) => Promise<Answer>,
  ): Promise<Answer> {
    const limit = this.config.uploadMaxBytes;
    if (Number(request.headers['content-length'] ?? 0) > limit + formOverhead) {
      drain(request, limit);
      throw tooLarge(limit);
    }
    const form = await readUpload(
      request,
      limit,
      (source) => this.storage.spool(source, limit),
      (spooled) => spooled.discard(),
    );
    const spooled = form.kept;
    let received: ReceivedFile;
    let values: Fields;
    try {
      values = (await this.pipe.transform({ ...form.fields }, { type: 'body', metatype: fields })) as Fields;
      const name = cleanFileName(form.name);
      const inspected = await inspectFile(spooled.path, name);
      received = { name, ...inspected, ...(await this.storage.take(spooled)) };
    } catch (error) {
      await spooled.discard();
      throw error;
    }
    try {
      return await use(received, values);
    } catch (error) {
      // Anything but a refusal may have been committed before its answer was lost; what no row names is swept away later.
      if (error instanceof DomainError) await this.storage.remove(received.key);
      throw error;
    }
  }
}
