import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { contentDisposition } from '#platform/file-safety';
import { FileStorage } from '#platform/file-storage';
import { findFileContent, LogReading, papersErrors } from '#forum/papers';
import { CurrentActor } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { ReadingDto } from '../http/reading.dto.js';
import { askedBytes, isKnown } from './byte-range.js';

/**
 * The bytes of a paper's file, for exactly those who may read its row: the row is read through the reader's role, before anything of the
 * request is looked at, and what is hidden answers like what is not there.
 */
@ApiTags('papers')
@Controller('papers')
export class PaperContentController {
  constructor(
    private readonly database: Database,
    private readonly storage: FileStorage,
    private readonly logReading: LogReading,
  ) {}

  @Get(':id/files/:fileId/content')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, description: '206 for a range, 304, 416 besides' })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('fileId', IdPipe) fileId: string,
    @Query() _query: ReadingDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await findFileContent(this.database.reader(actor), id, fileId);
    if (!file) throw papersErrors.fileNotFound();
    const etag = `"${file.sha256}"`;
    // Kept by the reader's browser at most, and asked for again each time: what may be read today may be withdrawn tomorrow.
    const headers = { etag, 'cache-control': 'private, no-cache', 'accept-ranges': 'bytes' };
    if (isKnown(etag, request.headers['if-none-match'])) {
      await reply.status(304).headers(headers).send();
      return;
    }
    const bytes = askedBytes(file.size, etag, request.headers);
    if (bytes === 'none') {
      await reply
        .status(416)
        .headers({ 'accept-ranges': 'bytes', 'content-range': `bytes */${String(file.size)}` })
        .send();
      return;
    }
    const length = bytes === 'all' ? file.size : bytes.end - bytes.start + 1;
    const described = {
      ...headers,
      'content-type': typeWithCharset(file.mediaType),
      'content-length': String(length),
      'content-language': file.lang,
      'content-disposition': contentDisposition(file.name, 'attachment'),
      ...(bytes === 'all'
        ? {}
        : { 'content-range': `bytes ${String(bytes.start)}-${String(bytes.end)}/${String(file.size)}` }),
    };
    const status = bytes === 'all' ? 200 : 206;
    if (request.method === 'HEAD') {
      // An empty stream keeps the length that is described; no body would make it 0.
      await reply.status(status).headers(described).send(Readable.from([]));
      return;
    }
    const content = await this.storage.read(file.storageKey, bytes === 'all' ? undefined : bytes);
    try {
      await this.logReading.run(actor, file);
    } catch (error) {
      content.destroy();
      throw error;
    }
    await reply.status(status).headers(described).send(content);
  }
}

/** Texts were taken as UTF-8 only, and are given back as such. */
function typeWithCharset(mediaType: string): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}
