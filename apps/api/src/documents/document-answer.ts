import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#core/kernel';
import { writeDocx, writeHtml, writePdf, type PrintableDocument } from '#platform/documents';
import { cleanFileName, contentDisposition } from '#platform/file-safety';
import { documentFileName } from '#forum/documents';
import type { DocumentFormat } from './documents.dto.js';

/** What each file of a document is sent as. */
export const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
};

/** A printed page needs its own style and nothing else; it runs nothing and is shown in no frame. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-modals";

/** A copy to be sent, with the languages that it speaks. */
export interface DocumentAnswer {
  readonly document: PrintableDocument;
  readonly format: DocumentFormat;
  readonly languages: readonly Language[];
  readonly own: boolean;
}

/**
 * Answers with a document as a file of this format, or with 304 to who has the same content already.
 * @param own it holds what is its own side's alone, and its name says so
 */
export async function answerDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  { document, format, languages, own }: DocumentAnswer,
): Promise<Buffer | string> {
  const etag = etagOfDocument(document, format);
  void reply
    .header('etag', etag)
    .header('cache-control', 'private, no-cache')
    .header('content-language', languages.join(', '))
    .header('x-robots-tag', 'noindex');
  if (request.headers['if-none-match']?.includes(etag)) {
    void reply.status(304);
    return '';
  }
  const name = cleanFileName(documentFileName(document, format, own));
  void reply
    .type(MEDIA_TYPES[format])
    .header('content-disposition', contentDisposition(name, format === 'html' ? 'inline' : 'attachment'));
  if (format === 'html') void reply.header('content-security-policy', PAGE_POLICY);
  return written(document, format);
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
