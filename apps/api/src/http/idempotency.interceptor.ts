import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, of, switchMap, throwError, type Observable } from 'rxjs';
import { canonicalJson, commonErrors } from '#core/kernel';
import { Database } from '#platform/database';
import '@fastify/multipart';
import './request.js';

interface StoredAnswer {
  fingerprint: string;
  status: number | null;
  response: unknown;
  abandoned: boolean;
}

/**
 * A POST that carries an `Idempotency-Key` is done once: the same request again gets the first answer, another request under the
 * same key is refused (pitfalls.md 26). A refused request frees its key.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || !request.actor) return next.handle();
    if (key.length < 8 || key.length > 200) return throwError(() => commonErrors.malformed());
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const userId = request.actor.userId;
    return from(this.claim(userId, key, fingerprintOf(request))).pipe(
      switchMap((stored) => {
        if (stored) {
          void reply.status(stored.status ?? 200);
          return of(stored.response);
        }
        return next.handle().pipe(
          switchMap((body) => from(this.keep(userId, key, reply.statusCode, body))),
          catchError((error: unknown) => from(this.free(userId, key)).pipe(switchMap(() => throwError(() => error)))),
        );
      }),
    );
  }

  /** Takes the key, or gives the answer kept under it. */
  private async claim(userId: string, key: string, fingerprint: string): Promise<StoredAnswer | null> {
    const reader = this.database.readAs('forum_auth');
    const taken = await reader.query(
      `insert into forum.idempotency_key (user_id, key, fingerprint) values ($1, $2, $3) on conflict do nothing returning key`,
      [userId, key, fingerprint],
    );
    if (taken.length > 0) return null;
    const [stored] = await reader.query<StoredAnswer>(
      `select fingerprint, status, response, created_at < forum.now() - interval '2 minutes' as abandoned
         from forum.idempotency_key where user_id = $1 and key = $2`,
      [userId, key],
    );
    if (stored?.fingerprint !== fingerprint) throw commonErrors.idempotencyMismatch();
    if (stored.status !== null) return stored;
    if (stored.abandoned) return null;
    throw commonErrors.conflict();
  }

  private async keep(userId: string, key: string, status: number, body: unknown): Promise<unknown> {
    await this.database
      .readAs('forum_auth')
      .query(`update forum.idempotency_key set status = $3, response = $4 where user_id = $1 and key = $2`, [
        userId,
        key,
        status,
        JSON.stringify(body ?? null),
      ]);
    return body;
  }

  private async free(userId: string, key: string): Promise<void> {
    await this.database
      .readAs('forum_auth')
      .query(`delete from forum.idempotency_key where user_id = $1 and key = $2 and status is null`, [userId, key]);
  }
}

/** An upload is read later, as a stream: of its form only the length is known here. */
function fingerprintOf(request: FastifyRequest): string {
  const body = request.isMultipart() ? (request.headers['content-length'] ?? '') : canonicalJson(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.url} ${body}`).digest('hex');
}
