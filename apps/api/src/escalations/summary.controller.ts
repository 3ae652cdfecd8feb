import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#core/kernel';
import { Database } from '#platform/database';
import { copyOf, writeDocx, writeHtml, writePdf, type PrintableDocument } from '#platform/documents';
import { cleanFileName, contentDisposition } from '#platform/file-safety';
import { documentFileName, documentsErrors, printOrder } from '#forum/documents';
import {
  escalationsErrors,
  findEscalation,
  isSharedEscalation,
  summaryDocument,
  summaryToPrint,
} from '#forum/escalations';
import { documentFormats, PrintDto, type DocumentFormat } from '../documents/documents.dto.js';
import { CurrentActor } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';

const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

/** A printed page needs its own style and nothing else; it runs nothing and is shown in no frame. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-modals";

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
    const etag = `"${createHash('sha256').update(format).update(JSON.stringify(document)).digest('base64url')}"`;
    void reply
      .header('etag', etag)
      .header('cache-control', 'private, no-cache')
      .header('content-language', order.languages.join(', '))
      .header('x-robots-tag', 'noindex');
    if (request.headers['if-none-match']?.includes(etag)) {
      void reply.status(304);
      return '';
    }
    const name = cleanFileName(documentFileName(document, format, ownNotes));
    void reply
      .type(MEDIA_TYPES[format])
      .header('content-disposition', contentDisposition(name, format === 'html' ? 'inline' : 'attachment'));
    if (format === 'html') void reply.header('content-security-policy', PAGE_POLICY);
    return written(document, format);
  }
}

async function written(document: PrintableDocument, format: DocumentFormat): Promise<Buffer | string> {
  switch (format) {
    case 'pdf':
      return writePdf(document);
    case 'docx':
      return writeDocx(document);
    case 'html':
      return writeHtml(document);
  }
}
