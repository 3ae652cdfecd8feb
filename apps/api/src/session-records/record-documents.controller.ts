import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { copyOf } from '#platform/documents';
import { documentsErrors, printOrder, recordDocument } from '#forum/documents';
import { findRecord, recordsErrors } from '#forum/records';
import { documentFormats, PrintDto } from '../documents/documents.dto.js';
import { CurrentActor } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { answerDocument, MEDIA_TYPES } from '../documents/document-answer.js';

const files = documentFormats.map((format) => `record.${format}`);

/** The originals of a text: one for each side's files, made from one agreed text (domain.md 3.7). */
@ApiTags('records')
@Controller('records/:id/documents')
export class RecordDocumentsController {
  constructor(private readonly database: Database) {}

  /** A text as a file, in the copy of a side or without one. The same content answers 304 to its own ETag. */
  @Get(':file')
  @ApiParam({ name: 'file', enum: files })
  @ApiProduces(...Object.values(MEDIA_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('file') file: string,
    @Query() asked: PrintDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | string> {
    const format = documentFormats.find((one) => file === `record.${one}`);
    if (!format) throw documentsErrors.notFound();
    const record = await findRecord(this.database.reader(actor), null, id);
    if (!record) throw recordsErrors.notFound();
    const { order, copy } = printOrder(
      { languages: asked.languages ?? (asked.lang ? [asked.lang] : []), copy: asked.copy, ownNotes: false },
      actor,
    );
    const model = recordDocument(record, order);
    const document = copyOf(model, { copy, host: record.session?.host ?? undefined });
    return answerDocument(request, reply, { document, format, languages: order.languages, own: false });
  }
}
