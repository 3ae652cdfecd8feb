import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#core/kernel';
import { copyOf } from '#platform/documents';
import { documentKinds, documentsErrors, printOrder, type DocumentKind } from '#forum/documents';
import { CurrentActor } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { documentFiles, documentFormats, PrintDto, type DocumentFormat } from './documents.dto.js';
import { DocumentsReader } from './documents-reader.js';
import { answerDocument, MEDIA_TYPES } from './document-answer.js';

@ApiTags('documents')
@Controller('sessions/:id/documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsReader) {}

  /** A document of a session as a file. The same content answers 304 to its own ETag. */
  @Get(':file')
  @ApiParam({ name: 'file', enum: documentFiles })
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
    const { kind, format } = fileOf(file);
    const { order, copy } = printOrder(
      {
        languages: asked.languages ?? (asked.lang ? [asked.lang] : []),
        copy: asked.copy,
        ownNotes: asked.notes === 'own',
      },
      actor,
    );
    const { session, model } = await this.documents.read(actor, id, kind, order);
    const document = copyOf(model, { copy, host: session.host ?? undefined });
    return answerDocument(request, reply, { document, format, languages: order.languages, own: order.own !== null });
  }
}

function fileOf(file: string): { kind: DocumentKind; format: DocumentFormat } {
  const [name, extension] = file.split('.');
  const kind = documentKinds.find((one) => one === name);
  const format = documentFormats.find((one) => one === extension);
  if (!kind || !format || !documentFiles.includes(file)) throw documentsErrors.notFound();
  return { kind, format };
}
