import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonErrors, DomainError, messageKey, type ErrorParams } from '#core/kernel';
import { createTranslator } from '#core/i18n';
import { languageOf } from './request.js';

interface Problem {
  type: 'about:blank';
  status: number;
  code: string;
  params: ErrorParams;
  detail: string;
  fields: { path: string; code: string; params: ErrorParams; detail: string }[];
  requestId: string;
}

/** The one place where an error becomes text: RFC 9457 in the reader's language (design.md 4, decision 10). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also used for faults Fastify finds before Nest is reached. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = asDomainError(thrown);
    if (error.code === commonErrors.unexpected.code)
      this.logger.error(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    const status = error.code === commonErrors.unexpected.code ? 500 : error.status;
    const language = languageOf(request);
    if (error.params.seconds !== undefined) void reply.header('retry-after', String(error.params.seconds));
    void reply
      .status(status)
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf(error, status, language, request.id)));
  }
}

function problemOf(error: DomainError, status: number, language: 'ko' | 'ja' | 'en', requestId: string): Problem {
  const { t } = createTranslator(language);
  const say = (code: string, params: ErrorParams) => t(messageKey(code), params);
  return {
    type: 'about:blank',
    status,
    code: error.code,
    params: error.params,
    detail: say(error.code, error.params),
    fields: error.fields.map((fault) => {
      const params = fault.params ?? {};
      return { path: fault.path, code: fault.code, params, detail: say(fault.code, params) };
    }),
    requestId,
  };
}

function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  const cause = { cause: thrown };
  if (status === 404 || status === 405) return commonErrors.notFound({}, [], cause);
  if (status === 413) return commonErrors.tooLarge({ max: 1_048_576 }, [], cause);
  if (status === 415) return commonErrors.badMediaType({}, [], cause);
  if (status === 429) return commonErrors.tooManyRequests({ seconds: 60 }, [], cause);
  if (status !== undefined && status >= 400 && status < 500) return commonErrors.malformed({}, [], cause);
  if (isConnectionLoss(thrown)) return commonErrors.unavailable({}, [], cause);
  return commonErrors.unexpected({}, [], cause);
}

function statusOf(thrown: unknown): number | undefined {
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** The database is away: SQLSTATE class 08 and 57P, or the socket is refused. */
function isConnectionLoss(thrown: unknown): boolean {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(08...|57P..|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE)$/.test(code);
}
