import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LightMyRequestResponse as InjectResponse } from 'fastify';
import { loadConfig } from '#platform/config';
import { demoPassword } from '#forum/identity';
import { createApi } from '../../apps/api/src/http/app.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export interface TestApp extends TestDatabase {
  readonly app: NestFastifyApplication;
  /** Asks without a sign-in. */
  readonly anonymous: TestClient;
  /** Signs a demo account in, e.g. `secretariat.kr`; once per name unless `again`, as after the clock has moved past the session. */
  as(name: string, options?: { readonly again?: boolean }): Promise<TestClient>;
}

export interface AskOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as If-Match. */
  readonly etag?: string;
  readonly language?: 'ko' | 'ja' | 'en';
}

/** The API on a database of its own, asked without a network. Paths are below /api/v1 unless they start with a slash. */
export async function createTestApp(
  template: 'empty' | 'record' = 'record',
  env: Readonly<Record<string, string>> = {},
  web?: string,
): Promise<TestApp> {
  const test = await createTestDatabase(template);
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: test.appUrl,
    DEMO_MODE: 'true',
    // Never the folder of a desk that runs here.
    DATA_DIR: join(tmpdir(), 'forum-desk-test-files'),
    ...env,
  });
  const app = await createApi({ config, database: test.database, ...(web === undefined ? {} : { web }) });
  const clients = new Map<string, TestClient>();
  return {
    ...test,
    app,
    anonymous: new TestClient(app, undefined),
    as: async (name, { again = false } = {}) => {
      const known = again ? undefined : clients.get(name);
      if (known) return known;
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/auth/sign-in',
        payload: { email: `${name}@forum.example`, password: demoPassword },
      });
      const cookie = answer.cookies[0];
      if (answer.statusCode !== 200 || !cookie)
        throw new Error(`sign-in of ${name} answered ${String(answer.statusCode)} ${answer.body}`);
      const client = new TestClient(app, `${cookie.name}=${cookie.value}`);
      clients.set(name, client);
      return client;
    },
    close: async () => {
      await app.close();
      await test.close();
    },
  };
}

/** One signed-in browser without the browser. */
export class TestClient {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly cookie: string | undefined,
  ) {}

  get(path: string, options: AskOptions = {}): Promise<InjectResponse> {
    return this.ask('GET', path, options);
  }

  post(path: string, options: AskOptions = {}): Promise<InjectResponse> {
    return this.ask('POST', path, options);
  }

  put(path: string, options: AskOptions = {}): Promise<InjectResponse> {
    return this.ask('PUT', path, options);
  }

  patch(path: string, options: AskOptions = {}): Promise<InjectResponse> {
    return this.ask('PATCH', path, options);
  }

  private ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, options: AskOptions): Promise<InjectResponse> {
    const url = path.startsWith('/') ? path : `/api/v1/${path}`;
    return this.app.inject({
      method,
      url: options.language ? `${url}${url.includes('?') ? '&' : '?'}lang=${options.language}` : url,
      headers: {
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(options.etag === undefined ? {} : { 'if-match': options.etag }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { payload: options.body as object }),
    });
  }
}

/** The body of an answer that has to be a good one; anything from 300 on fails the test with what it said. */
export async function answered<View>(asked: Promise<InjectResponse>): Promise<View> {
  const answer = await asked;
  if (answer.statusCode >= 300) throw new Error(`${String(answer.statusCode)} ${answer.body}`);
  return answer.json<View>();
}
