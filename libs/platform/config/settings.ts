import {
  addressBlocks,
  bucketName,
  choice,
  flag,
  hostNames,
  httpUrl,
  integer,
  mailbox,
  origin,
  postgresUrl,
  redisUrl,
  secret,
  smtpUrl,
  text,
  type Reader,
} from './readers.js';

interface Setting<T> {
  readonly read: Reader<T>;
  /** What it is for: one line of docs/operations.md and of the fault list. */
  readonly purpose: string;
}

function setting<T>(read: Reader<T>, purpose: string): Setting<T> {
  return { read, purpose };
}

/** The one table of environment variables; `loadConfig` reads these and nothing else. */
export const settings = {
  NODE_ENV: setting(choice('development', 'production', 'test'), 'environment (development)'),
  DEMO_MODE: setting(flag, 'demo accounts and the page of unsent mail (on only without DATABASE_URL)'),
  PORT: setting(integer(0, 65_535), 'port of the web and the API (3000); 0 takes a free one'),
  HOST: setting(text, 'address to listen on (127.0.0.1)'),
  DATA_DIR: setting(text, 'folder of the embedded database, files, unsent mail and logs (.data)'),
  DATABASE_URL: setting(postgresUrl, 'PostgreSQL 15 or newer; without it the embedded one is used'),
  DATABASE_MIGRATION_URL: setting(postgresUrl, 'owner of the schema, with CREATEROLE (DATABASE_URL)'),
  DATABASE_REPLICA_URL: setting(postgresUrl, 'read replica'),
  REDIS_URL: setting(redisUrl, 'carries the jobs on Redis instead of PostgreSQL'),
  SMTP_URL: setting(smtpUrl, 'mail relay; without it mail is written to DATA_DIR/mail'),
  MAIL_FROM: setting(mailbox, 'sender of every mail'),
  MAIL_IN_DOUBT: setting(
    choice('resend', 'hold', 'ask'),
    'mail the relay may have or not: resend, hold or ask (resend)',
  ),
  MAIL_RATE_PER_SECOND: setting(integer(1, 10_000), 'mails a second at most, over all workers'),
  RELAY_LOG_URL: setting(httpUrl, 'where MAIL_IN_DOUBT=ask asks whether the relay has a mail'),
  PUBLIC_URL: setting(origin, 'origin that readers open, used in mail (http://localhost:PORT)'),
  SESSION_IDLE_MINUTES: setting(integer(5, 1_440), 'sign-in ends after this long without a request (60)'),
  SESSION_ABSOLUTE_HOURS: setting(integer(1, 168), 'sign-in ends after this long in any case (12)'),
  RELAY_INTERVAL_MS: setting(integer(50, 60_000), 'pause between two looks at the outbox (500)'),
  WORKER_CONCURRENCY: setting(integer(1, 100), 'jobs that one worker runs at the same time (4)'),
  LOG_LEVEL: setting(choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'), 'what the logs hold (info)'),
  METRICS_TOKEN: setting(secret(16), 'bearer token for /metrics from other machines'),
  WEBHOOK_PRIVATE_HOSTS: setting(hostNames, 'hosts in the own network that webhooks may reach, also over http'),
  UPLOAD_MAX_MB: setting(integer(1, 2_000), 'largest file that is taken, in MB (200)'),
  S3_BUCKET: setting(bucketName, 'keeps files in this S3-compatible bucket instead of DATA_DIR/files'),
  S3_ENDPOINT: setting(origin, 'origin of a store that is not Amazon’s'),
  S3_REGION: setting(text, 'region of the bucket (us-east-1)'),
  S3_ACCESS_KEY_ID: setting(text, 'login of the store'),
  S3_SECRET_ACCESS_KEY: setting(secret(8), 'its secret'),
  COOKIE_SECURE: setting(flag, 'cookies only over https (on when PUBLIC_URL is https://)'),
  TRUSTED_PROXIES: setting(addressBlocks, 'proxies whose X-Forwarded-* headers are believed'),
} as const;

export type SettingName = keyof typeof settings;
export type SettingValue<N extends SettingName> = (typeof settings)[N] extends Setting<infer T> ? T : never;
export const settingNames = Object.freeze(Object.keys(settings) as SettingName[]);
