import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonErrors } from '#core/kernel';
import type { Config } from '#platform/config';
import { Database } from '#platform/database';
import { queueHealth } from '#forum/operations';
import { InjectConfig } from '../http/config.token.js';
import { Public } from '../http/decorators.js';
import { metricsType, writeMetrics } from './metrics.js';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** For Prometheus: from this machine, or with the token of METRICS_TOKEN. No sign-in; the same numbers as `GET /api/v1/jobs`. */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly database: Database,
    @InjectConfig() private readonly config: Config,
  ) {}

  @Get()
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!isFromHere(request) && !hasToken(request, this.config.metricsToken)) throw commonErrors.forbidden();
    const text = await writeMetrics(await queueHealth(this.database.readAs('forum_admin')));
    void reply.header('content-type', metricsType).header('cache-control', 'no-store');
    return text;
  }
}

/**
 * What a proxy on this machine hands on comes from this machine too, so a request that was handed on needs the token: it says so, or it
 * asks for the name by which the desk is known outside.
 */
function isFromHere({ ip, headers, hostname }: FastifyRequest): boolean {
  if (['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined)) return false;
  const asked = hostname.replace(/:\d+$/u, '').replace(/^\[|\]$/gu, '');
  return isLoopback(ip) && (asked === 'localhost' || isLoopback(asked));
}

function isLoopback(ip: string): boolean {
  const address = ip.replace(/^::ffff:/u, '');
  return isIP(address) !== 0 && loopback.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

function hasToken({ headers }: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer ([^\s]{1,500})$/u.exec(headers.authorization ?? '')?.[1];
  if (token === null || given === undefined) return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(given), digest(token));
}
