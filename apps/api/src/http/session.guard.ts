import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { commonErrors } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { actorOfSession, identityErrors } from '#forum/identity';
import { InjectConfig } from './config.token.js';
import { PUBLIC_ROUTE, UNATTENDED_ROUTE } from './decorators.js';
import './request.js';

/** Finds who asks, and refuses routes that need a sign-in without one. Requests that change something must come from our own pages (asvs 3.5.1). */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
    @InjectConfig() private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseForeignPages(request);
    const token = request.cookies[sessionCookieName(this.config)];
    if (token !== undefined && token.length <= 100) {
      const actor = await actorOfSession(this.database, token, this.config.sessionIdleMinutes, {
        person: !this.reflector.get<boolean | undefined>(UNATTENDED_ROUTE, context.getHandler()),
      });
      if (actor) {
        request.actor = actor;
        request.sessionToken = token;
      }
    }
    const open = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (open || request.actor) return true;
    throw token === undefined ? identityErrors.signInNeeded() : identityErrors.sessionExpired();
  }
}

/** `__Host-` needs HTTPS; a plain-HTTP address on the own machine goes without (asvs 3.3.1). */
export function sessionCookieName(config: Config): string {
  return config.cookieSecure ? '__Host-forum-session' : 'forum-session';
}

function refuseForeignPages(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw commonErrors.forbidden();
  const { origin, host } = request.headers;
  if (origin !== undefined && host !== undefined && hostOf(origin) !== host) throw commonErrors.forbidden();
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
