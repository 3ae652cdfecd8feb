import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { copyOf } from '#platform/documents';
import { documentsErrors, printOrder } from '#forum/documents';
import {
  escalationsErrors,
  findEscalation,
  isSharedEscalation,
  summaryDocument,
  summaryToPrint,
} from '#forum/escalations';
import { documentFormats, PrintDto } from '../documents/documents.dto.js';
import { CurrentActor } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { answerDocument, MEDIA_TYPES } from '../documents/document-answer.js';

const files = documentFormats.map((format) => `summary.${format}`);

/** The one page that a higher level reads about a matter. */
@ApiTags('escalations')
@Controller('escalations/:id/documents')
export class EscalationSummaryController {
  constructor(private readonly database: Database) {}

  /** The summary as a file, in the copy of a side or without one; a draft is its own side’s and marked as internal. */
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
    const format = documentFormats.find((one) => file === `summary.${one}`);
    if (!format) throw documentsErrors.notFound();
    const reader = this.database.reader(actor);
    const rise = await findEscalation(reader, actor.side, id);
    if (!rise) throw escalationsErrors.notFound();
    const languages = asked.languages ?? (asked.lang ? [asked.lang] : []);
    const ownNotes = !isSharedEscalation(rise);
    const { order, copy } = printOrder({ languages, copy: asked.copy, ownNotes }, actor);
    const print = await summaryToPrint(reader, actor.side, rise);
    const document = copyOf(summaryDocument(print, order), { copy, host: print.session?.host ?? undefined });
    return answerDocument(request, reply, { document, format, languages: order.languages, own: ownNotes });
  }
}
