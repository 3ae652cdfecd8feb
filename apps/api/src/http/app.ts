import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { commonErrors, newId } from '#core/kernel';
import { installCatalogues } from '#platform/catalogues';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database';
import { AppModule } from '../app.module.js';
import { closeConnectionsAtEnd } from './closing.js';
import { installOpenApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { languageOf } from './request.js';
import { createValidationPipe } from './validation.js';

/** `dist/web`, beside the compiled server. Absent when only the API is built. */
const webFolder = fileURLToPath(new URL('../../../../web', import.meta.url));

/** The largest JSON body; a file goes through `Uploads`, which has its own limit. */
const bodyLimit = 1_048_576;

export interface ApiParts {
  readonly config: Config;
  readonly database: Database;
  /** Folder of the built web app; the one beside the compiled server unless told. */
  readonly web?: string;
}

/** Builds the API without listening: routes under /api/v1, health without prefix, the web app for everything else. */
export async function createApi(parts: ApiParts): Promise<NestFastifyApplication> {
  installCatalogues({ strict: parts.config.environment !== 'production' });
  const filter = new ProblemFilter();
  const adapter = new FastifyAdapter({
    bodyLimit,
    genReqId: () => newId(),
    trustProxy: parts.config.trustedProxies.length > 0 ? [...parts.config.trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      filter.answer(commonErrors.malformed({}, [], { cause: error }), request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts.config, parts.database), adapter, {
    bodyParser: false,
    logger: parts.config.logLevel === 'silent' ? false : ['error', 'warn'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['healthz', 'readyz', 'metrics', 'feeds/:file', 'unsubscribe/:token'] });
  app.useGlobalFilters(filter);
  app.useGlobalPipes(createValidationPipe());
  closeConnectionsAtEnd(app);
  await secure(app, parts.config);
  installOpenApi(app);
  await serveWeb(app, parts.web ?? webFolder);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

async function secure(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.cookieSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  const server = app.getHttpAdapter().getInstance();
  server.removeContentTypeParser('text/plain');
  // A form of a page elsewhere must reach no route but the one that mail programs post to (asvs 3.5.2, RFC 8058).
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1_000 },
    (request, body, done) => {
      if (request.url.startsWith('/unsubscribe/')) done(null, { form: String(body) });
      else done(commonErrors.badMediaType());
    },
  );
  server.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (!reply.hasHeader('content-language')) reply.header('content-language', languageOf(request));
  });
}

/** Files of the web app, and its first page for every address that belongs to no file and no API. */
async function serveWeb(app: NestFastifyApplication, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      if (request.url.startsWith('/api/')) {
        reply.callNotFound();
        return reply;
      }
      return reply.header('cache-control', 'no-cache').sendFile('index.html');
    });
}
