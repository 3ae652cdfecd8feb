import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { commonErrors, type Actor, type Language } from '#core/kernel';
import { languageOf } from './request.js';

export const PUBLIC_ROUTE = 'forum:public';

/** A route that answers without sign-in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);

/** Asked by a page that is open, not by a person at it: does not put off the end of an idle sign-in (asvs 7.3.1). */
export const UNATTENDED_ROUTE = 'forum:unattended';
export const Unattended = (): MethodDecorator => SetMetadata(UNATTENDED_ROUTE, true);

/** The signed-in user; the session guard has already refused everybody else. */
export const CurrentActor = createParamDecorator((_: undefined, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) throw commonErrors.forbidden();
  return actor;
});

/** How texts are to be given: one language, or all of them with `?texts=all`. */
export interface Reading {
  readonly language: Language;
  readonly all: boolean;
}

export const CurrentReading = createParamDecorator((_: undefined, context: ExecutionContext): Reading => {
  const request = requestOf(context);
  return { language: languageOf(request), all: (request.query as { texts?: unknown }).texts === 'all' };
});

/**
 * The version named by `If-Match`. A write without it is refused with common.preconditionNeeded (428), one that names no version of
 * ours with common.staleVersion (412).
 */
export const IfMatch = createParamDecorator((_: undefined, context: ExecutionContext): number => {
  const header = requestOf(context).headers['if-match'];
  if (header === undefined || header.trim() === '') throw commonErrors.preconditionNeeded();
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw commonErrors.staleVersion();
  return Number(version);
});

/** The strong entity tag of a version number. */
export function etagOf(version: number): string {
  return `"${String(version)}"`;
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}
