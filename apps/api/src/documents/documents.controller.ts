import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#core/kernel';
import { copyOf, writeDocx, writeHtml, writePdf, type PrintableDocument } from '#platform/documents';
import { cleanFileName, contentDisposition } from '#platform/file-safety';
import { documentFileName, documentKinds, documentsErrors, printOrder, type DocumentKind } from '#forum/documents';
import { CurrentActor } from '../http/decorators.js';
import { IdPipe } from '../http/id.pipe.js';
import { documentFiles, documentFormats, PrintDto, type DocumentFormat } from './documents.dto.js';
import { DocumentsReader } from './documents-reader.js';

const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

/** A printed page needs its own style and nothing else; it runs nothing and is shown in no frame. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-modals";

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
    const etag = etagOfDocument(document, format);
    void reply
      .header('etag', etag)
      .header('cache-control', 'private, no-cache')
      .header('content-language', order.languages.join(', '))
      .header('x-robots-tag', 'noindex');
    if (request.headers['if-none-match']?.includes(etag)) {
      void reply.status(304);
      return '';
    }
    const name = cleanFileName(documentFileName(document, format, order.own !== null));
    void reply
      .type(MEDIA_TYPES[format])
      .header('content-disposition', contentDisposition(name, format === 'html' ? 'inline' : 'attachment'));
    if (format === 'html') void reply.header('content-security-policy', PAGE_POLICY);
    return written(document, format);
  }
}

function fileOf(file: string): { kind: DocumentKind; format: DocumentFormat } {
  const [name, extension] = file.split('.');
  const kind = documentKinds.find((one) => one === name);
  const format = documentFormats.find((one) => one === extension);
  if (!kind || !format || !documentFiles.includes(file)) throw documentsErrors.notFound();
  return { kind, format };
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

/** Of the content, not of the bytes: Word files carry the second in which they were made. */
const etagOfDocument = (document: PrintableDocument, format: DocumentFormat): string =>
  `"${createHash('sha256').update(format).update(JSON.stringify(document)).digest('base64url')}"`;
