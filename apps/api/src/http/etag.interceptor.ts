import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';

/** Repeats a view's own `etag` as the ETag header (design.md 4). */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((body) => {
        const etag = (body as { etag?: unknown } | null | undefined)?.etag;
        if (typeof etag === 'string') void reply.header('etag', etag);
      }),
    );
  }
}
