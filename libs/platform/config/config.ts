export type Environment = 'development' | 'production' | 'test';
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Every setting of the API, the worker and the commands, validated and frozen at start (design.md 3). */
export interface Config {
  readonly environment: Environment;
  /** Demo accounts and the page "Mail sent here"; on by default only without DATABASE_URL. */
  readonly demoMode: boolean;
  readonly port: number;
  /** Address to listen on: an IP address or a host name. */
  readonly host: string;
  /** Absolute folder for the embedded database, kept files, mail that was not sent, and logs. */
  readonly dataDir: string;
  /** Login of the running processes; null means: use the embedded database. */
  readonly databaseUrl: string | null;
  /** Owner of the schema, with CREATEROLE; same as `databaseUrl` unless set. */
  readonly databaseMigrationUrl: string | null;
  readonly databaseReplicaUrl: string | null;
  /** Selects BullMQ on Redis; null keeps the jobs in PostgreSQL. */
  readonly redisUrl: string | null;
  /** null writes mail to `dataDir`/mail instead of sending it. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** What becomes of a mail of which nobody knows whether the relay has it. */
  readonly mailInDoubt: 'resend' | 'hold' | 'ask';
  /** null: as fast as it goes. */
  readonly mailRatePerSecond: number | null;
  /** Answers whether the relay has taken a Message-ID; set where `mailInDoubt` is `ask`. */
  readonly relayLogUrl: string | null;
  /** Origin that readers use, without a slash at the end. */
  readonly publicUrl: string;
  readonly sessionIdleMinutes: number;
  readonly sessionAbsoluteHours: number;
  readonly relayIntervalMs: number;
  readonly workerConcurrency: number;
  readonly logLevel: LogLevel;
  /** Bearer token for /metrics from elsewhere than loopback; null refuses those. */
  readonly metricsToken: string | null;
  /** Hosts that webhooks may reach in a private network, also over plain http. */
  readonly webhookPrivateHosts: readonly string[];
  /** The largest file that is taken, in bytes. */
  readonly uploadMaxBytes: number;
  /** Keeps files in an S3-compatible store; null keeps them in `dataDir`/files. */
  readonly s3: S3Config | null;
  readonly cookieSecure: boolean;
  /** Addresses or CIDR blocks whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[];
}

export interface S3Config {
  /** Origin of a store that is not Amazon's; null means Amazon's own for the region. */
  readonly endpoint: string | null;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}
