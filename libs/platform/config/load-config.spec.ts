import { resolve } from 'node:path';
import { ConfigFaults, describeFaults, type ConfigFault } from './faults.js';
import { loadConfig } from './load-config.js';

function faultsOf(
  env: Record<string, string>,
  required: Parameters<typeof loadConfig>[1] = [],
): readonly ConfigFault[] {
  try {
    loadConfig(env, required);
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
  return [];
}

const database = { DATABASE_URL: 'postgres://desk:secret@db.example/forum' };

describe('loadConfig', () => {
  test('needs no setting at all: the embedded database, demo mode and loopback are the defaults', () => {
    expect(loadConfig({})).toMatchObject({
      environment: 'development',
      demoMode: true,
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('.data'),
      databaseUrl: null,
      databaseMigrationUrl: null,
      redisUrl: null,
      smtpUrl: null,
      publicUrl: 'http://localhost:3000',
      cookieSecure: false,
      trustedProxies: [],
    });
  });

  test('gives a frozen value', () => {
    const config = loadConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' });
    expect(Object.isFrozen(config) && Object.isFrozen(config.trustedProxies)).toBe(true);
    expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  });

  test('takes hosts as an address has them, and neither schemes, ports nor paths', () => {
    const hosts = (value: string) => loadConfig({ WEBHOOK_PRIVATE_HOSTS: value }).webhookPrivateHosts;
    expect(hosts('Records.Ministry.Example, 10.0.0.8, ::1')).toEqual(['records.ministry.example', '10.0.0.8', '::1']);
    for (const bad of ['https://records.example', 'records.example:8080', 'records.example/in', '*.example'])
      expect(faultsOf({ WEBHOOK_PRIVATE_HOSTS: bad })).toMatchObject([{ code: 'notAHost' }]);
  });

  test('turns demo mode off as soon as a database is named, unless it is asked for', () => {
    expect(loadConfig(database).demoMode).toBe(false);
    expect(loadConfig({ ...database, DEMO_MODE: 'on' }).demoMode).toBe(true);
    expect(loadConfig({ DEMO_MODE: 'off' }).demoMode).toBe(false);
  });

  test('migrates with the running login unless the owner is named', () => {
    expect(loadConfig(database).databaseMigrationUrl).toBe(database.DATABASE_URL);
    const owner = 'postgres://owner:other@db.example/forum';
    expect(loadConfig({ ...database, DATABASE_MIGRATION_URL: owner }).databaseMigrationUrl).toBe(owner);
  });

  test('counts an empty variable as unset, as compose files leave them', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ', METRICS_TOKEN: '' })).toEqual(loadConfig({}));
  });

  test('follows PUBLIC_URL: its slash is dropped and https makes cookies secure', () => {
    const config = loadConfig({ PUBLIC_URL: 'https://desk.example/' });
    expect([config.publicUrl, config.cookieSecure]).toEqual(['https://desk.example', true]);
  });

  test('lists every fault at once, by name and never by value', () => {
    const env = {
      NODE_ENV: 'prod-7731',
      DEMO_MODE: 'maybe-7731',
      PORT: '77310',
      DATABASE_URL: 'mysql://7731',
      REDIS_URL: '7731',
      SMTP_URL: 'http://7731',
      MAIL_FROM: '7731',
      PUBLIC_URL: 'https://a.example/7731',
      SESSION_IDLE_MINUTES: '7731',
      SESSION_ABSOLUTE_HOURS: '7731h',
      LOG_LEVEL: '7731',
      METRICS_TOKEN: '7731',
      COOKIE_SECURE: '7731',
      TRUSTED_PROXIES: '10.0.0.0/33',
      RELAY_INTERVAL_MS: '1',
      WORKER_CONCURRENCY: '0',
      DATABASE_MIGRATION_URL: 'postgres://db.example',
      DATABASE_REPLICA_URL: 'x7731',
      UPLOAD_MAX_MB: '7731',
      S3_BUCKET: 'Papers7731',
      S3_ENDPOINT: 's3://7731',
      S3_ACCESS_KEY_ID: '',
      S3_SECRET_ACCESS_KEY: '7731',
    };
    const faults = faultsOf(env);
    expect(faults.map((fault) => fault.name).sort()).toEqual(Object.keys(env).sort());
    const said = [...describeFaults(faults), new ConfigFaults(faults).message].join('\n');
    expect(said).not.toContain('7731');
    expect(said).not.toMatch(/[{}]/);
  });

  test.each(['3000.5', '0x1f', '1e3', ' ', '-1'].filter((text) => text.trim() !== ''))(
    'refuses the port %s',
    (text) => {
      expect(faultsOf({ PORT: text })).toHaveLength(1);
    },
  );

  test('refuses secure cookies over plain http, where no browser would send them back', () => {
    expect(faultsOf({ COOKIE_SECURE: 'true' })).toEqual([{ name: 'COOKIE_SECURE', code: 'needsHttps', params: {} }]);
  });

  test('refuses an owner or a replica without a database', () => {
    const url = database.DATABASE_URL;
    expect(faultsOf({ DATABASE_MIGRATION_URL: url, DATABASE_REPLICA_URL: url }).map((fault) => fault.code)).toEqual([
      'needsDatabaseUrl',
      'needsDatabaseUrl',
    ]);
  });

  test('keeps files in the data folder, or in a bucket with its login', () => {
    expect(loadConfig({})).toMatchObject({ s3: null, uploadMaxBytes: 200 * 1_048_576 });
    const login = { S3_ACCESS_KEY_ID: 'desk', S3_SECRET_ACCESS_KEY: 'not-a-secret' };
    const { s3 } = loadConfig({ S3_BUCKET: 'papers', S3_ENDPOINT: 'http://store.example:9000/', ...login });
    expect(s3).toEqual({
      bucket: 'papers',
      endpoint: 'http://store.example:9000',
      region: 'us-east-1',
      accessKeyId: 'desk',
      secretAccessKey: 'not-a-secret',
    });
    expect(Object.isFrozen(s3)).toBe(true);
    expect(loadConfig({ S3_BUCKET: 'papers', ...login }).s3).toMatchObject({ endpoint: null });
  });

  test('refuses a bucket without its login, and a login or an address without its bucket', () => {
    expect(faultsOf({ S3_BUCKET: 'papers' }).map(({ name, code }) => [name, code])).toEqual([
      ['S3_ACCESS_KEY_ID', 'required'],
      ['S3_SECRET_ACCESS_KEY', 'required'],
    ]);
    expect(
      faultsOf({ S3_ENDPOINT: 'http://store.example', S3_REGION: 'x' }).map(({ name, code }) => [name, code]),
    ).toEqual([
      ['S3_ENDPOINT', 'needsBucket'],
      ['S3_REGION', 'needsBucket'],
    ]);
  });

  test('names a setting that the process cannot run without', () => {
    expect(faultsOf({}, ['DATABASE_URL'])).toEqual([{ name: 'DATABASE_URL', code: 'required', params: {} }]);
  });
});
