import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#core/kernel';
import type { CalendarPublication } from '#forum/invitations';

/**
 * Answers a calendar file, or 304 when the asker has these very bytes. Only the ETag decides: a file also changes when a session
 * leaves it or a channel gets another name, which no date tells, so If-Modified-Since is not looked at.
 */
export function answerCalendar(
  request: FastifyRequest,
  reply: FastifyReply,
  { content, modifiedAt }: CalendarPublication,
  language: Language,
): string {
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  void reply
    .header('etag', etag)
    .header('last-modified', modifiedAt.toUTCString())
    .header('cache-control', 'private, no-cache')
    .header('content-language', language)
    .header('x-robots-tag', 'noindex');
  if (names(request.headers['if-none-match'], etag)) {
    void reply.status(304);
    return '';
  }
  void reply.type('text/calendar; charset=utf-8');
  return content;
}

/** If-None-Match: a list, weak tags included, because a proxy that compresses weakens them. */
function names(header: string | undefined, etag: string): boolean {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//u, '')) ?? [];
  return tags.includes('*') || tags.includes(etag);
}
